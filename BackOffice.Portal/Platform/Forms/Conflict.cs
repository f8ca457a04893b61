using System.Reflection;

namespace BackOffice.Portal.Platform.Forms;

/// <summary>Whose value a person takes.</summary>
public enum Side
{
    /// <summary>Not decided.</summary>
    Open,

    /// <summary>The person's own.</summary>
    Mine,

    /// <summary>The other's, which is saved already.</summary>
    Theirs,
}

/// <summary>One field that two people wanted to change.</summary>
/// <param name="property">The property.</param>
/// <param name="opened">The value when this person opened the record.</param>
/// <param name="mine">What he entered.</param>
/// <param name="theirs">What is saved now.</param>
public sealed class ConflictLine(PropertyInfo property, object? opened, object? mine, object? theirs)
{
    /// <summary>The property's name.</summary>
    public string Name => property.Name;

    /// <summary>The value when this person opened the record.</summary>
    public object? Opened { get; } = opened;

    /// <summary>What he entered.</summary>
    public object? Mine { get; } = mine;

    /// <summary>What is saved now.</summary>
    public object? Theirs { get; } = theirs;

    /// <summary>Nobody touched it.</summary>
    public bool IsUntouched => Equals(Opened, Mine) && Equals(Opened, Theirs);

    /// <summary>Both entered the same.</summary>
    public bool IsAgreed => !IsUntouched && Equals(Mine, Theirs);

    /// <summary>Only this person changed it.</summary>
    public bool IsMineAlone => !Equals(Opened, Mine) && Equals(Opened, Theirs);

    /// <summary>Only the other one changed it.</summary>
    public bool IsTheirsAlone => Equals(Opened, Mine) && !Equals(Opened, Theirs);

    /// <summary>Both changed it, differently: only a person can decide.</summary>
    public bool IsShared => !IsUntouched && !IsAgreed && !IsMineAlone && !IsTheirsAlone;

    /// <summary>Whose value is taken.</summary>
    public Side Taken { get; set; } = Equals(mine, theirs) || Equals(opened, mine) ? Side.Theirs : Equals(opened, theirs) ? Side.Mine : Side.Open;

    internal void Put(object record) => property.SetValue(record, Taken == Side.Theirs ? Theirs : Mine);
}

/// <summary>Two people changed one record: what it was, what each wants, and what is taken. Nothing is lost while this is open.</summary>
public sealed class Conflict
{
    private readonly Entity _mine, _theirs;

    /// <summary>Lays the three versions beside each other.</summary>
    public Conflict(FormDesk desk, StaleRecord stale)
    {
        (_mine, _theirs, Desk, By, At) = ((Entity)desk.Record, stale.Theirs, desk, stale.ChangedBy, stale.ChangedAt);
        var theirs = desk.Snapshot(stale.Theirs);
        Lines = [.. desk.Free.Select(p => new ConflictLine(p, desk.Opened[p.Name], p.GetValue(_mine), theirs[p.Name]))];
    }

    /// <summary>The form.</summary>
    public FormDesk Desk { get; }

    /// <summary>Who saved first, when known.</summary>
    public string? By { get; }

    /// <summary>When, in UTC.</summary>
    public DateTime? At { get; }

    /// <summary>Every field that is free to edit.</summary>
    public IReadOnlyList<ConflictLine> Lines { get; }

    /// <summary>The fields that somebody changed.</summary>
    public IEnumerable<ConflictLine> Touched => Lines.Where(l => !l.IsUntouched);

    /// <summary>Fields that both changed and nobody has decided on.</summary>
    public int Undecided => Lines.Count(l => l.Taken == Side.Open);

    /// <summary>This person takes nothing of his own.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Takes one side throughout.</summary>
    public void TakeAll(Side side)
    {
        foreach (var line in Touched.Where(l => !l.IsAgreed)) line.Taken = side;
    }

    /// <summary>Takes nothing of this person's own.</summary>
    public void GiveUp()
    {
        TakeAll(Side.Theirs);
        IsGivenUp = true;
    }

    /// <summary>Puts what is taken into this person's record, on top of what is saved now.</summary>
    public void Settle()
    {
        foreach (var line in Lines) line.Put(_mine);
        _mine.Version = _theirs.Version;
    }
}

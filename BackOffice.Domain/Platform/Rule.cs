using System.Globalization;

namespace BackOffice.Domain.Platform;

/// <summary>States what must hold, in a sentence for the person who broke it.</summary>
public static class Rule
{
    /// <summary>Throws <see cref="RuleBroken"/> with the sentence unless <paramref name="holds"/>.</summary>
    /// <param name="holds">The rule.</param>
    /// <param name="sentence">English template with {0}, {1} ...; it is also the key of its translation.</param>
    /// <param name="args">What fills the template.</param>
    public static void Require(bool holds, string sentence, params object?[] args)
    {
        if (!holds) throw new RuleBroken(new Fault(null, sentence, args));
    }

    /// <summary>The same, naming the field of the form that has to change.</summary>
    public static void RequireField(string field, bool holds, string sentence, params object?[] args)
    {
        if (!holds) throw new RuleBroken(new Fault(field, sentence, args));
    }
}

/// <summary>One thing that is wrong: where, and the sentence that says what to do.</summary>
/// <param name="Field">Name of the property, or null when it concerns the whole record.</param>
/// <param name="Sentence">English template, key of its translation.</param>
/// <param name="Args">What fills the template.</param>
public sealed record Fault(string? Field, string Sentence, params object?[] Args)
{
    /// <summary>The sentence filled in, in the current culture.</summary>
    public string Text => Args.Length == 0 ? Sentence : string.Format(CultureInfo.CurrentCulture, Sentence, Args);
}

/// <summary>A word of the office inside a sentence, such as a state: translated with the sentence.</summary>
/// <param name="English">The word; also the key of its translation.</param>
public sealed record Word(string English)
{
    /// <inheritdoc/>
    public override string ToString() => English;
}

/// <summary>Somebody tried what the office's rules do not allow. Nothing was changed.</summary>
public class RuleBroken : Exception
{
    /// <summary>The faults, at least one.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>One or several faults found together.</summary>
    public RuleBroken(params IReadOnlyList<Fault> faults) : base(string.Join(" ", faults.Select(f => f.Text))) => Faults = faults;

    /// <summary>A plain sentence.</summary>
    public RuleBroken(string sentence) : this(new Fault(null, sentence)) { }
}

/// <summary>The record that was asked for is not there (any more).</summary>
public sealed class RecordMissing(string kind, object id) : RuleBroken(new Fault(null, "There is no {0} {1}. It may have been deleted.", kind, id));

/// <summary>The actor lacks a permission, or its limit is too low. Nothing was changed.</summary>
public sealed class AccessDenied : Exception
{
    /// <summary>The permission that was missing.</summary>
    public string Permission { get; }

    /// <summary>What the person is told.</summary>
    public Fault Fault { get; }

    /// <summary>A missing permission.</summary>
    public AccessDenied(string permission) : this(permission, new Fault(null, "This needs the permission \"{0}\". An administrator can grant it.", permission)) { }

    /// <summary>A permission that is held, but not up to this amount.</summary>
    public AccessDenied(string permission, Fault fault) : base(fault.Text) => (Permission, Fault) = (permission, fault);
}

/// <summary>Somebody else saved the record after this person had opened it. Both versions are at hand; nothing was changed.</summary>
public sealed class StaleRecord(Entity yours, Entity theirs, string? changedBy, DateTime? changedAt)
    : Exception("Somebody else saved this record after you opened it.")
{
    /// <summary>What the person wanted to save.</summary>
    public Entity Yours { get; } = yours;

    /// <summary>What stands in the database now.</summary>
    public Entity Theirs { get; } = theirs;

    /// <summary>Who saved it last, when known.</summary>
    public string? ChangedBy { get; } = changedBy;

    /// <summary>When, in UTC.</summary>
    public DateTime? ChangedAt { get; } = changedAt;
}

namespace BackOffice.Domain.Organization.Responsibilities;

/// <summary>A column of the matrix: a position with whoever holds it today, or a person.</summary>
/// <param name="PositionId">The position; null for a person.</param>
/// <param name="PersonId">The person: of a position its holder today, if it has one.</param>
/// <param name="Title">The position's title or the person's name.</param>
/// <param name="Holder">Of a position: who holds it.</param>
/// <param name="Away">Nobody is there to do it today: the seat is vacant, or the person has left or is away.</param>
public sealed record MatrixColumn(long? PositionId, long? PersonId, string Title, string? Holder, bool Away)
{
    /// <summary>Short and stable, as it stands in addresses: "s12" for a seat, "p7" for a person.</summary>
    public string Key => PositionId is { } seat ? $"s{seat}" : $"p{PersonId}";
}

/// <summary>What is wrong with the parts in an activity.</summary>
public enum Gap
{
    /// <summary>Nobody answers for it.</summary>
    NobodyAccountable,

    /// <summary>Several answer for it, so nobody does.</summary>
    SeveralAccountable,

    /// <summary>Nobody does it.</summary>
    NobodyResponsible,

    /// <summary>Whoever does it is away, or the seat is vacant.</summary>
    ResponsibleAway,

    /// <summary>Whoever answers for it is away, or the seat is vacant.</summary>
    AccountableAway,
}

/// <summary>A line of the matrix.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Parts">The parts by <see cref="MatrixColumn.Key"/>.</param>
/// <param name="Gaps">What is wrong, the worst first.</param>
public sealed record MatrixRow(Activity Activity, IReadOnlyDictionary<string, Part> Parts, IReadOnlyList<Gap> Gaps)
{
    /// <summary>What is wrong with these parts.</summary>
    /// <param name="parts">Each with whether nobody is there to play it today.</param>
    public static IReadOnlyList<Gap> GapsOf(IReadOnlyCollection<(Part Part, bool Away)> parts)
    {
        var accountable = parts.Where(p => p.Part == Part.Accountable).ToList();
        var responsible = parts.Where(p => p.Part == Part.Responsible).ToList();
        // Whoever answers for something alone may do it himself.
        var doing = responsible.Count == 0 && accountable.Count == 1 ? accountable : responsible;
        var gaps = new List<Gap>();
        if (accountable.Count == 0) gaps.Add(Gap.NobodyAccountable);
        if (accountable.Count > 1) gaps.Add(Gap.SeveralAccountable);
        if (doing.Count == 0) gaps.Add(Gap.NobodyResponsible);
        else if (doing.TrueForAll(p => p.Away)) gaps.Add(Gap.ResponsibleAway);
        if (accountable.Count == 1 && accountable[0].Away && responsible.Count > 0) gaps.Add(Gap.AccountableAway);
        return gaps;
    }
}

/// <summary>Who has which part in what.</summary>
/// <param name="Columns">Positions by title, then people by name.</param>
/// <param name="Rows">By area and name.</param>
public sealed record Matrix(IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixRow> Rows);

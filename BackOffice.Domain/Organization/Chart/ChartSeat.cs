namespace BackOffice.Domain.Organization.Chart;

/// <summary>A seat on the organization chart as of a day.</summary>
public sealed record ChartSeat
{
    public long Id { get; init; }
    public long? SuperiorId { get; init; }
    public string Title { get; init; } = "";
    public string Department { get; init; } = "";

    /// <summary>Nobody when it is vacant.</summary>
    public long? HolderId { get; init; }
    public string? Holder { get; init; }

    /// <summary>The holder holds it besides a position of his own.</summary>
    public bool Besides { get; init; }

    /// <summary>Seats that report to it directly.</summary>
    public int Direct { get; init; }

    /// <summary>All seats below it, directly or through others.</summary>
    public int Below { get; init; }

    /// <summary>Lines of command above it, counted from where the chart begins.</summary>
    public int Depth { get; init; }

    /// <summary>To which other seats it answers besides, and for what.</summary>
    public IReadOnlyList<ChartLine> Dotted { get; init; } = [];
}

/// <summary>A dotted line from a seat on the chart.</summary>
/// <param name="ToId">The seat to which it answers.</param>
/// <param name="To">Its title.</param>
/// <param name="Purpose">For what.</param>
public sealed record ChartLine(long ToId, string To, string? Purpose);

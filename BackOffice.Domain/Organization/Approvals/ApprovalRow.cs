namespace BackOffice.Domain.Organization.Approvals;

/// <summary>A request in a list.</summary>
public sealed class ApprovalRow
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>The kind of document.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The record.</summary>
    public long RecordId { get; init; }

    /// <summary>As people call the record.</summary>
    [Searched]
    public string Title { get; init; } = "";

    /// <summary>In the company's currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Who asks.</summary>
    [Searched]
    public string RequesterName { get; init; } = "";

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when, in UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ApprovalState State { get; init; }

    /// <summary>For whom it waits; none for whoever may, or when it has ended.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Who has been asked so far at the place whose turn it is.</summary>
    public StepReach? Reach { get; init; }

    internal static IQueryable<ApprovalRow> From(BackOfficeDb db, IQueryable<ApprovalRequest> requests) =>
        from r in requests
        let step = db.Set<ApprovalStep>().Where(s => s.RequestId == r.Id && s.State == StepState.Waiting).OrderBy(s => s.Place).FirstOrDefault()
        select new ApprovalRow
        {
            Id = r.Id, Kind = r.Kind, RecordId = r.RecordId, Title = r.Title, Amount = r.Amount, RequesterName = r.RequesterName, Reason = r.Reason, AskedAt = r.AskedAt, State = r.State,
            WaitsFor = step.ApproverName, Reach = (StepReach?)step.Reach,
        };
}

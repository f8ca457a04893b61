namespace BackOffice.Portal.Platform.Parts;

/// <summary>One thing that happened to a record.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">The person or the job.</param>
/// <param name="What">The step, in words.</param>
/// <param name="Remark">What was said with it.</param>
public sealed record TimelineEvent(DateTime At, string Who, string What, string? Remark = null);

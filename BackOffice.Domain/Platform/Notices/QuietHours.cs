namespace BackOffice.Domain.Platform.Notices;

/// <summary>Hours of each day in which nobody is disturbed, in the person's own zone; they may lie across midnight.</summary>
/// <remarks>A moment is quiet when the clock on the wall says so; when the clock skips their end, they end with the skipping.</remarks>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    public static QuietHours? Of(TimeOnly? from, TimeOnly? until, TimeZoneInfo zone) =>
        from is { } start && until is { } end && start != end ? new(start, end, zone) : null;

    /// <summary>The moment itself when it is not quiet then, else the end of the quiet hours. All UTC.</summary>
    public DateTime OnOrAfter(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
        var time = TimeOnly.FromDateTime(local);
        // A range whose end lies before its begin goes across midnight.
        if (!time.IsBetween(From, Until)) return utc;
        var day = DateOnly.FromDateTime(local);
        var end = (From < Until || time < Until ? day : day.AddDays(1)).ToDateTime(Until);
        while (Zone.IsInvalidTime(end)) end = end.AddMinutes(1);
        if (!Zone.IsAmbiguousTime(end)) return TimeZoneInfo.ConvertTimeToUtc(end, Zone);
        var ends = Zone.GetAmbiguousTimeOffsets(end).Select(offset => DateTime.SpecifyKind(end - offset, DateTimeKind.Utc)).Order();
        return ends.First(e => e > utc);
    }
}

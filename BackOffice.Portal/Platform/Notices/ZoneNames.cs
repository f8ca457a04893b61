namespace BackOffice.Portal.Platform.Notices;

/// <summary>The time zones that a person may choose: those that are named after a place.</summary>
internal static class ZoneNames
{
    /// <summary>IANA names in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).Append("Etc/UTC").Order(StringComparer.Ordinal)];
}

namespace BackOffice.Domain.Platform.Notices;

/// <summary>What one person was told about one thing on one day, folded into a line.</summary>
/// <param name="Day">In the reader's zone.</param>
/// <param name="Notices">Newest first, at least one.</param>
public sealed record NoticeGroup(DateOnly Day, IReadOnlyList<Notice> Notices)
{
    /// <summary>The newest, which speaks for the others.</summary>
    public Notice Newest => Notices[0];

    /// <summary>Whether one of them is unread.</summary>
    public bool IsFresh => Notices.Any(n => n.ReadAt is null);

    /// <summary>The unread ones.</summary>
    public IReadOnlyList<long> UnreadIds => [.. Notices.Where(n => n.ReadAt is null).Select(n => n.Id)];

    /// <summary>Folds notices of the same day and kind about the same record; without a record, those that say the same.</summary>
    /// <param name="notices">Newest first.</param>
    /// <param name="zone">The reader's.</param>
    public static IReadOnlyList<NoticeGroup> Fold(IEnumerable<Notice> notices, TimeZoneInfo zone) =>
    [
        .. notices.GroupBy(n => (Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(n.At, zone)), n.Kind, n.About, Words: n.About is null ? n.Sentence + n.Args : ""))
            .Select(g => new NoticeGroup(g.Key.Day, [.. g])),
    ];
}

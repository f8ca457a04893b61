using System.Text.Json;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>What became of a card.</summary>
public enum BoardEvent
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>It stands in another state.</summary>
    Moved,

    /// <summary>Somebody else answers for it.</summary>
    Reassigned,
}

/// <summary>What happened to a card lately, for whoever did not look meanwhile.</summary>
/// <param name="CardId">The task.</param>
/// <param name="What">What became of it.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who did it.</param>
public sealed record BoardNews(long CardId, BoardEvent What, DateTime At, string By)
{
    private const int Most = 500;

    /// <summary>The latest news of each card of a list since a moment, from the audit trail.</summary>
    internal static async Task<Dictionary<long, BoardNews>> ReadAsync(BackOfficeDb db, long listId, IReadOnlyCollection<long>? cards, DateTime since, CancellationToken ct)
    {
        var (kind, touched) = (RecordKinds.Of(typeof(WorkItem)).Kind, db.Set<WorkItem>().Where(i => i.ListId == listId && i.TouchedAt >= since));
        if (cards is not null) touched = touched.Where(i => cards.Contains(i.Id));
        var entries = await (from entry in db.Set<AuditEntry>()
                             join item in touched on entry.RecordId equals item.Id
                             where entry.Kind == kind && entry.At >= since
                             orderby entry.Id descending
                             select new { entry.RecordId, entry.Action, entry.At, entry.ActorName, entry.Changes }).Take(Most).ToListAsync(ct);
        var latest = new Dictionary<long, BoardNews>();
        foreach (var entry in entries)
        {
            if (EventOf(entry.Action, entry.Changes) is { } what) latest.TryAdd(entry.RecordId, new BoardNews(entry.RecordId, what, entry.At, entry.ActorName));
        }
        return latest;
    }

    private static BoardEvent? EventOf(AuditAction action, string changes)
    {
        if (action == AuditAction.Created) return BoardEvent.New;
        using var fields = JsonDocument.Parse(changes);
        if (fields.RootElement.TryGetProperty(nameof(WorkItem.StateId), out _)) return BoardEvent.Moved;
        return fields.RootElement.TryGetProperty(nameof(WorkItem.AssigneeId), out _) ? BoardEvent.Reassigned : null;
    }
}

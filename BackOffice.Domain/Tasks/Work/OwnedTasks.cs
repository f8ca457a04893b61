using BackOffice.Domain.Organization;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>The open tasks that would be left without anybody when somebody leaves the company; a change of seats leaves them with the person.</summary>
public sealed class OwnedTasks : IOwnedWork
{
    /// <inheritdoc/>
    public string Words => "Tasks";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnedRecord>> FindAsync(BackOfficeDb db, Leaving leaving, int take, CancellationToken ct)
    {
        if (!leaving.Leaves) return [];
        var open = await Open(db, leaving).OrderBy(i => i.DueAt == null ? 1 : 0).ThenBy(i => i.DueAt).ThenBy(i => i.Id).Take(take).Select(i => new { i.Id, i.Number, i.Title, i.DueAt }).ToListAsync(ct);
        return [.. open.Select(i => new OwnedRecord(RecordRef.Of<WorkItem>(i.Id), $"{i.Number} {i.Title}", i.DueAt is { } due ? DateOnly.FromDateTime(due) : null))];
    }

    /// <inheritdoc/>
    public async Task<int> HandOverAsync(BackOfficeDb db, Leaving leaving, long toPersonId, CancellationToken ct)
    {
        if (!leaving.Leaves) return 0;
        var open = await Open(db, leaving).Include(i => i.Helpers).ToListAsync(ct);
        foreach (var list in open.Select(i => i.ListId).Distinct().ToList())
            await ListAccess.RequireSeenByAsync(db, await db.FindAsync<TaskList>(list, ct), [toPersonId], ct);
        foreach (var item in open)
        {
            (item.AssigneeId, item.TouchedAt) = (toPersonId, db.Now);
            item.RemoveHelper(toPersonId);
        }
        return open.Count;
    }

    private static IQueryable<WorkItem> Open(BackOfficeDb db, Leaving leaving) => db.Set<WorkItem>().Where(i => i.AssigneeId == leaving.PersonId && StateGroups.Open.Contains(i.Group));
}

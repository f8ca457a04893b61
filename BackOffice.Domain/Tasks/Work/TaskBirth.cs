using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>How a task comes into the world, whoever asks for it: a person, a template, a recurrence.</summary>
internal static class TaskBirth
{
    /// <summary>How many levels of parts there may be.</summary>
    public const int Deepest = 5;

    /// <summary>Gives a task its number, its place and its dates of origin.</summary>
    public static async Task AddAsync(BackOfficeDb db, TaskList list, WorkItem item, WorkState state, WorkItem? parent, CancellationToken ct)
    {
        list.RequireOpen();
        // Before anything is counted or numbered: what cannot be saved stops here.
        Validation.Require(item);
        if (item.AssigneeId is { } person) await ListAccess.RequireSeenByAsync(db, list, [person], ct);
        if (parent is not null) await PutUnderAsync(db, item, parent, ct);
        (item.ListId, item.CreatedAt, item.TouchedAt) = (list.Id, db.Now, db.Now);
        item.CreatedById = (await db.ActingPersonAsync(ct))?.Id;
        item.Number = await db.NextNumberAsync("T", ct);
        await Column.PutAsync(db, item, state, Spot.Last, ct);
        db.Add(item);
    }

    private static async Task PutUnderAsync(BackOfficeDb db, WorkItem item, WorkItem parent, CancellationToken ct)
    {
        Rule.Require(parent.IsOpen, "{0} has ended. Open it again before you add a part to it.", parent.Number);
        var depth = 1;
        for (var above = parent.ParentId; above is { } id; depth++) above = await db.Set<WorkItem>().Where(i => i.Id == id).Select(i => i.ParentId).FirstOrDefaultAsync(ct);
        Rule.Require(depth <= Deepest, "A task has parts, and they have parts, {0} levels deep at most.", Deepest);
        item.ParentId = parent.Id;
    }
}

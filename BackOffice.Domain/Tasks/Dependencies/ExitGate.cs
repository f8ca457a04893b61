using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Dependencies;

/// <summary>The gate through which a record closes: shut as long as a task that has to be done before is open. Any domain asks it.</summary>
public static class ExitGate
{
    /// <summary>Refuses to close a record whose gate is shut.</summary>
    /// <param name="db">The work that closes it.</param>
    /// <param name="record">The record.</param>
    /// <param name="title">As people know it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RequireOpenAsync(BackOfficeDb db, RecordRef record, string title, CancellationToken ct)
    {
        var open = await (from link in db.Set<WorkLink>()
                          join item in db.Set<WorkItem>() on link.WorkItemId equals item.Id
                          where link.RecordKind == record.Kind && link.RecordId == record.Id && link.IsGate && StateGroups.Open.Contains(item.Group)
                          orderby item.Id
                          select item.Number).Take(4).ToListAsync(ct);
        Rule.Require(open.Count == 0, "{0} closes when these tasks are done: {1}.", title, string.Join(", ", open.Take(3)) + (open.Count > 3 ? " …" : ""));
    }
}

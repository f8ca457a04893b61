using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>A task in a list, on a board, in a calendar: one shape for every view.</summary>
[Searched]
public sealed class WorkItemRow
{
    public long Id { get; init; }
    public int Version { get; init; }
    public string Number { get; init; } = "";
    public string Title { get; init; } = "";
    public long ListId { get; init; }
    [NotSorted] public string List { get; init; } = "";
    public long StateId { get; init; }
    [NotSorted] public string State { get; init; } = "";
    [NotSorted] public StateGroup Group { get; init; }
    [NotSorted, NotFiltered] public string Rank { get; init; } = "";
    [NotSorted] public Priority Priority { get; init; }

    /// <summary>Low 0 to urgent 3, by which a list is put in order.</summary>
    public int Weight { get; init; }

    public long? AssigneeId { get; init; }
    [NotSorted] public string? Assignee { get; init; }
    public DateTime? StartAt { get; init; }
    public DateTime? DueAt { get; init; }
    public decimal? Estimate { get; init; }
    public decimal Spent { get; init; }
    public long? ParentId { get; init; }
    public DateTime StateSince { get; init; }
    public DateTime? EndedAt { get; init; }
    public DateTime TouchedAt { get; init; }
    public DateTime CreatedAt { get; init; }
    [NotSorted] public int CheckPoints { get; init; }
    [NotSorted] public int Ticked { get; init; }
    [NotSorted] public int Parts { get; init; }
    [NotSorted] public int PartsDone { get; init; }

    /// <summary>It waits for something that has not come yet.</summary>
    [NotSorted] public bool IsBlocked { get; init; }

    internal static IQueryable<WorkItemRow> From(BackOfficeDb db, IQueryable<WorkItem> items)
    {
        var unmet = Blocking.Unmet(db);
        return from item in items
               join list in db.Set<TaskList>() on item.ListId equals list.Id
               join state in db.Set<WorkState>() on item.StateId equals state.Id
               join person in db.Set<Person>() on item.AssigneeId equals person.Id into people
               from person in people.DefaultIfEmpty()
               select new WorkItemRow
               {
                   Id = item.Id, Version = item.Version, Number = item.Number, Title = item.Title, ListId = item.ListId, List = list.Name, StateId = item.StateId, State = state.Name, Group = item.Group, Rank = item.Rank,
                   Priority = item.Priority, Weight = item.Priority == Priority.Urgent ? 3 : item.Priority == Priority.High ? 2 : item.Priority == Priority.Low ? 0 : 1,
                   AssigneeId = item.AssigneeId, Assignee = person!.Name, StartAt = item.StartAt, DueAt = item.DueAt, Estimate = item.Estimate, Spent = item.Spent, ParentId = item.ParentId,
                   StateSince = item.StateSince, EndedAt = item.EndedAt, TouchedAt = item.TouchedAt, CreatedAt = item.CreatedAt,
                   CheckPoints = db.Set<CheckPoint>().Count(c => c.WorkItemId == item.Id), Ticked = db.Set<CheckPoint>().Count(c => c.WorkItemId == item.Id && c.TickedAt != null),
                   Parts = db.Set<WorkItem>().Count(p => p.ParentId == item.Id), IsBlocked = unmet.Any(d => d.WorkItemId == item.Id), PartsDone = db.Set<WorkItem>().Count(p => p.ParentId == item.Id && (p.Group == StateGroup.Done || p.Group == StateGroup.Cancelled)),
               };
    }
}

using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Lists;

/// <summary>The task lists: made, opened to people, given their states, limits and labels.</summary>
public sealed class ListBook(Office office)
{
    /// <summary>The lists that are open to me.</summary>
    [List("tasks.lists")]
    public Task<Page<ListRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => ListRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>One list with its states and members.</summary>
    public Task<TaskList> GetAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleListAsync(id, ct);
            return await db.Set<TaskList>().Include(l => l.States.OrderBy(s => s.Position)).Include(l => l.Members).AsSplitQuery().FirstAsync(l => l.Id == id, ct);
        }, ct);

    /// <summary>The open lists in which I may work, by name.</summary>
    public Task<List<TaskList>> MineAsync(CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => db.Set<TaskList>().Include(l => l.States).EditableBy(db.Actor, db).Where(l => l.ClosedOn == null).OrderBy(l => l.Name).ToListAsync(ct), ct);

    /// <summary>Makes a list with the usual states; whoever makes it is its first member.</summary>
    /// <returns>Its id.</returns>
    public Task<long> StartAsync(string name, Audience audience = Audience.Members, string? purpose = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Lists, key, async db =>
        {
            var list = TaskList.WithUsualStates(name);
            (list.Audience, list.Purpose) = (audience, purpose);
            if (await db.ActingPersonAsync(ct) is { } maker) list.Admit(new ListMember { PersonId = maker.Id, MayEdit = true });
            db.Add(list);
            await db.FlushAsync(ct);
            return list.Id;
        }, ct);

    /// <summary>Saves name, purpose, audience and rules.</summary>
    public Task SaveAsync(TaskList entered, CancellationToken ct = default) =>
        ChangeAsync(entered.Id, async (db, _) => await db.TakeOverAsync(entered, ct), ct);

    /// <summary>Puts a list away, or takes it up again.</summary>
    public Task CloseAsync(long listId, bool closed = true, CancellationToken ct = default) =>
        ChangeAsync(listId, (db, list) => { list.Close(closed ? db.Today : null); return Task.CompletedTask; }, ct);

    /// <summary>Adds a state.</summary>
    /// <returns>Its id.</returns>
    public Task<long> AddStateAsync(long listId, string name, StateGroup group, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Lists, async db =>
        {
            var list = await db.EditableListAsync(listId, ct);
            Rule.Require(list.States.Count < 30, "A list has at most {0} states.", 30);
            var state = list.AddState(name, group);
            await db.FlushAsync(ct);
            return state.Id;
        }, ct);

    /// <summary>Names a state anew and sets its limit.</summary>
    public Task SaveStateAsync(WorkState entered, CancellationToken ct = default) =>
        ChangeAsync(entered.ListId, async (db, list) => { list.State(entered.Id); await db.TakeOverAsync(entered, ct); }, ct);

    /// <summary>Puts a state at a place, from 1.</summary>
    public Task PlaceStateAsync(long listId, long stateId, int position, CancellationToken ct = default) =>
        ChangeAsync(listId, (_, list) => { list.PlaceState(stateId, position); return Task.CompletedTask; }, ct);

    /// <summary>Takes a state off that holds no task.</summary>
    public Task RemoveStateAsync(long listId, long stateId, CancellationToken ct = default) =>
        ChangeAsync(listId, async (db, list) =>
        {
            var state = list.State(stateId);
            Rule.Require(!await db.Set<WorkItem>().AnyAsync(i => i.StateId == stateId, ct), "There are tasks in {0}. Move them to another state first.", state.Name);
            list.RemoveState(stateId);
            db.Remove(state);
        }, ct);

    /// <summary>The labels of a list, by name.</summary>
    public Task<List<Label>> LabelsAsync(long listId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleListAsync(listId, ct);
            return await db.Set<Label>().Where(l => l.ListId == listId).OrderBy(l => l.Name).ToListAsync(ct);
        }, ct);

    /// <summary>Adds a label to a list.</summary>
    /// <returns>Its id.</returns>
    public Task<long> AddLabelAsync(long listId, string name, LabelColour colour, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var label = new Label { ListId = (await db.EditableListAsync(listId, ct)).Id, Name = name, Colour = colour };
            db.Add(label);
            await db.FlushAsync(ct);
            return label.Id;
        }, ct);

    private Task ChangeAsync(long listId, Func<BackOfficeDb, TaskList, Task> change, CancellationToken ct) =>
        office.ChangeAsync(TasksPermissions.Lists, async db =>
        {
            var list = await db.EditableListAsync(listId, ct);
            await db.Set<ListMember>().Where(m => m.ListId == listId).LoadAsync(ct);
            await change(db, list);
        }, ct);
}

/// <summary>A list among the lists.</summary>
public sealed class ListRow
{
    public long Id { get; init; }

    [Searched, Display(Name = "Name")]
    public string Name { get; init; } = "";

    [Searched, NotSorted, Display(Name = "Purpose")]
    public string? Purpose { get; init; }

    [Display(Name = "Open to")]
    public Audience Audience { get; init; }

    [NotSorted, Display(Name = "Open tasks")]
    public int Open { get; init; }

    [NotSorted, Display(Name = "Late")]
    public int Late { get; init; }

    [Display(Name = "Closed")]
    public DateOnly? ClosedOn { get; init; }

    internal static IQueryable<ListRow> From(BackOfficeDb db)
    {
        var now = db.Now;
        return db.Set<TaskList>().VisibleTo(db.Actor, db).Select(l => new ListRow
        {
            Id = l.Id, Name = l.Name, Purpose = l.Purpose, Audience = l.Audience, ClosedOn = l.ClosedOn,
            Open = db.Set<WorkItem>().Count(i => i.ListId == l.Id && StateGroups.Open.Contains(i.Group)),
            Late = db.Set<WorkItem>().Count(i => i.ListId == l.Id && StateGroups.Open.Contains(i.Group) && i.DueAt < now),
        });
    }
}

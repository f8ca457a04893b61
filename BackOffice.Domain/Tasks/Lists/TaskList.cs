namespace BackOffice.Domain.Tasks.Lists;

/// <summary>To whom a list is open.</summary>
public enum Audience
{
    /// <summary>To its members alone.</summary>
    Members,

    /// <summary>Everybody reads, members work in it.</summary>
    EverybodyReads,

    /// <summary>Everybody works in it.</summary>
    Everybody,
}

/// <summary>A list of tasks with the states it goes through: a project, a round of duties, the desk of a department.</summary>
[Record("tasks.list", 301, TasksPermissions.View)]
public sealed class TaskList : Entity, ISearchable
{
    private readonly List<WorkState> _states = [];
    private readonly List<ListMember> _members = [];

    /// <summary>As people call it; unique.</summary>
    [Required, MaxLength(120), Display(Name = "Name")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>What it is for.</summary>
    [MaxLength(2000), Display(Name = "Purpose")]
    public string? Purpose { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>To whom it is open.</summary>
    [Display(Name = "Open to")]
    public Audience Audience { get; set; }

    /// <summary>A blocked task may be finished, with a reason.</summary>
    [Display(Name = "Blocked tasks may be finished, with a reason")]
    public bool FinishesBlocked { get; set; }

    /// <summary>Working hours before it is due at which a task is spoken of.</summary>
    [Range(1, 400), Display(Name = "Reminder before, hours")]
    public int? RemindBefore { get; set; } = 8;

    /// <summary>Working hours after which a late task is spoken of again.</summary>
    [Range(1, 400), Display(Name = "Reminder again every, hours")]
    public int? RemindEvery { get; set; } = 8;

    /// <summary>Working hours after which a late task goes a step up the chain of command.</summary>
    [Range(1, 400), Display(Name = "Escalation every, hours")]
    public int? EscalateEvery { get; set; }

    /// <summary>Days without a touch after which a task is asked about.</summary>
    [Range(1, 1000), Display(Name = "Asked about after, days")]
    public int? AskAfterDays { get; set; }

    /// <summary>Days after the asking at which it is parked.</summary>
    [Range(1, 1000), Display(Name = "Parked after, days")]
    public int? ParkAfterDays { get; set; }

    /// <summary>Put away: nothing new begins in it.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Its states, from the left.</summary>
    public IReadOnlyList<WorkState> States => _states;

    /// <summary>Who belongs to it.</summary>
    public IReadOnlyList<ListMember> Members => _members;

    string ISearchable.SearchTitle => Name;
    string ISearchable.SearchText => Purpose ?? "";

    /// <summary>The states of a new list, one of each group that most work goes through.</summary>
    public static TaskList WithUsualStates(string name)
    {
        var list = new TaskList { Name = name };
        list.AddState("To do", StateGroup.ToDo);
        list.AddState("In progress", StateGroup.InProgress);
        list.AddState("Waiting", StateGroup.Waiting);
        list.AddState("Done", StateGroup.Done);
        list.AddState("Cancelled", StateGroup.Cancelled);
        return list;
    }

    /// <summary>Adds a state behind those of its group and of the groups before it.</summary>
    public WorkState AddState(string name, StateGroup group)
    {
        Rule.RequireField(nameof(WorkState.Name), !_states.Exists(s => string.Equals(s.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)), "{0} has a state {1} already.", Name, name.Trim());
        var state = new WorkState { ListId = Id, Group = group, Name = name };
        var ahead = _states.OrderBy(s => s.Position).ToList();
        ahead.Insert(ahead.FindLastIndex(s => s.Group <= group) + 1, state);
        _states.Add(state);
        Order(ahead);
        return state;
    }

    /// <summary>Puts a state at a place, from 1.</summary>
    internal void PlaceState(long stateId, int position)
    {
        var state = State(stateId);
        var others = _states.Where(s => s != state).OrderBy(s => s.Position).ToList();
        others.Insert(Math.Clamp(position - 1, 0, others.Count), state);
        Order(others);
    }

    /// <summary>Takes an empty state off.</summary>
    internal void RemoveState(long stateId)
    {
        var state = State(stateId);
        Rule.Require(_states.Exists(s => s != state && s.Group.IsOpen()) && _states.Exists(s => s != state && s.Group == StateGroup.Done), "{0} needs a state in which work begins and one in which it is done.", Name);
        _states.Remove(state);
        Order([.. _states.OrderBy(s => s.Position)]);
    }

    /// <summary>The state with this id.</summary>
    public WorkState State(long stateId) => _states.Find(s => s.Id == stateId) ?? throw new RuleBroken(new Fault(null, "{0} has no such state. Load the page again.", Name));

    /// <summary>Where a new task begins: the first state to do, or the first in which work is open.</summary>
    public WorkState FirstState() => _states.OrderBy(s => s.Group == StateGroup.ToDo ? 0 : 1).ThenBy(s => s.Position).First(s => s.Group.IsOpen());

    /// <summary>The first state of a group.</summary>
    public WorkState FirstState(StateGroup group) =>
        _states.Where(s => s.Group == group).MinBy(s => s.Position) ?? throw new RuleBroken(new Fault(null, "{0} has no state for this.", Name));

    /// <summary>Lets somebody in, or says anew what he may do.</summary>
    internal void Admit(ListMember member)
    {
        _members.RemoveAll(m => m.IsFor(member));
        _members.Add(member);
    }

    /// <summary>Takes a member off.</summary>
    internal void Dismiss(long memberId) => _members.RemoveAll(m => m.Id == memberId);

    /// <summary>Puts it away, or takes it up again.</summary>
    internal void Close(DateOnly? on) => ClosedOn = on;

    /// <summary>Refuses when nothing may begin in it any more.</summary>
    internal void RequireOpen() => Rule.Require(ClosedOn is null, "{0} is closed. Choose another list, or open it again.", Name);

    private static void Order(List<WorkState> states)
    {
        for (var i = 0; i < states.Count; i++) states[i].Position = i + 1;
    }
}

internal sealed class TaskListMapping : IEntityTypeConfiguration<TaskList>
{
    public void Configure(EntityTypeBuilder<TaskList> builder)
    {
        builder.HasIndex(l => l.Name).IsUnique();
        builder.HasMany(l => l.States).WithOne().HasForeignKey(s => s.ListId);
        builder.HasMany(l => l.Members).WithOne().HasForeignKey(m => m.ListId).OnDelete(DeleteBehavior.Cascade);
    }
}

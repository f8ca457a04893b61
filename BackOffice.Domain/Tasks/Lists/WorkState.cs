namespace BackOffice.Domain.Tasks.Lists;

/// <summary>What a state means to the house, whatever a list calls it.</summary>
public enum StateGroup
{
    /// <summary>Some day.</summary>
    Backlog,

    /// <summary>Planned.</summary>
    ToDo,

    /// <summary>Somebody is at it.</summary>
    InProgress,

    /// <summary>Somebody or something else has to move first.</summary>
    Waiting,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Will not happen.</summary>
    Cancelled,
}

/// <summary>What each group means.</summary>
public static class StateGroups
{
    /// <summary>The groups in which work is still to be done.</summary>
    public static IReadOnlyList<StateGroup> Open { get; } = [StateGroup.Backlog, StateGroup.ToDo, StateGroup.InProgress, StateGroup.Waiting];

    /// <summary>Work is still to be done.</summary>
    public static bool IsOpen(this StateGroup group) => group is not (StateGroup.Done or StateGroup.Cancelled);
}

/// <summary>A state of a list, a column of its board: the list names it freely, the group says what it means.</summary>
[Record("tasks.state", 302, TasksPermissions.View)]
public sealed class WorkState : Entity
{
    /// <summary>The list.</summary>
    public long ListId { get; internal init; }

    /// <summary>What it means; stays, because every task in it stands on it.</summary>
    public StateGroup Group { get; internal init; }

    /// <summary>As the list calls it.</summary>
    [Required, MaxLength(60), Display(Name = "State")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Its place from the left, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>How many tasks it should hold at most.</summary>
    [Range(1, 1000), Display(Name = "At most")]
    public int? Limit { get; set; }

    /// <summary>A task too many is refused; otherwise it is only said.</summary>
    [Display(Name = "Refuse above the limit")]
    public bool RefusesAboveLimit { get; set; }

    /// <summary>What to say when one more task than these comes in; nothing while there is room.</summary>
    /// <exception cref="RuleBroken">The list refuses it.</exception>
    internal Fault? Admit(int there)
    {
        if (Limit is not { } most || there < most) return null;
        Rule.Require(!RefusesAboveLimit, "{0} holds at most {1} tasks and has {2}. Finish or move one first.", Name, most, there);
        return new Fault(null, "{0} should hold at most {1} tasks and now has {2}.", Name, most, there + 1);
    }
}

internal sealed class WorkStateMapping : IEntityTypeConfiguration<WorkState>
{
    public void Configure(EntityTypeBuilder<WorkState> builder) => builder.HasIndex(s => new { s.ListId, s.Name }).IsUnique();
}

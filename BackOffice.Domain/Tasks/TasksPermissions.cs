using System.ComponentModel;

namespace BackOffice.Domain.Tasks;

/// <summary>What may be done with tasks. Which lists somebody meets at all, the lists say themselves.</summary>
public static class TasksPermissions
{
    /// <summary>Reading the lists that are open to one.</summary>
    [Description("See the tasks of the lists that are open to one")]
    public const string View = "tasks.view";

    /// <summary>Working in the lists that let one.</summary>
    [Description("Create and change tasks in the lists that let one")]
    public const string Edit = "tasks.edit";

    /// <summary>Making lists and setting up one's own.</summary>
    [Description("Make task lists and set up their states, members and rules")]
    public const string Lists = "tasks.lists";

    /// <summary>Every list, whoever its members are.</summary>
    [Description("See and change every task list, whoever its members are")]
    public const string All = "tasks.all";
}

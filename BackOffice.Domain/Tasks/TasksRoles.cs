using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Tasks;

/// <summary>What the roles that come with the portal may do with tasks.</summary>
public static class TasksRoles
{
    /// <summary>Works on tasks.</summary>
    public static RoleTemplate Clerk { get; } = new("Clerk", "Receives, moves and counts goods", TasksPermissions.View, TasksPermissions.Edit);

    /// <summary>The same for buyers.</summary>
    public static RoleTemplate Buyer { get; } = new("Buyer", "Keeps items and suppliers, decides what to reorder and writes purchase orders", TasksPermissions.View, TasksPermissions.Edit);

    /// <summary>Sets lists up and sees the load of everybody.</summary>
    public static RoleTemplate Supervisor { get; } = new("Supervisor", "Approves orders and the differences of counts", TasksPermissions.View, TasksPermissions.Edit, TasksPermissions.Lists);

    /// <summary>Keeps lists such as the first day of a newcomer.</summary>
    public static RoleTemplate HumanResources { get; } = new("Human resources", "Keeps people, departments and positions", TasksPermissions.View, TasksPermissions.Edit, TasksPermissions.Lists);
}

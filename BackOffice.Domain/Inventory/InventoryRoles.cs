using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Inventory;

/// <summary>The roles around items and stock that come with the portal.</summary>
public static class InventoryRoles
{
    /// <summary>Handles goods.</summary>
    public static RoleTemplate Clerk { get; } = new("Clerk", "Receives, moves and counts goods",
        InventoryPermissions.View, InventoryPermissions.Move, InventoryPermissions.Count, InventoryPermissions.Receive);

    /// <summary>Buys goods.</summary>
    public static RoleTemplate Buyer { get; } = new("Buyer", "Keeps items and suppliers, decides what to reorder and writes purchase orders",
        InventoryPermissions.View, InventoryPermissions.Edit, InventoryPermissions.Reorder, InventoryPermissions.Order, InventoryPermissions.Rules, InventoryPermissions.Receive, $"{InventoryPermissions.ApproveOrder}:50000");

    /// <summary>Answers for both.</summary>
    public static RoleTemplate Supervisor { get; } = new("Supervisor", "Approves orders and the differences of counts",
        InventoryPermissions.View, InventoryPermissions.Edit, InventoryPermissions.Move, InventoryPermissions.Count, InventoryPermissions.Reorder, InventoryPermissions.Order, InventoryPermissions.Rules,
        InventoryPermissions.Receive, InventoryPermissions.ApproveCount, InventoryPermissions.ApproveOrder);
}

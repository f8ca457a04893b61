using System.ComponentModel;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Inventory;

/// <summary>What may be done with items, stock and orders.</summary>
public static class InventoryPermissions
{
    /// <summary>Reading everything of inventory.</summary>
    [Description("See items, stock, suppliers, orders and deliveries")]
    public const string View = "inventory.view";

    /// <summary>The records that everything else stands on.</summary>
    [Description("Create and change items, suppliers and locations")]
    public const string Edit = "inventory.edit";

    /// <summary>Movements by hand.</summary>
    [Description("Issue, receive, move and transfer stock by hand")]
    public const string Move = "inventory.move";

    /// <summary>Counting.</summary>
    [Description("Plan stock counts and record what was counted")]
    public const string Count = "inventory.count";

    /// <summary>Approving the differences of a count, up to a value.</summary>
    [Limited, Description("Approve the differences of a stock count, up to a value")]
    public const string ApproveCount = "inventory.approve-count";

    /// <summary>Working on suggestions.</summary>
    [Description("Accept, change and reject reorder suggestions")]
    public const string Reorder = "inventory.reorder";

    /// <summary>Purchase orders.</summary>
    [Description("Create and submit purchase orders")]
    public const string Order = "inventory.order";

    /// <summary>Approving purchase orders, up to an amount.</summary>
    [Limited, Description("Approve purchase orders, up to an amount")]
    public const string ApproveOrder = "inventory.approve-order";

    /// <summary>Goods at the door.</summary>
    [Description("Receive deliveries")]
    public const string Receive = "inventory.receive";

    /// <summary>When and how much to reorder.</summary>
    [Description("Set reorder rules")]
    public const string Rules = "inventory.rules";
}

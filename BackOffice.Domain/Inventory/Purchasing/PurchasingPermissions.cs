using System.ComponentModel;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>What may be done with purchase orders beyond the usual.</summary>
public static class PurchasingPermissions
{
    /// <summary>For offices too small for two pairs of eyes.</summary>
    [Description("Approve purchase orders that one submitted oneself")]
    public const string ApproveOwn = "inventory.approve-own-order";
}

using BackOffice.Domain.Inventory;
using BackOffice.Domain.Platform.Rights.Segregation;
using BackOffice.Portal.Platform.Demo;
using Bogus;

namespace BackOffice.Portal.Inventory;

/// <summary>What nobody at the demo company should be able to do alone with goods.</summary>
public sealed class SegregationSamples(SegregationBook book) : ISamples
{
    /// <inheritdoc />
    public int Order => 31;

    /// <inheritdoc />
    public string Words => "Segregation of duties";

    /// <inheritdoc />
    public async Task FillAsync(Faker chance, CancellationToken ct)
    {
        await SaveAsync(InventoryPermissions.Order, InventoryPermissions.ApproveOrder, "Whoever orders and approves can buy from himself.", ct);
        await SaveAsync(InventoryPermissions.Count, InventoryPermissions.ApproveCount, "Whoever counts and approves the difference can hide a loss.", ct);
        await SaveAsync(InventoryPermissions.Order, InventoryPermissions.Receive, "Whoever orders and receives can pay for goods that never came.", ct);
    }

    private Task SaveAsync(string first, string second, string why, CancellationToken ct) => book.SaveAsync(new SegregationRule { First = first, Second = second, Why = why }, ct: ct);
}

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>What a supplier asks for an item.</summary>
/// <param name="SupplierId">The supplier.</param>
/// <param name="Price">A unit.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="Minimum">Smallest quantity, or null.</param>
/// <param name="Pack">Whole packs of, or null.</param>
/// <param name="LeadDays">Days to deliver.</param>
public sealed record SupplierOffer(long SupplierId, decimal Price, string Currency, decimal? Minimum, decimal? Pack, int LeadDays);

using BackOffice.Domain.Inventory.Demand;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Days of past sales from a file of orders, for files of lines that do not say theirs.</summary>
[Import("inventory.past-sales", "Past sales", InventoryPermissions.Edit)]
public sealed class PastSaleImport : ImportKind
{
    private static readonly ImportColumn<string> Document = ImportColumn.Text("Document", 60).Key().Alias("OrderID", "InvoiceNo", "Order no", "Invoice no", "Invoice");
    private static readonly ImportColumn<DateOnly> SoldOn = ImportColumn.Day("Day").Required().Alias("OrderDate", "InvoiceDate", "Date", "Sold on");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Document, SoldOn];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var known = await chunk.FindAsync<PastSale>(Document, s => s.Document, ct);
        chunk.Each(line => line.Record(known, line.Get(Document), () => new PastSale { Document = line.Get(Document) }).SoldOn = line.Get(SoldOn));
    }
}

using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>Stock receipts through the door, each with its balance, totals, average cost, audit rows and announcement, beside bare one-row transactions.</summary>
internal sealed class ReceiptMeasurement : Measurement
{
    private const int Receipts = 2000;

    public override string Name => "receipts";

    public override string Subject => $"{Receipts} receipts one after the other, each a durable transaction (synchronous FULL)";

    public override async Task RunAsync(Report report)
    {
        await using var house = await BenchHouse.OpenAsync("receipts");
        var (items, place) = await house.Get<Office>().ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            var location = new Location { Code = "MAIN", Name = "Main store" };
            var items = Enumerable.Range(1, 100).Select(i => new Item { Sku = $"I-{i}", Name = $"Item {i}" }).ToList();
            db.Add(location);
            db.AddRange(items);
            await db.FlushAsync(CancellationToken.None);
            StockBook.Open(db, items.Select(i => i.Id));
            return (items.ConvertAll(i => i.Id), new StockPlace(location.Id));
        });
        var office = house.Get<Office>(await house.PersonAsync(InventoryPermissions.Receive));
        using var plain = house.Plain();
        Warehouse.Run(plain, "PRAGMA synchronous = FULL; CREATE TABLE PlainEntry (Id INTEGER PRIMARY KEY, ItemId INTEGER NOT NULL, Amount INTEGER NOT NULL, PostedAt TEXT NOT NULL);");
        Task Receive(int i) => office.ChangeAsync(InventoryPermissions.Receive, RequestKey.New(), async db =>
        {
            await StockBook.PostAsync(db, new StockPosting(StockReason.Received, StockLine.In(items[i % items.Count], place, 10, 2.5m)), CancellationToken.None);
        });
        using var insert = plain.CreateCommand();
        insert.CommandText = "INSERT INTO PlainEntry (ItemId, Amount, PostedAt) VALUES (1, 100000, '2026-11-23 09:00:00')";
        insert.Prepare();

        // A portal runs for weeks: what is measured is compiled code, which the runtime has only after some seconds.
        for (var i = 0; i < 5000; i++) await Receive(i);
        for (var i = 0; i < 5000; i++) insert.ExecuteNonQuery();
        var (single, bare) = (new List<double>(Receipts), 0d);
        // In turns of a hundred, so that both see the same disk.
        for (var turn = 0; turn < Receipts / 100; turn++)
        {
            for (var i = 0; i < 100; i++) single.Add(await Clock.TimeAsync(() => Receive(i)));
            bare += await Clock.TimeAsync(() => { for (var i = 0; i < 100; i++) insert.ExecuteNonQuery(); return Task.CompletedTask; });
        }
        report.Share("receipts a second through the door, beside one-row transactions of plain SQL", Receipts / single.Sum() * 1000, Receipts / bare * 1000, "a second", 0.2);
        report.Note("one receipt, median", Clock.Median(single) * 1000, "us");
    }
}

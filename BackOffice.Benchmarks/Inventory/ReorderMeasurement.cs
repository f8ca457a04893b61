using System.Globalization;
using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>The reorder check over fifty thousand item-locations and five million stock entries: the first run writes suggestions, the second finds nothing to change.</summary>
internal sealed class ReorderMeasurement : Measurement
{
    private const int Items = 10_000;
    private const int Locations = 5;
    private const int EntriesEach = 100;

    public override string Name => "reorder";

    public override string Subject => $"the reorder check over {Items * Locations:N0} item-locations with {(long)Items * Locations * EntriesEach:N0} stock entries";

    public override async Task RunAsync(Report report)
    {
        await using var house = await BenchHouse.OpenAsync("reorder", fresh: !File.Exists(Path.Combine(Repository.Artifacts, "reorder.db")));
        if ((await house.Get<ItemCatalog>().ListAsync(new GridQuery { Take = 1 })).Rows.Count == 0) Fill(house);
        using (var plain = house.Plain()) Warehouse.Run(plain, "DELETE FROM ReorderSuggestion; DELETE FROM ReorderRun;");

        using var peak = new Peak();
        string words = "";
        async Task CheckAsync()
        {
            var run = new RunningJob((_, _, _) => Task.CompletedTask);
            await house.Get<ReorderCheck>().RunAsync(run, CancellationToken.None);
            words = run.ResultWords!;
        }
        var first = await Clock.TimeAsync(CheckAsync);
        Console.WriteLine(words);
        report.Limit("first run, writes the suggestions", first / 1000, "s", 5);
        report.Limit("second run, nothing changes", await Clock.TimeAsync(CheckAsync) / 1000, "s", 5);
        report.Limit("managed memory at its highest, the whole process", peak.Megabytes, "MB", 300);
        var bare = await Clock.TimeAsync(() =>
        {
            using var plain = house.Plain();
            using var sum = plain.CreateCommand();
            sum.CommandText = "SELECT ItemId, LocationId, SUM(Amount) FROM StockEntry WHERE Reason IN ('Issued', 'Returned') AND PostedOn >= '2026-08-25' GROUP BY ItemId, LocationId";
            using var reader = sum.ExecuteReader();
            while (reader.Read()) { }
            return Task.CompletedTask;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain: demand of the last 90 days by one statement: {bare / 1000:0.00} s"));
    }

    private static void Fill(BenchHouse house)
    {
        Warehouse.AddItems(house, Items);
        using var connection = house.Plain();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Warehouse.Run(connection, $"""
            PRAGMA cache_size = -400000;
            BEGIN IMMEDIATE;
            WITH RECURSIVE l(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM l WHERE i < {Locations})
            INSERT INTO Location (Id, Code, Name, Kind, AllowsNegative, IsClosed, Version, Path) SELECT i, 'L' || i, 'Store ' || i, 'Store', 0, 0, 1, '/' || i || '/' FROM l;
            INSERT INTO Supplier (Id, Number, Name, Currency, LeadDays, MinimumOrder, OverReceiptPercent, Active, Version)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i, 'S' || i, 'Supplier ' || i, 'EUR', 3 + i % 12, 0, 0, 1, 1 FROM n;
            INSERT INTO SupplierItem (SupplierId, ItemId, Price, PackQuantity, MinimumQuantity, Priority, Version) SELECT 1 + Id % 50, Id, 10000, 10000, 0, 1, 1 FROM Item;
            INSERT INTO StockAccount (Id, ItemId, LocationId, LotKey, Quality, Version, Balance) SELECT i.Id * {Locations} + l.Id, i.Id, l.Id, 0, 'Good', 1, 10000 * (i.Id * 31 % 500) FROM Item i CROSS JOIN Location l;
            INSERT INTO ReorderRule (ItemId, LocationId, ReorderPoint, UpTo, Multiple, SafetyDays, DemandDays, StockDays, IsActive, Version)
            SELECT i.Id, l.Id, 10000 * (10 + i.Id % 40), 10000 * (100 + i.Id % 40), 100000, 7, 90, 30, 1, 1 FROM Item i CROSS JOIN Location l;
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {EntriesEach - 1})
            INSERT INTO StockEntry (AccountId, ItemId, LocationId, Reason, UnitCost, Value, PostedBy, Version, Amount, BalanceAfter, PostedAt, PostedOn)
            SELECT a.Id, a.ItemId, a.LocationId, CASE WHEN n.i % 10 = 0 THEN 'Received' ELSE 'Issued' END, 10000, 10000, 'seed', 1, CASE WHEN n.i % 10 = 0 THEN 100000 ELSE -10000 END, 0,
              date('{today}', '-' || (7 * ({EntriesEach} - n.i) - a.Id % 7) || ' days') || ' 09:00:00', date('{today}', '-' || (7 * ({EntriesEach} - n.i) - a.Id % 7) || ' days')
            FROM n CROSS JOIN StockAccount a;
            COMMIT;
            ANALYZE;
            PRAGMA wal_checkpoint(TRUNCATE);
            """);
    }

    /// <summary>Looks at the managed heap ten times a second.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer _timer;
        private long _highest;

        public Peak() => _timer = new Timer(_ => _highest = Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 100);

        public double Megabytes => _highest / 1048576d;

        public void Dispose() => _timer.Dispose();
    }
}

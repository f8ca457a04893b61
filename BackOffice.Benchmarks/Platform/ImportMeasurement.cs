using System.Globalization;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Benchmarks.Platform;

/// <summary>A file of 100,000 items tried out, imported and imported again, beside a bare prepared insert of the same rows.</summary>
internal sealed class ImportMeasurement : Measurement
{
    private const int Rows = 100_000;

    public override string Name => "import";

    public override string Subject => $"a CSV file of {Rows.ToString("N0", CultureInfo.InvariantCulture)} items with validation, duplicates, audit and search";

    public override async Task RunAsync(Report report)
    {
        await using var house = await BenchHouse.OpenAsync("import");
        var path = Path.Combine(Repository.Artifacts, "import.csv");
        await File.WriteAllLinesAsync(path, Enumerable.Range(1, Rows).Select(i => FormattableString.Invariant($"I-{i:000000},Item number {i},{i % 900 + 0.25m},{4_000_000_000_000 + i}")).Prepend("SKU,Name,Price,Barcode"));
        var desk = house.Get<ImportDesk>();
        var table = TableFile.Open(path);
        var mapping = await desk.ProposeAsync("inventory.items", table);
        var bare = await BareAsync(house, table);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var largest = 0L;
        var memory = new Meter(p =>
        {
            if (p.Done % 20_000 == 0) largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
        });
        ImportRun run = null!;
        report.Limit("dry run", await Clock.TimeAsync(async () => run = await desk.CheckAsync("inventory.items", "import.csv", table, mapping, progress: memory)) / 1000, "s", 10, Plain(bare));
        report.Limit("import", await Clock.TimeAsync(async () => run = await desk.CommitAsync(run.Id, table, memory)) / 1000, "s", 15, Plain(bare));
        Require(run, run.Created);
        report.Limit("the same file again, dry run and import", await Clock.TimeAsync(async () =>
        {
            run = await desk.CheckAsync("inventory.items", "import.csv", table, mapping, progress: memory);
            run = await desk.CommitAsync(run.Id, table, memory);
        }) / 1000, "s", 25);
        Require(run, run.Unchanged);
        report.Limit("managed memory held at any time", largest / 1048576d, "MB", 64);
    }

    private static string Plain(double bare) => FormattableString.Invariant($"{bare / 1000:0.00} s (prepared insert, three indexes)");

    private static void Require(ImportRun run, int all)
    {
        if (all != Rows || !run.AddsUp) throw new InvalidOperationException(ImportResult.Words(run));
    }

    private static async Task<double> BareAsync(BenchHouse house, Table table)
    {
        await using var plain = house.Plain();
        await using var command = plain.CreateCommand();
        command.CommandText = "CREATE TABLE PlainItem (Id INTEGER PRIMARY KEY, Sku TEXT, Name TEXT, Price INTEGER, Barcode TEXT); CREATE UNIQUE INDEX PlainSku ON PlainItem (Sku); CREATE INDEX PlainName ON PlainItem (Name); CREATE INDEX PlainBarcode ON PlainItem (Barcode)";
        command.ExecuteNonQuery();
        return await Clock.TimeAsync(() =>
        {
            using var transaction = plain.BeginTransaction();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO PlainItem (Sku, Name, Price, Barcode) VALUES ($a, $b, $c, $d)";
            var places = new[] { "$a", "$b", "$c", "$d" }.Select(n => command.Parameters.AddWithValue(n, "")).ToList();
            command.Prepare();
            foreach (var row in table.Rows())
            {
                for (var i = 0; i < places.Count; i++) places[i].Value = row.Cells[i].Text;
                command.ExecuteNonQuery();
            }
            transaction.Commit();
            return Task.CompletedTask;
        });
    }

    private sealed class Meter(Action<ImportProgress> look) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => look(value);
    }
}

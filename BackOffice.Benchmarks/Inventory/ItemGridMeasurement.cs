using BackOffice.Benchmarks.Inventory.BareGrid;
using BackOffice.Benchmarks.Platform.Browser;
using BackOffice.Domain.Inventory.Items;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>The item grid over a million items in a real browser, beside a bare MudDataGrid over the same table, in turns.</summary>
internal sealed class ItemGridMeasurement : Measurement
{
    private const int Rounds = 15;

    public override string Name => "grid";

    public override string Subject => "the item grid over 1,000,000 items (SQLite) in Chromium, beside a bare MudDataGrid with ServerData over the same table";

    public override async Task RunAsync(Report report)
    {
        await using var shelf = await ItemShelf.OpenAsync();
        await UseCaseAsync(report, shelf.House, shelf.House.Get<ItemCatalog>());

        await using var bare = await MeasuredProcess.StartAsync(typeof(BareHost).Assembly.Location, new Dictionary<string, string>(), BareHost.Argument, shelf.House.Path);
        var (ours, theirs) = (shelf.Ours, new Visit(shelf.Browser, bare, "/", ".mud-table-body tr", signIn: false));

        await FirstLoadAsync(report, ours, theirs);
        await ActsAsync(report, ours, theirs);
        await MemoryAsync(report, ours, theirs);
    }

    private static async Task UseCaseAsync(Report report, BenchHouse house, ItemCatalog catalog)
    {
        using var plain = house.Plain();
        using var command = plain.CreateCommand();
        command.CommandText = "SELECT i.Id, i.Sku, i.Name, c.Name, c.Path, i.Unit, i.Barcode, i.Status, s.OnHand, s.Reserved, s.Available, s.OnOrder, s.InTransit, s.Projected, s.Held, i.Price, i.Currency, s.AverageCost, s.StockValue, s.ReorderAt, s.ToReorder, s.State, s.MovedAt, (SELECT MAX(a.At) FROM AuditEntry a WHERE a.Kind = 'inventory.item' AND a.RecordId = i.Id) FROM Item i LEFT JOIN ItemStock s ON s.ItemId = i.Id LEFT JOIN ItemCategory c ON c.Id = i.CategoryId ORDER BY i.Sku, i.Id LIMIT 20 OFFSET $skip";
        var skip = command.Parameters.AddWithValue("$skip", 0);
        command.Prepare();
        var (use, bare) = await Clock.PairAsync(300,
            round => catalog.ListAsync(new GridQuery { Skip = 2000 + 20 * (round + 100), Take = 20, Sorts = [new GridSort("Sku")], KnownTotal = ItemShelf.Items }),
            round =>
            {
                skip.Value = 2000 + 20 * (round + 100);
                using var reader = command.ExecuteReader();
                var values = new object[reader.FieldCount];
                while (reader.Read()) reader.GetValues(values);
                return Task.CompletedTask;
            });
        report.Ratio("the use case: a page of 20, sorted by SKU", use, bare, "ms", 1.5);
    }

    private static async Task FirstLoadAsync(Report report, Visit ours, Visit theirs)
    {
        var (a, b) = (new List<(double Time, long Bytes, int Requests)>(), new List<(double Time, long Bytes, int Requests)>());
        for (var round = 0; round < 7; round++)
        {
            a.Add(await ours.FreshAsync());
            b.Add(await theirs.FreshAsync());
        }
        report.Ratio("first load: click to painted rows, cold cache", Clock.Median([.. a.Select(x => x.Time)]), Clock.Median([.. b.Select(x => x.Time)]), "ms", 1.3);
        report.Ratio("first load: bytes", Clock.Median([.. a.Select(x => x.Bytes / 1024d)]), Clock.Median([.. b.Select(x => x.Bytes / 1024d)]), "KB", 1.3);
        report.Ratio("first load: requests", Clock.Median([.. a.Select(x => (double)x.Requests)]), Clock.Median([.. b.Select(x => (double)x.Requests)]), "", 1.3);
    }

    private static async Task ActsAsync(Report report, Visit ours, Visit theirs)
    {
        var (mine, other) = (await ours.EnterAsync(), await theirs.EnterAsync());
        async Task Compare(string what, string mineAt, string otherAt, Func<GridVisitor, string, Task>? back = null)
        {
            var (bytesMine, bytesOther) = (mine.SocketBytes, other.SocketBytes);
            var (a, b) = (new List<double>(), new List<double>());
            for (var round = -3; round < Rounds; round++)
            {
                var x = await mine.ClickAsync(mineAt);
                var y = await other.ClickAsync(otherAt);
                if (round >= 0) (bytesMine, bytesOther) = (a.Count == 0 ? mine.SocketBytes : bytesMine, b.Count == 0 ? other.SocketBytes : bytesOther);
                if (round >= 0) { a.Add(x); b.Add(y); }
                if (back is not null) { await back(mine, "mine"); await back(other, "other"); }
            }
            report.Ratio(what, Clock.Median(a), Clock.Median(b), "ms", 1.5);
            if (back is null) report.Ratio(what + ": bytes over the circuit", (mine.SocketBytes - bytesMine) / 1024d / (Rounds - 1), (other.SocketBytes - bytesOther) / 1024d / (Rounds - 1), "KB", 1);
        }
        await Compare("next page", ".foot button.ib:nth-last-of-type(2)", ".mud-table-pagination-actions button:nth-of-type(3)");
        await Compare("last page", ".foot button.ib:last-of-type", ".mud-table-pagination-actions button:nth-of-type(4)",
            (v, who) => v.ClickAsync(who == "mine" ? ".foot button.ib" : ".mud-table-pagination-actions button:nth-of-type(1)"));
        await Compare("sort by an indexed column (name)", "thead th:nth-of-type(3) button", "th:nth-of-type(2) .sortable-column-header");
        await FilterAsync(report, mine, other);
        await HundredAsync(report, mine);
    }

    // From the wish to painted rows: our filter is applied by a button, the bare grid's while one types.
    private static async Task FilterAsync(Report report, GridVisitor mine, GridVisitor other)
    {
        const string theirField = ".filter-header-cell:nth-of-type(2) input";
        var (a, b) = (new List<double>(), new List<double>());
        foreach (var text in new[] { "thermal", "network", "envelope", "carton", "lamp", "hinge", "toner" })
        {
            await mine.Page.ClickAsync(".bar .chip.add summary");
            await mine.Page.ClickAsync(".bar .sheet .entry:has-text('Name')");
            await mine.Page.FillAsync(".bar .filter input", text);
            a.Add(await mine.ClickAsync(".bar .filter button.p"));
            await mine.ClickAsync(".bar .chip > button");
            b.Add(await other.TypeAsync(theirField, text));
            await other.TypeAsync(theirField, "");
        }
        report.Ratio("filter by a column (name)", Clock.Median(a), Clock.Median(b), "ms", 1.5);
    }

    private static async Task HundredAsync(Report report, GridVisitor mine)
    {
        await mine.ChooseAsync(".foot .size", "100");
        var times = new List<double>();
        for (var round = -3; round < Rounds; round++)
        {
            var time = await mine.ClickAsync(".foot button.ib:nth-last-of-type(2)");
            if (round >= 0) times.Add(time);
        }
        report.Limit("next page of 100 rows", Clock.Median(times), "ms", 120);
    }

    private static async Task MemoryAsync(Report report, Visit ours, Visit theirs)
    {
        const int Circuits = 20;
        report.Ratio("managed heap for each open circuit", await ours.HeapPerCircuitAsync(Circuits) / 1048576d, await theirs.HeapPerCircuitAsync(Circuits) / 1048576d, "MB", 1.5);
    }
}

using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Transfer;
using static BackOffice.Tests.Inventory.Files;

namespace BackOffice.Tests.Inventory;

public sealed class OrderImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Warehouse> OpenAsync()
    {
        var warehouse = await Warehouse.OpenAsync();
        await warehouse.House.ImportAsync("inventory.suppliers", "Number,Name\nV1,Vogel\nV2,Weber\n");
        await warehouse.House.ImportAsync("inventory.items", "SKU,Name,Supplier,Supplier price\nA,Anvil,V1,6.25\nB,Bolt,V1,0.02\nC,Chisel,V2,4\n");
        return warehouse;
    }

    private static Task<List<PurchaseOrder>> OrdersAsync(Warehouse warehouse) => warehouse.LookAsync(db => db.Set<PurchaseOrder>().Include(o => o.Lines).OrderBy(o => o.Id).ToListAsync(Ct));

    [Fact]
    public async Task Orders_come_in_as_drafts_line_by_line_and_a_second_time_nothing_changes()
    {
        await using var warehouse = await OpenAsync();
        const string file = "Order,SKU,Supplier,Quantity,Price\nX1,A,V1,10,6\nX1,B,Vogel,100,\nX2,C,V2,3,4.5\n";

        var first = await warehouse.House.ImportAsync("inventory.purchase-orders", file);
        var second = await warehouse.House.ImportAsync("inventory.purchase-orders", file);
        var third = await warehouse.House.ImportAsync("inventory.purchase-orders", file.Replace("A,V1,10", "A,V1,12", StringComparison.Ordinal) + "X2,A,V2,1,6\n");

        Assert.Equal(["3 = 3 + 0 + 0 + 0", "3 = 0 + 0 + 3 + 0", "4 = 1 + 1 + 2 + 0"], new[] { first, second, third }.Select(Counts));
        var orders = await OrdersAsync(warehouse);
        Assert.Equal([("X1", OrderState.Draft, 74m), ("X2", OrderState.Draft, 19.5m)], orders.Select(o => (o.Reference!, o.State, o.Total)));

        await warehouse.House.Get<ImportBook>().UndoAsync(third.Id, RequestKey.New(), Ct);
        Assert.Equal([62m, 13.5m], (await OrdersAsync(warehouse)).Select(o => o.Total));
        var fourth = await warehouse.House.ImportAsync("inventory.purchase-orders", "Order,SKU,Supplier,Quantity\nX9,B,V1,5\n");
        await warehouse.House.Get<ImportBook>().UndoAsync(fourth.Id, RequestKey.New(), Ct);
        Assert.Equal(["X1", "X2"], (await OrdersAsync(warehouse)).Select(o => o.Reference));
        Assert.All(await warehouse.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task A_row_that_cannot_be_ordered_says_why()
    {
        await using var warehouse = await OpenAsync();

        var run = await warehouse.House.ImportAsync("inventory.purchase-orders", "Order,SKU,Supplier,Quantity,Deliver to\nX1,A,V1,1,\nX1,C,V2,1,\nX3,Z,V1,1,\nX4,A,V9,1,\nX5,A,V1,-1,\nX6,A,V1,1,Moon\nX7,B,V1,0,\n");

        Assert.Equal("7 = 1 + 0 + 1 + 5", Counts(run));
        Assert.Equal([
            "3 Supplier: Order X1 goes to another supplier in a row before. Give each supplier an order of its own.",
            "4 SKU: There is no item \"Z\". Import or enter the items first.",
            "5 Supplier: There is no supplier \"V9\". Import or enter the suppliers first.",
            "6 Quantity: -1 of A cannot be ordered. Enter more than zero.",
            "7 Deliver to: There is no location \"Moon\". Import or enter the locations first.",
        ], (await warehouse.House.Get<ImportBook>().ReasonsAsync(run.Id, Ct)).OrderBy(r => r.Key).Select(r => $"{r.Key} {r.Value.Field}: {r.Value.Text}"));
    }

    [Fact]
    public async Task What_Northwind_has_on_order_becomes_one_draft_for_each_supplier()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.House.ImportFileAsync("inventory.suppliers", Real("northwind/suppliers.csv"));
        await warehouse.House.ImportFileAsync("inventory.categories", Real("northwind/categories.csv"));
        await warehouse.House.ImportFileAsync("inventory.items", Real("northwind/products.csv"));

        var run = await warehouse.House.ImportFileAsync("inventory.purchase-orders", Real("northwind/products.csv"));

        Assert.Equal("77 = 17 + 0 + 60 + 0", Counts(run));
        Assert.Equal(780m, (await OrdersAsync(warehouse)).SelectMany(o => o.Lines).Sum(l => l.Quantity));
    }
}

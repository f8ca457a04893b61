using System.Text;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Portal.Inventory.Purchasing;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Paper;
using Microsoft.Extensions.DependencyInjection;
using static BackOffice.Tests.Inventory.Files;

namespace BackOffice.Tests.Inventory;

public sealed class OrderPaperTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_put_on_paper_with_its_lines_and_its_sums()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.House.ImportAsync("inventory.suppliers", "Number,Name,City\nV1,Vogel & Söhne,Bern\n");
        await warehouse.House.ImportAsync("inventory.items", "SKU,Name\nA,Anvil\nB,چائے\n");
        await warehouse.House.ImportAsync("inventory.purchase-orders", "Order,SKU,Supplier,Quantity,Price\nX1,A,V1,10,6.125\nX1,B,V1,1000,1.5\n");
        var id = await warehouse.LookAsync(db => db.Set<PurchaseOrder>().Select(o => o.Id).SingleAsync(Ct));
        var paper = new OrderPaper(warehouse.House.Get<OrderBook>(), warehouse.House.Services.GetRequiredService<Company>(), warehouse.House.Clock, new Texts());

        var document = await paper.MakeAsync(id, Ct);

        Assert.Equal(("Purchase order", "Draft", "Test office"), (document.Title, document.Subtitle, document.Company));
        Assert.Equal("Vogel & Söhne\nBern", document.Blocks.OfType<PaperFacts>().Single().Facts[0].Value);
        Assert.Equal([["1", "Anvil\nA", "", "10 pcs", "6.125", "61.25"], ["2", "چائے\nB", "", "1,000 pcs", "1.50", "1,500.00"]], document.Blocks.OfType<PaperTable>().Single().Rows);
        Assert.Equal(new PaperFact("Total EUR", "1,561.25"), document.Blocks.OfType<PaperTotals>().Single().Sums[^1]);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(PaperWriter.Write(document)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_see_orders_gets_no_paper()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var nobody = await warehouse.House.PersonAsync("Guest");
        var paper = new OrderPaper(warehouse.House.As<OrderBook>(nobody), warehouse.House.Services.GetRequiredService<Company>(), warehouse.House.Clock, new Texts());
        await Assert.ThrowsAsync<AccessDenied>(() => paper.MakeAsync(1, Ct));
    }
}

using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Tests.Inventory.Purchasing;

public sealed class PurchaseOrderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly Actor Buyer = Actor.Person(1, "Bilal Ahmed", "test");
    private static readonly DateTime At = new(2026, 11, 23, 9, 12, 0, DateTimeKind.Utc);

    private static PurchaseOrder OrderIn(OrderState state)
    {
        var order = new PurchaseOrder { SupplierId = 1, LocationId = 1, Currency = "EUR" };
        order.AddLine(new OrderLineWish(1, 10, 5));
        OrderState[] way = state switch
        {
            OrderState.Draft => [],
            OrderState.Cancelled => [OrderState.Cancelled],
            OrderState.Rejected => [OrderState.Submitted, OrderState.Rejected],
            OrderState.Closed => [OrderState.Submitted, OrderState.Approved, OrderState.Sent, OrderState.Received, OrderState.Closed],
            OrderState.Received => [OrderState.Submitted, OrderState.Approved, OrderState.Sent, OrderState.Received],
            OrderState.PartlyReceived => [OrderState.Submitted, OrderState.Approved, OrderState.Sent, OrderState.PartlyReceived],
            _ => [.. Enumerable.Range((int)OrderState.Submitted, (int)state).Select(s => (OrderState)s)],
        };
        foreach (var next in way) Go(order, next);
        return order;
    }

    private static void Go(PurchaseOrder order, OrderState to)
    {
        if (to == OrderState.Submitted) order.Submit(Buyer, At, "PO-2026-00001", "EUR");
        else order.Go(to, Buyer, At, null);
    }

    private static readonly HashSet<(OrderState, OrderState)> Ways =
    [
        (OrderState.Draft, OrderState.Submitted), (OrderState.Draft, OrderState.Cancelled),
        (OrderState.Submitted, OrderState.Approved), (OrderState.Submitted, OrderState.Rejected), (OrderState.Submitted, OrderState.Draft), (OrderState.Submitted, OrderState.Cancelled),
        (OrderState.Rejected, OrderState.Submitted), (OrderState.Rejected, OrderState.Cancelled),
        (OrderState.Approved, OrderState.Sent), (OrderState.Approved, OrderState.Rejected), (OrderState.Approved, OrderState.Cancelled),
        (OrderState.Sent, OrderState.PartlyReceived), (OrderState.Sent, OrderState.Received), (OrderState.Sent, OrderState.Cancelled),
        (OrderState.PartlyReceived, OrderState.PartlyReceived), (OrderState.PartlyReceived, OrderState.Received), (OrderState.PartlyReceived, OrderState.Closed),
        (OrderState.Received, OrderState.Closed),
    ];

    public static TheoryData<OrderState, OrderState> Moves => [.. from a in Enum.GetValues<OrderState>() from b in Enum.GetValues<OrderState>() select (a, b)];

    [Theory]
    [MemberData(nameof(Moves))]
    public void An_order_goes_its_way_and_every_other_way_is_refused_in_a_sentence(OrderState from, OrderState to)
    {
        var order = OrderIn(from);
        Assert.Equal(from, order.State);
        if (Ways.Contains((from, to)))
        {
            Go(order, to);
            Assert.Equal((to, to), (order.State, order.Steps[^1].To));
            return;
        }
        var steps = order.Steps.Count;

        var refused = Assert.Throws<RuleBroken>(() => Go(order, to));

        Assert.Matches(@"^(PO-2026-00001|Draft order) is [a-z ]+, so it cannot be [a-z ]+\.$", refused.Message);
        Assert.Equal((from, steps), (order.State, order.Steps.Count));
    }

    [Fact]
    public void Totals_are_rounded_once_a_line_and_once_a_tax_rate()
    {
        var order = new PurchaseOrder { SupplierId = 1, LocationId = 1, Currency = "EUR", Freight = 3.5m };
        order.AddLine(new OrderLineWish(1, 3, 0.335m, 19));
        order.AddLine(new OrderLineWish(2, 1, 0.005m, 19));
        order.AddLine(new OrderLineWish(3, 7, 10, 7));
        order.AddLine(new OrderLineWish(3, 1, 10, 7));

        Assert.Equal([1.01m, 0.01m, 80m], order.Lines.Select(l => l.Amount));
        Assert.Equal((81.02m, 5.79m, 90.31m), (order.Subtotal, order.Tax, order.Total));

        var yen = new PurchaseOrder { SupplierId = 1, LocationId = 1, Currency = "JPY", ExchangeRate = 0.0062m };
        yen.AddLine(new OrderLineWish(1, 3, 33.5m, 10));
        yen.Submit(Buyer, At, "PO-2026-00002", "EUR");
        Assert.Equal((101m, 10m, 111m, 0.69m), (yen.Subtotal, yen.Tax, yen.Total, yen.CompanyTotal));
    }

    [Fact]
    public void A_submitted_order_is_locked_and_one_sent_back_is_not()
    {
        var order = OrderIn(OrderState.Submitted);
        Assert.Equal("PO-2026-00001 is in approval and locked. Have it sent back to change it.", Assert.Throws<RuleBroken>(() => order.AddLine(new OrderLineWish(2, 1, 1))).Message);
        Assert.Equal(10m, order.Lines[0].Outstanding);

        order.Go(OrderState.Rejected, Buyer, At, "Too much toner.");
        order.ChangeLine(0, 4, 5);

        Assert.Equal((0m, 20m, "Too much toner."), (order.Lines[0].Outstanding, order.Total, order.Steps[^1].Comment));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        var empty = new PurchaseOrder { SupplierId = 1, LocationId = 1, Currency = "EUR" };
        Assert.Equal("The order has no lines. Add at least one.", Assert.Throws<RuleBroken>(() => Go(empty, OrderState.Submitted)).Message);
        var foreign = new PurchaseOrder { SupplierId = 1, LocationId = 1, Currency = "USD", ExchangeRate = 0 };
        foreign.AddLine(new OrderLineWish(1, 1, 1));
        Assert.Equal("Enter what one USD is worth in EUR.", Assert.Throws<RuleBroken>(() => Go(foreign, OrderState.Submitted)).Message);
        Assert.Equal("The amount of this line is too large.", Assert.Throws<RuleBroken>(() => foreign.AddLine(new OrderLineWish(1, 900_000_000_000_000m, 2))).Message);
        Assert.Equal("Order more than zero.", Assert.Throws<RuleBroken>(() => foreign.AddLine(new OrderLineWish(1, 0, 2))).Message);
        Assert.Equal("The price cannot be below zero.", Assert.Throws<RuleBroken>(() => foreign.AddLine(new OrderLineWish(1, 1, -2))).Message);
    }
}

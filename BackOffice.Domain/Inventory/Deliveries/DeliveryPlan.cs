using BackOffice.Domain.Inventory.Purchasing;

namespace BackOffice.Domain.Inventory.Deliveries;

/// <summary>Keeps the expected deliveries of an order in step with what is outstanding on it.</summary>
public static class DeliveryPlan
{
    /// <summary>Takes off what is no longer owed, the last deliveries first, and puts what nobody brings on a delivery of its own.</summary>
    /// <param name="order">The order with its lines.</param>
    /// <param name="deliveries">All its deliveries.</param>
    /// <param name="restOn">When the rest is expected: a rest that is late stays late.</param>
    /// <returns>The new delivery for the rest, if one is needed.</returns>
    public static Delivery? Settle(PurchaseOrder order, IEnumerable<Delivery> deliveries, DateOnly restOn)
    {
        var expected = Expected(deliveries);
        Delivery? rest = null;
        foreach (var line in order.Lines)
        {
            var surplus = expected.Sum(d => d.ExpectedOf(line.Id)) - line.Outstanding;
            Release(expected, line, surplus);
            if (surplus >= 0) continue;
            rest ??= new Delivery { OrderId = order.Id, ExpectedOn = restOn };
            rest.Expect(line, -surplus);
        }
        CancelEmpty(expected);
        return rest;
    }

    /// <summary>What a newly announced delivery brings, the others no longer have to.</summary>
    public static void MakeRoom(PurchaseOrder order, IEnumerable<Delivery> others, Delivery announced)
    {
        var expected = Expected(others);
        foreach (var line in order.Lines) Release(expected, line, announced.ExpectedOf(line.Id));
        CancelEmpty(expected);
    }

    /// <summary>Moves what was promised to the promised day: whole deliveries for an order, a delivery of its own for a line among others.</summary>
    /// <returns>The delivery of its own, if one is needed.</returns>
    public static Delivery? Promise(PurchaseOrder order, IEnumerable<Delivery> deliveries, long? lineId, DateOnly promisedOn)
    {
        var expected = Expected(deliveries);
        if (lineId is null)
        {
            foreach (var delivery in expected) delivery.ExpectedOn = promisedOn;
            return null;
        }
        var line = order.Line(lineId.Value);
        var own = new Delivery { OrderId = order.Id, ExpectedOn = promisedOn };
        own.Expect(line, line.Outstanding);
        Release(expected, line, line.Outstanding);
        CancelEmpty(expected);
        return own;
    }

    private static List<Delivery> Expected(IEnumerable<Delivery> deliveries) =>
        [.. deliveries.Where(d => d.State == DeliveryState.Expected).OrderByDescending(d => d.ExpectedOn).ThenByDescending(d => d.Id)];

    private static void Release(List<Delivery> expected, PurchaseOrderLine line, decimal quantity)
    {
        foreach (var delivery in expected)
        {
            var less = Math.Min(quantity, delivery.ExpectedOf(line.Id));
            if (less <= 0) continue;
            delivery.Expect(line, -less);
            quantity -= less;
        }
    }

    private static void CancelEmpty(List<Delivery> expected)
    {
        foreach (var empty in expected.Where(d => d.Lines.All(l => l.Expected == 0))) empty.Cancel();
    }
}

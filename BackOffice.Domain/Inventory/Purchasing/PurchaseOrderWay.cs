namespace BackOffice.Domain.Inventory.Purchasing;

/// <content>Its way from state to state.</content>
public sealed partial class PurchaseOrder
{
    /// <summary>Hands it in for approval: it gets its number and is locked.</summary>
    public void Submit(Actor by, DateTime at, string number, string companyCurrency)
    {
        RequireMove(OrderState.Submitted);
        Rule.Require(_lines.Count > 0, "The order has no lines. Add at least one.");
        Rule.RequireField(nameof(ExchangeRate), ExchangeRate > 0, "Enter what one {0} is worth in {1}.", Currency, companyCurrency);
        AddUp();
        CompanyTotal = Money.Round(Currency == companyCurrency ? Total : Total * ExchangeRate, companyCurrency);
        Number ??= number;
        foreach (var line in _lines) line.Open();
        Go(OrderState.Submitted, by, at, null);
    }

    /// <summary>Brings it to a state, if the way is open.</summary>
    internal void Go(OrderState to, Actor by, DateTime at, string? comment, string? onBehalfOf = null)
    {
        RequireMove(to);
        State = to;
        if (to is OrderState.Draft or OrderState.Rejected or OrderState.Cancelled or OrderState.Closed) foreach (var line in _lines) line.CloseShort();
        _steps.Add(new OrderStep { To = to, ByUserId = by.UserId, ByName = by.Name, OnBehalfOf = onBehalfOf ?? by.OnBehalfOfName, At = at, Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim() });
    }

    internal void SendOut(Actor by, DateTime at, DateOnly on)
    {
        Go(OrderState.Sent, by, at, null);
        SentOn = on;
    }

    internal void RequireMove(OrderState to) => Rule.Require(OrderMoves.Allow(State, to), "{0} is {1}, so it cannot be {2}.", Title, State.Words(), to.Verb());
}

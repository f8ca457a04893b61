using System.Collections.Frozen;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>Where a purchase order stands.</summary>
public enum OrderState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for approval; locked.</summary>
    Submitted,

    /// <summary>May be sent.</summary>
    Approved,

    /// <summary>The supplier has it.</summary>
    Sent,

    /// <summary>Some of it is here.</summary>
    PartlyReceived,

    /// <summary>All of it is here.</summary>
    Received,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Will not happen.</summary>
    Cancelled,

    /// <summary>Sent back by the approver: it can be changed and submitted again.</summary>
    Rejected,
}

/// <summary>Which way an order may go.</summary>
public static class OrderMoves
{
    private static readonly FrozenDictionary<OrderState, OrderState[]> Next = new Dictionary<OrderState, OrderState[]>
    {
        [OrderState.Draft] = [OrderState.Submitted, OrderState.Cancelled],
        [OrderState.Rejected] = [OrderState.Submitted, OrderState.Cancelled],
        [OrderState.Submitted] = [OrderState.Approved, OrderState.Rejected, OrderState.Draft, OrderState.Cancelled],
        [OrderState.Approved] = [OrderState.Sent, OrderState.Rejected, OrderState.Cancelled],
        [OrderState.Sent] = [OrderState.PartlyReceived, OrderState.Received, OrderState.Cancelled],
        [OrderState.PartlyReceived] = [OrderState.PartlyReceived, OrderState.Received, OrderState.Closed],
        [OrderState.Received] = [OrderState.Closed],
        [OrderState.Closed] = [],
        [OrderState.Cancelled] = [],
    }.ToFrozenDictionary();

    /// <summary>Whether an order may go from one state to another.</summary>
    public static bool Allow(OrderState from, OrderState to) => Next[from].Contains(to);

    /// <summary>Whether its lines may be changed.</summary>
    public static bool IsEditable(this OrderState state) => state is OrderState.Draft or OrderState.Rejected;

    /// <summary>Whether goods may arrive for it.</summary>
    public static bool IsReceivable(this OrderState state) => state is OrderState.Sent or OrderState.PartlyReceived;

    /// <summary>The state in a sentence: "is in approval".</summary>
    public static Word Words(this OrderState state) => new(state switch
    {
        OrderState.Draft => "a draft",
        OrderState.Submitted => "in approval",
        OrderState.Approved => "approved",
        OrderState.Sent => "sent",
        OrderState.PartlyReceived => "partly received",
        OrderState.Received => "received",
        OrderState.Closed => "closed",
        OrderState.Cancelled => "cancelled",
        _ => "sent back",
    });

    internal static Word Verb(this OrderState state) => state switch
    {
        OrderState.Submitted => new Word("submitted"),
        OrderState.PartlyReceived => OrderState.Received.Words(),
        _ => state.Words(),
    };
}

using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Inventory.Purchasing;

/// <summary>States of orders and deliveries as people call them, and what they mean to the reader.</summary>
internal static class OrderWords
{
    /// <summary>The state in words.</summary>
    public static string Say(IStringLocalizer texts, OrderState state) => state switch
    {
        OrderState.Submitted => texts["In approval"],
        OrderState.Rejected => texts["Sent back"],
        _ => TextsOfThings.Say(texts, state),
    };

    /// <summary>What the state means to the reader.</summary>
    public static Tone ToneOf(OrderState state) => state switch
    {
        OrderState.Submitted or OrderState.Rejected => Tone.Warn,
        OrderState.Approved or OrderState.Sent or OrderState.Received => Tone.Calm,
        OrderState.PartlyReceived => Tone.Info,
        _ => Tone.Idle,
    };

    /// <summary>The place on the straight way from draft to closed.</summary>
    public static int StepOf(OrderState state) => state switch
    {
        OrderState.Draft or OrderState.Rejected or OrderState.Cancelled => 0,
        OrderState.Submitted => 1,
        OrderState.Approved => 2,
        OrderState.Sent => 3,
        OrderState.PartlyReceived or OrderState.Received => 4,
        _ => 5,
    };

    /// <summary>What a step of an order's history did.</summary>
    public static string Did(IStringLocalizer texts, OrderState to) => to switch
    {
        OrderState.Submitted => texts["Submitted"],
        OrderState.PartlyReceived => texts["Received a part"],
        _ => Say(texts, to),
    };

    /// <summary>How late an expected delivery is, or when it came.</summary>
    public static Tone ToneOf(DeliveryState state, DateOnly expectedOn, DateOnly today) =>
        state != DeliveryState.Expected ? state == DeliveryState.Received ? Tone.Calm : Tone.Idle : expectedOn < today ? Tone.Bad : expectedOn == today ? Tone.Warn : Tone.Idle;
}

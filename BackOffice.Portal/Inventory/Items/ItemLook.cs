using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Portal.Inventory.Items;

/// <summary>How an item's state reads: its stock while it is active, else what it has become.</summary>
internal static class ItemLook
{
    public static Enum State(ItemRow row) => row.Status == ItemStatus.Active ? row.State : row.Status;

    public static Tone Tone(ItemRow row) => row.Status == ItemStatus.Active ? Tone(row.State) : Tone(row.Status);

    public static Tone Tone(StockState state) => state switch
    {
        StockState.OutOfStock => Platform.Parts.Tone.Bad,
        StockState.Low => Platform.Parts.Tone.Warn,
        _ => Platform.Parts.Tone.Calm,
    };

    public static Tone Tone(ItemStatus status) => status switch
    {
        ItemStatus.Blocked => Platform.Parts.Tone.Bad,
        ItemStatus.Active => Platform.Parts.Tone.Calm,
        _ => Platform.Parts.Tone.Idle,
    };

    public static Tone OnHand(ItemRow row) => row.OnHand <= 0 ? Platform.Parts.Tone.Bad : default;

    public static Tone Projected(ItemRow row) => row.ToReorder ? Platform.Parts.Tone.Warn : default;

    public static Tone Tone(StockQuality quality) => quality switch
    {
        StockQuality.Good => Platform.Parts.Tone.Calm,
        StockQuality.Damaged or StockQuality.Rejected => Platform.Parts.Tone.Bad,
        _ => Platform.Parts.Tone.Warn,
    };
}

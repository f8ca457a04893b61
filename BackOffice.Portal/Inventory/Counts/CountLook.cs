using BackOffice.Domain.Inventory.Counts;
using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Portal.Inventory.Counts;

/// <summary>How the state of a count looks.</summary>
internal static class CountLook
{
    /// <summary>The straight way of a count.</summary>
    public static readonly CountState[] Way = [CountState.Planned, CountState.Counting, CountState.Review, CountState.Posted];

    public static Tone Tone(CountState state) => state switch
    {
        CountState.Counting => Platform.Parts.Tone.Info,
        CountState.Review => Platform.Parts.Tone.Warn,
        CountState.Posted => Platform.Parts.Tone.Calm,
        _ => Platform.Parts.Tone.Idle,
    };
}

using BackOffice.Domain.Inventory.Transfers;
using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Portal.Inventory.Transfers;

/// <summary>How the state of a transfer looks.</summary>
internal static class TransferLook
{
    public static Tone Tone(TransferState state) => state switch
    {
        TransferState.Sent => Platform.Parts.Tone.Info,
        TransferState.PartlyReceived => Platform.Parts.Tone.Warn,
        _ => Platform.Parts.Tone.Calm,
    };
}

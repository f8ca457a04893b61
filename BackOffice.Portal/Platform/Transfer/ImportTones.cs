using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>What the states and verdicts of imports mean to the reader.</summary>
public static class ImportTones
{
    /// <summary>Of an import.</summary>
    public static Tone Of(ImportState state) => state switch
    {
        ImportState.Checking or ImportState.Importing => Tone.Info,
        ImportState.Checked => Tone.Warn,
        ImportState.Done => Tone.Ok,
        _ => Tone.Idle,
    };

    /// <summary>Of a row.</summary>
    public static Tone Of(ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.New => Tone.Ok,
        ImportVerdict.Changed => Tone.Info,
        ImportVerdict.Rejected => Tone.Bad,
        _ => Tone.Idle,
    };
}

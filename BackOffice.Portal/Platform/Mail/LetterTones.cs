using BackOffice.Domain.Platform.Mail;
using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Portal.Platform.Mail;

/// <summary>What the state of a mail means to the reader.</summary>
internal static class LetterTones
{
    /// <summary>Its tone.</summary>
    public static Tone ToneOf(this LetterState state) => state switch
    {
        LetterState.Sent => Tone.Calm,
        LetterState.Failed => Tone.Bad,
        LetterState.Unsure => Tone.Warn,
        LetterState.Discarded => Tone.Idle,
        _ => Tone.Info,
    };
}

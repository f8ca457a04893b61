namespace BackOffice.Portal.Platform.Parts;

/// <summary>What a colour says of a state. It never says it alone: a word or a sign stands beside it.</summary>
public enum Tone
{
    /// <summary>As it should be: plain text with a dot.</summary>
    Calm,

    /// <summary>Done or met, and worth a mark.</summary>
    Ok,

    /// <summary>Soon, low, or waiting for the reader.</summary>
    Warn,

    /// <summary>Late, failed or blocked.</summary>
    Bad,

    /// <summary>Running.</summary>
    Info,

    /// <summary>Draft, closed or next.</summary>
    Idle,
}

/// <summary>Tones as the style sheet knows them.</summary>
public static class ToneWords
{
    /// <summary>The class of the style sheet.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Info => "info",
        Tone.Idle => "idle",
        _ => "calm",
    };
}

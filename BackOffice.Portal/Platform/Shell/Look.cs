namespace BackOffice.Portal.Platform.Shell;

/// <summary>Light, dark, or as the person's system has it.</summary>
public enum ThemeChoice
{
    /// <summary>As the system has it, following it through the day.</summary>
    System,

    /// <summary>Always light.</summary>
    Light,

    /// <summary>Always dark.</summary>
    Dark,
}

/// <summary>How high rows are.</summary>
public enum Density
{
    /// <summary>36 pixels.</summary>
    Regular,

    /// <summary>32 pixels.</summary>
    Compact,

    /// <summary>40 pixels.</summary>
    Roomy,
}

/// <summary>How a person likes the portal to look; kept on his computer as a short text such as <c>Dark.Compact.Rail.Keys</c>.</summary>
/// <param name="Theme">Light or dark.</param>
/// <param name="Density">How high rows are.</param>
/// <param name="Rail">The navigation shows icons only.</param>
/// <param name="SingleKeys">Single letters act in lists.</param>
public sealed record Look(ThemeChoice Theme, Density Density, bool Rail, bool SingleKeys)
{
    /// <summary>The cookie it is kept in.</summary>
    public const string Cookie = "bo.look";

    /// <summary>The cookie in which the browser tells whether its system is dark.</summary>
    public const string SystemCookie = "bo.dark";

    /// <summary>For somebody who never chose.</summary>
    public static Look Default { get; } = new(ThemeChoice.System, Density.Regular, Rail: false, SingleKeys: true);

    /// <summary>Whether the colours are dark, given what the person's system has.</summary>
    public bool IsDark(bool systemIsDark) => Theme == ThemeChoice.Dark || (Theme == ThemeChoice.System && systemIsDark);

    /// <summary>The theme as the account keeps it.</summary>
    public string KeptTheme => Theme.ToString().ToLowerInvariant();

    /// <summary>The row height as the account keeps it.</summary>
    public string KeptDensity => Density == Density.Regular ? "normal" : Density.ToString().ToLowerInvariant();

    /// <summary>With what the account keeps. Where it was never chosen there, and for everything else, this computer is right.</summary>
    public Look With(string theme, string density) => this with
    {
        Theme = theme != Default.KeptTheme && Enum.TryParse(theme, ignoreCase: true, out ThemeChoice choice) && Enum.IsDefined(choice) ? choice : Theme,
        Density = density != Default.KeptDensity && Enum.TryParse(density, ignoreCase: true, out Density rows) && Enum.IsDefined(rows) ? rows : Density,
    };

    /// <summary>Reads the kept text; what it does not understand stays as by default.</summary>
    public static Look Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        if (parts.Length != 4) return Default;
        return new Look(
            Enum.TryParse(parts[0], out ThemeChoice theme) && Enum.IsDefined(theme) ? theme : default,
            Enum.TryParse(parts[1], out Density density) && Enum.IsDefined(density) ? density : default,
            parts[2] == nameof(Rail),
            parts[3] == "Keys");
    }

    /// <summary>The text that is kept.</summary>
    public override string ToString() => $"{Theme}.{Density}.{(Rail ? nameof(Rail) : "Wide")}.{(SingleKeys ? "Keys" : "NoKeys")}";
}

namespace BackOffice.Benchmarks.Platform.Browser;

/// <summary>The browser that measures.</summary>
internal static class Chromium
{
    /// <summary>From BACKOFFICE_CHROMIUM, or where Debian puts it.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("BACKOFFICE_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Quiet, and without a sandbox because measurements may run as root in a container.</summary>
    public static readonly string[] Arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
}

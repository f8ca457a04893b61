using Serilog;
using Serilog.Events;

namespace BackOffice.Portal.Platform.Operations;

/// <summary>The log goes to the console, where every platform collects it. It names records by id and people by account number, never more.</summary>
internal static class Logs
{
    /// <summary>Writes the log as the section Logging says; an errand's goes beside its answer and holds only what is wrong, so that the answer can be piped.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, bool serving)
    {
        var levels = builder.Configuration.GetSection("Logging:LogLevel").GetChildren().ToDictionary(l => l.Key, l => LevelOf(l.Value), StringComparer.Ordinal);
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Is(serving ? levels.GetValueOrDefault("Default", LogEventLevel.Information) : LogEventLevel.Warning);
            foreach (var (source, level) in levels.Where(l => l.Key != "Default")) log.MinimumLevel.Override(source, level);
            log.Enrich.FromLogContext().WriteTo.Console(
                outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}",
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                standardErrorFromLevel: serving ? null : LogEventLevel.Verbose);
        });
    }

    private static LogEventLevel LevelOf(string? text) => Enum.TryParse<LogLevel>(text, out var level) ? level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        // Nothing lies above fatal, which the portal never writes.
        _ => LogEventLevel.Fatal,
    } : throw new RuleBroken(new Fault(null, "\"{0}\" is no level of the log. Use Debug, Information, Warning or Error.", text));
}

using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace BackOffice.Portal.Platform.Live;

/// <summary>Connects the live feeds of several instances, where ConnectionStrings:Redis says how.</summary>
internal static class LiveSetup
{
    public static void AddLive(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("Redis") is not { } text || string.IsNullOrWhiteSpace(text)) return;
        builder.Services.AddSingleton(SettingsOf(text));
        builder.Services.AddSingleton<RedisLine>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<RedisLine>());
        builder.Services.AddHealthChecks().AddCheck<LineHealth>("redis");
    }

    public static ConfigurationOptions SettingsOf(string text)
    {
        try
        {
            var settings = ConfigurationOptions.Parse(text);
            Rule.Require(settings.EndPoints.Count > 0, "ConnectionStrings:Redis names no server. Write it as cache:6379.");
            // Whoever talks opens a new connection when one fails; nothing piles up in a dead one.
            (settings.AbortOnConnectFail, settings.BacklogPolicy, settings.KeepAlive) = (true, BacklogPolicy.FailFast, 10);
            return settings;
        }
        catch (ArgumentException)
        {
            // Not its text: it holds the password.
            throw new RuleBroken("ConnectionStrings:Redis cannot be read. Write it as cache:6379,password=...");
        }
    }

    private sealed class LineHealth(RedisLine line) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(line.IsOpen ? HealthCheckResult.Healthy("answers") : HealthCheckResult.Degraded("does not answer, changes of other instances are seen late"));
    }
}

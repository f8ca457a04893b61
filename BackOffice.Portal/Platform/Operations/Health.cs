using System.Text.Json;
using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Jobs;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BackOffice.Portal.Platform.Operations;

/// <summary>Tells a load balancer whether the process lives and whether it can work; says which part is missing, and no secret.</summary>
internal static class Health
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", timeout: TimeSpan.FromSeconds(5)).AddCheck<SchedulerHealth>("scheduler").AddCheck<DiskHealth>("disk");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(e => e.Key, e => new { Status = e.Value.Status.ToString(), Words = e.Value.Exception is null ? e.Value.Description : "failed" }),
    }, Web, http.RequestAborted);

    private sealed class DatabaseHealth(OpenDb open, IConfiguration settings) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            // An open connection would go on answering from a file that nobody will find again.
            if (Presence.EmbeddedFile(settings) is { } file && new FileInfo(file) is not { Exists: true, Length: > 0 }) return HealthCheckResult.Unhealthy("is gone");
            await using var db = open();
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy("answers") : HealthCheckResult.Unhealthy("does not answer");
        }
    }

    private sealed class SchedulerHealth(AlarmClock clock, TimeProvider time) : IHealthCheck
    {
        private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(clock.LastRoundAt switch
        {
            null => HealthCheckResult.Unhealthy("has not begun yet"),
            { } last when time.GetUtcNow().UtcDateTime - last > Silence => HealthCheckResult.Unhealthy($"went its last round at {last:u}"),
            _ => HealthCheckResult.Healthy("goes its rounds"),
        });
    }

    private sealed class DiskHealth(IConfiguration settings) : IHealthCheck
    {
        private const long Least = 200L << 20;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var folder = Path.GetDirectoryName(Presence.EmbeddedFile(settings) ?? Path.GetFullPath(settings["Audit:HeadFile"] ?? "data/audit-head.log"))!;
            while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
            var free = new DriveInfo(folder).AvailableFreeSpace;
            return Task.FromResult(free >= Least ? HealthCheckResult.Healthy("has room") : HealthCheckResult.Unhealthy($"has {free >> 20} MB left, needs {Least >> 20}"));
        }
    }
}

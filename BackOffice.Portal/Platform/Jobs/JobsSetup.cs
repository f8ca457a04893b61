using BackOffice.Domain.Platform.Rights;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Sets up the scheduler: on a server's database it is shared by all instances, with the embedded one it lives in this process.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var server = (builder.Configuration["Database:Provider"] ?? "Sqlite") == "SqlServer" ? builder.Configuration.GetConnectionString("SqlServer") : null;
        builder.Services.AddSingleton<JobDispatcher>();
        builder.Services.AddSingleton<AlarmClock>();
        // A storage of this host's own; the scheduler's static one would be shared by all hosts of a process.
        builder.Services.AddSingleton<JobStorage>(_ => server is null
            ? new InMemoryStorage(new InMemoryStorageOptions { MaxStateHistoryLength = 10 })
            : new SqlServerStorage(server, new SqlServerStorageOptions { SlidingInvisibilityTimeout = TimeSpan.FromMinutes(5), QueuePollInterval = TimeSpan.FromSeconds(2), TryAutoDetectSchemaDependentOptions = true }));
        builder.Services.AddHangfire((_, settings) => settings.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        builder.Services.AddHangfireServer(o =>
        {
            o.WorkerCount = Math.Clamp(Environment.ProcessorCount, 2, 8);
            o.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            o.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.AddHostedService(sp => sp.GetRequiredService<AlarmClock>());
        // Requests, circuits and runs together: everything has ended after 30 seconds.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }

    /// <summary>The scheduler's own pages, for those who look after jobs.</summary>
    public static void MapJobs(this WebApplication app) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(PlatformPermissions.Jobs, "/hangfire", new DashboardOptions { DisplayStorageConnectionString = false, DashboardTitle = "Scheduler", AppPath = "/jobs" });
}

using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Portal.Platform.Files;
using BackOffice.Portal.Platform.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace BackOffice.Portal.Platform.Data;

/// <summary>Brings the database and every use case of the domain into the host.</summary>
public static class DataSetup
{
    /// <summary>Registers the configured provider, the door and all use cases found in the domain.</summary>
    public static IServiceCollection AddOffice(this IServiceCollection services, IConfiguration configuration)
    {
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                var (connection, interrupt) = (SqliteConnectionString(configuration), new SqliteInterrupt());
                // A list is one parameter, so that the text is the same for any number and stays prepared.
                services.AddPooledDbContextFactory<SqliteDb>(o => Quiet(o).UseSqlite(connection, s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                    .AddInterceptors(interrupt).ReplaceService<IExceptionDetector, SqliteInterrupted>(), poolSize: 64);
                services.AddSingleton(_ => new KeptConnections(connection));
                services.AddSingleton<OpenDb>(sp =>
                {
                    var (contexts, connections) = (sp.GetRequiredService<IDbContextFactory<SqliteDb>>(), sp.GetRequiredService<KeptConnections>());
                    return () => contexts.CreateDbContext().Connect(connections);
                });
                break;
            case "SqlServer":
                var server = configuration.GetConnectionString("SqlServer");
                if (string.IsNullOrWhiteSpace(server)) throw new RuleBroken("ConnectionStrings:SqlServer is missing. Set it, or set Database:Provider to Sqlite.");
                services.AddPooledDbContextFactory<SqlServerDb>(o => Quiet(o).UseSqlServer(server, s => s.EnableRetryOnFailure()));
                services.AddSingleton<OpenDb>(sp => sp.GetRequiredService<IDbContextFactory<SqlServerDb>>().CreateDbContext);
                break;
            case var other:
                throw new RuleBroken(new Fault(null, "Database:Provider is \"{0}\". Set it to Sqlite or SqlServer.", other));
        }
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Grapevine>();
        foreach (var (hears, by) in Grapevine.All) services.AddSingleton(hears, by);
        services.AddSingleton(CompanyOf(configuration));
        services.AddSingleton(new AuditAnchor(configuration["Audit:HeadFile"] ?? "data/audit-head.log"));
        services.AddFiles(FilesSetup.FolderOf(configuration));
        services.AddScoped<CurrentActor>();
        services.AddScoped<Office>();
        services.AddSingleton<NextTime>(CronTimes.Next);
        services.AddUseCases();
        services.AddSingleton<DatabaseSetup>();
        return services;
    }

    /// <summary>Every public class of the domain that asks for the office in its constructor is a use case, a job or a proof.</summary>
    private static void AddUseCases(this IServiceCollection services)
    {
        foreach (var type in typeof(Office).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false, IsNested: false } && !t.IsSubclassOf(typeof(Entity))))
        {
            var proof = type.IsAssignableTo(typeof(IProof));
            if (!proof && !(type.IsPublic && type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(Office)))) continue;
            services.AddScoped(type);
            if (proof) services.AddScoped(typeof(IProof), sp => sp.GetRequiredService(type));
        }
    }

    // A limit without an order is how lists are counted no further than they must be; the tests refuse it anywhere else.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder options) => options.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    private static string SqliteConnectionString(IConfiguration configuration)
    {
        var builder = new SqliteConnectionStringBuilder(configuration.GetConnectionString("Sqlite") ?? "Data Source=data/backoffice.db") { ForeignKeys = true, DefaultTimeout = 5 };
        if (!builder.DataSource.StartsWith(':')) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(builder.DataSource))!);
        return builder.ConnectionString;
    }

    private static Company CompanyOf(IConfiguration configuration)
    {
        var zone = configuration["Company:TimeZone"] ?? "Etc/UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            throw new RuleBroken(new Fault(null, "Company:TimeZone is \"{0}\", which is no time zone. Use an IANA name as Europe/Berlin.", zone));
        return new Company(configuration["Company:Name"] ?? "Back office", found, configuration["Company:Currency"] ?? "EUR", configuration["Company:Address"] ?? "");
    }
}

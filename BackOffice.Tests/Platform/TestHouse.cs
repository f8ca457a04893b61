using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Data;
using BackOffice.Tests.Platform.House;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BackOffice.Tests.Platform;

/// <summary>A whole office over a database of its own: a SQLite file, or a database on the server in BACKOFFICE_TEST_SQLSERVER. The clock is the only thing that is not real.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly ServiceProvider _services;
    private readonly bool _owner;

    private TestHouse(string folder, string? server, FakeTimeProvider clock, bool owner)
    {
        (Folder, Server, Clock, _owner) = (folder, server, clock, owner);
        _services = new ServiceCollection().AddLogging().AddOffice(Settings(folder, server)).AddSingleton<TimeProvider>(clock)
            .ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(new SqlGuard())).BuildServiceProvider();
    }

    /// <summary>Monday 23 November 2026, 09:00 UTC, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The connection of the server suite, or null when the tests run on SQLite files.</summary>
    public static string? SqlServer => Environment.GetEnvironmentVariable("BACKOFFICE_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    public IServiceProvider Services => _services;

    /// <summary>A folder of this house alone.</summary>
    public string Folder { get; }

    /// <summary>The settings that this house was opened with.</summary>
    public IConfigurationRoot Configuration => Settings(Folder, Server);

    private string? Server { get; }

    public static async Task<TestHouse> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-").FullName;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        if (SqlServer is null)
        {
            File.Copy(await Template.Value, Path.Combine(folder, "office.db"));
            return new TestHouse(folder, null, clock, owner: true);
        }
        var server = new SqlConnectionStringBuilder(SqlServer) { InitialCatalog = Path.GetFileName(folder) }.ConnectionString;
        var house = new TestHouse(folder, server, clock, owner: true);
        await house.Services.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate: true, TestContext.Current.CancellationToken);
        return house;
    }

    /// <summary>The office of a portal that runs as a process of its own on this folder.</summary>
    public static TestHouse On(string folder) => new(folder, null, new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), owner: false);

    /// <summary>A second portal on the same database and the same clock, as another process would be.</summary>
    public TestHouse Second() => new(Folder, Server, Clock, owner: false);

    private static IConfigurationRoot Settings(string folder, string? server) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Provider"] = server is null ? "Sqlite" : "SqlServer",
        ["ConnectionStrings:Sqlite"] = $"Data Source={Path.Combine(folder, "office.db")}",
        ["ConnectionStrings:SqlServer"] = server,
        ["Audit:HeadFile"] = Path.Combine(folder, "audit-head.log"),
        ["Company:Name"] = "Test office",
        ["Company:TimeZone"] = "Europe/Berlin",
        ["Company:Currency"] = "EUR",
    }).Build();

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-template-").FullName;
        await using (var provider = new ServiceCollection().AddLogging().AddOffice(Settings(folder, null)).BuildServiceProvider())
            await provider.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate: false, CancellationToken.None);
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "office.db");
    }

    /// <summary>A use case as this actor meets it: a scope of its own, as a circuit or a request has.</summary>
    public T As<T>(Actor actor) where T : notnull
    {
        var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>A use case as the house itself meets it, for arranging and for looking.</summary>
    public T Get<T>() where T : notnull => As<T>(Actor.Operator("test"));

    /// <summary>A person who holds exactly these permissions; "name:limit" sets a limit.</summary>
    public async Task<Actor> PersonAsync(string name, params string[] permissions)
    {
        var id = await Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var user = new UserAccount { TenantId = "tenant", ObjectId = Guid.NewGuid().ToString(), Name = name };
            var role = new Role { Name = $"{name} {Guid.NewGuid():N}" };
            foreach (var permission in permissions.Select(p => p.Split(':'))) role.Allow(permission[0], permission.Length > 1 ? decimal.Parse(permission[1], System.Globalization.CultureInfo.InvariantCulture) : null);
            db.AddRange(user, role);
            await db.FlushAsync(CancellationToken.None);
            db.Add(new RoleMember { RoleId = role.Id, UserId = user.Id });
            return user.Id;
        });
        return Actor.Person(id, name, "test");
    }

    public async ValueTask DisposeAsync()
    {
        if (_owner && Server is not null)
        {
            await using var db = _services.GetRequiredService<OpenDb>()();
            await db.Database.EnsureDeletedAsync();
        }
        await _services.DisposeAsync();
        if (!_owner) return;
        SqliteConnection.ClearPool(new SqliteConnection($"Data Source={Path.Combine(Folder, "office.db")}"));
        Directory.Delete(Folder, recursive: true);
    }
}

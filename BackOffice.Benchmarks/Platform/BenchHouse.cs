using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Benchmarks.Platform;

/// <summary>The office over a SQLite file that a measurement fills.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchHouse(string path) => (Path, _services) = (path, new ServiceCollection().AddLogging().AddOffice(Settings(path)).BuildServiceProvider());

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Opens the named file; a new one is brought to the current shape, <paramref name="fresh"/> throws an old one away.</summary>
    public static async Task<BenchHouse> OpenAsync(string name, bool fresh = true)
    {
        var path = System.IO.Path.Combine(Repository.Artifacts, name + ".db");
        SqliteConnection.ClearAllPools();
        if (fresh) foreach (var file in Directory.GetFiles(Repository.Artifacts, name + ".db*")) File.Delete(file);
        var house = new BenchHouse(path);
        await house._services.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate: false);
        return house;
    }

    /// <summary>A use case in a scope of its own, as the house itself or as a person.</summary>
    public T Get<T>(Actor? actor = null) where T : notnull
    {
        var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Actor.Operator("benchmark");
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>A person who holds these permissions.</summary>
    public async Task<Actor> PersonAsync(params string[] permissions)
    {
        var id = await Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var (user, role) = (new UserAccount { TenantId = "bench", ObjectId = "clerk", Name = "Clerk" }, new Role { Name = "Clerks" });
            foreach (var permission in permissions) role.Allow(permission);
            db.AddRange(user, role);
            await db.FlushAsync(CancellationToken.None);
            db.Add(new RoleMember { RoleId = role.Id, UserId = user.Id });
            return user.Id;
        });
        return Actor.Person(id, "Clerk", "benchmark");
    }

    /// <summary>A plain connection to the same file, with the same settings.</summary>
    public SqliteConnection Plain()
    {
        var connection = new SqliteConnection($"Data Source={Path};Foreign Keys=True");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static IConfigurationRoot Settings(string path) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["ConnectionStrings:Sqlite"] = $"Data Source={path}",
        ["Audit:HeadFile"] = path + ".head",
        ["Company:TimeZone"] = "Europe/Berlin",
    }).Build();
}

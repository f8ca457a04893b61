using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

/// <summary>A house into which files are imported.</summary>
internal sealed class ImportHouse : IAsyncDisposable
{
    public required TestHouse House { get; init; }

    public ImportDesk Desk => House.Get<ImportDesk>();

    public ImportBook Book => House.Get<ImportBook>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ImportHouse> OpenAsync() => new() { House = await TestHouse.OpenAsync() };

    public async Task<ImportRun> CheckAsync(string text, ImportMapping? mapping = null)
    {
        using var file = new FileAtHand(text);
        var table = TableFile.Open(file.Path);
        return await Desk.CheckAsync("test.people", "people.csv", table, mapping ?? await Desk.ProposeAsync("test.people", table, Ct), ct: Ct);
    }

    public async Task<ImportRun> ImportAsync(string text)
    {
        using var file = new FileAtHand(text);
        var run = await CheckAsync(text);
        return await Desk.CommitAsync(run.Id, TableFile.Open(file.Path), ct: Ct);
    }

    public async Task<List<string>> ReasonsAsync(ImportRun run) =>
        [.. (await Book.ReasonsAsync(run.Id, Ct)).OrderBy(r => r.Key).Select(r => $"{r.Key} {r.Value.Field}: {r.Value.Text}")];

    public Task<List<UserAccount>> PeopleAsync() =>
        House.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<UserAccount>().Where(p => p.TenantId == "import").OrderBy(p => p.Id).ToListAsync(Ct), Ct);

    public Task ChangeAsync(string code, Action<UserAccount> change) =>
        House.Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db => change(await db.Set<UserAccount>().SingleAsync(p => p.ObjectId == code, Ct)), Ct);

    public static string Counts(ImportRun run) => $"{run.Read} = {run.Created} + {run.Updated} + {run.Unchanged} + {run.Rejected}";

    public ValueTask DisposeAsync() => House.DisposeAsync();
}

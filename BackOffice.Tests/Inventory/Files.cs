using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;
using BackOffice.Tests.Platform;
using BackOffice.Tests.Platform.Transfer;

namespace BackOffice.Tests.Inventory;

/// <summary>Files brought into a house, written by a test or real ones.</summary>
internal static class Files
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ImportRun> ImportAsync(this TestHouse house, string kind, string text)
    {
        using var file = new FileAtHand(text);
        return await house.ImportFileAsync(kind, file.Path);
    }

    public static async Task<ImportRun> CheckFileAsync(this TestHouse house, string kind, string path)
    {
        var desk = house.Get<ImportDesk>();
        var table = TableFile.Open(path);
        return await desk.CheckAsync(kind, Path.GetFileName(path), table, await desk.ProposeAsync(kind, table, Ct), ct: Ct);
    }

    public static async Task<ImportRun> ImportFileAsync(this TestHouse house, string kind, string path)
    {
        var check = await house.CheckFileAsync(kind, path);
        var expected = Counts(check);
        var run = await house.Get<ImportDesk>().CommitAsync(check.Id, TableFile.Open(path), ct: Ct);
        Assert.Equal(expected, Counts(run));
        Assert.True(run.AddsUp);
        return run;
    }

    /// <summary>The path of a real file; the test is skipped where it is not at hand.</summary>
    public static string Real(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", name) is var path && File.Exists(path)) return path;
        Assert.Skip($"The real file {name} is not on this machine.");
        return "";
    }

    public static string Counts(ImportRun run) => $"{run.Read} = {run.Created} + {run.Updated} + {run.Unchanged} + {run.Rejected}";

    public static async Task<List<string>> ReasonsAsync(this TestHouse house, ImportRun run) =>
        [.. (await house.Get<ImportBook>().ReasonsAsync(run.Id, Ct)).OrderBy(r => r.Key).Select(r => $"{r.Key} {r.Value.Field}: {r.Value.Text}")];
}

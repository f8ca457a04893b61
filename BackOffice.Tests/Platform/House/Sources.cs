namespace BackOffice.Tests.Platform.House;

/// <summary>The project's own hand-written files; house.css and house.js are joined by the build from what lies beside the parts.</summary>
internal static class Sources
{
    private static readonly string[] Kinds = [".cs", ".razor", ".css", ".js", ".sh"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every hand-written file with its path from the root.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(p => Kinds.Contains(Path.GetExtension(p)) && !p.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "artifacts" or "data" or "node_modules" || part.StartsWith('.')) && Path.GetFileName(p) is not ("house.css" or "house.js"))
            .Order(StringComparer.Ordinal)
            .Select(p => (p, File.ReadAllText(Path.Combine(Root, p)))),
    ];

    /// <summary>The files of one project.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string project) => All.Where(f => f.Path.StartsWith(project + "/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BackOffice.Portal.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the checkout.");
        return folder.FullName;
    }
}

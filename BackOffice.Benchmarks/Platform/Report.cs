using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BackOffice.Benchmarks.Platform;

/// <summary>The lines of one measurement, kept in BENCHMARKS.md under its name.</summary>
internal sealed class Report
{
    private readonly List<string> _rows = [];

    /// <summary>A figure beside the plain one and the goal of the ratio.</summary>
    public void Ratio(string what, double ours, double plain, string unit, double goal) =>
        Row(what, $"{Figure(ours)} {unit}", $"{Figure(plain)} {unit}", $"{Figure(ours / plain)}x", $"at most {Figure(goal)}x", ours / plain <= goal);

    /// <summary>A figure with an upper limit.</summary>
    public void Limit(string what, double ours, string unit, double limit, string plain = "") =>
        Row(what, $"{Figure(ours)} {unit}", plain, "", $"under {Figure(limit)} {unit}", ours < limit);

    /// <summary>A rate beside the plain one and the share of it that must be reached.</summary>
    public void Share(string what, double ours, double plain, string unit, double share) =>
        Row(what, $"{Figure(ours)} {unit}", $"{Figure(plain)} {unit}", $"{Figure(ours / plain)}", $"at least {Figure(share)}", ours / plain >= share);

    /// <summary>A figure that has no goal: it is what others are measured by.</summary>
    public void Figure(string what, double value, string unit) => Add($"| {what} | {Figure(value)} {unit} | | | | |");

    private void Row(string what, string ours, string plain, string ratio, string goal, bool met)
    {
        Add($"| {what} | {ours} | {plain} | {ratio} | {goal} | {(met ? "met" : "**not met**")} |");
    }

    private void Add(string row)
    {
        Console.WriteLine(row);
        _rows.Add(row);
    }

    /// <summary>Writes the table into BENCHMARKS.md in place of the one that stood there.</summary>
    public void Keep(Measurement measurement)
    {
        var file = Path.Combine(Repository.Root, "BENCHMARKS.md");
        var text = File.Exists(file) ? File.ReadAllText(file) : "# Benchmarks\n";
        var table = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"## {measurement.Name}: {measurement.Subject}\n\n`dotnet run -c Release --project BackOffice.Benchmarks -- {measurement.Name}`\n\n")
            .Append("| what | ours | plain | ratio | goal | |\n|---|---|---|---|---|---|\n").AppendJoin('\n', _rows).Append('\n').ToString();
        var old = new Regex($@"^## {Regex.Escape(measurement.Name)}: .*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        text = old.IsMatch(text) ? old.Replace(text, table.Replace("$", "$$", StringComparison.Ordinal) + "\n") : text.TrimEnd() + "\n\n" + table;
        File.WriteAllText(file, text.TrimEnd() + "\n");
    }

    private static string Figure(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}

/// <summary>Takes times: the median, after a warm-up.</summary>
internal static class Clock
{
    /// <summary>Median milliseconds of two things run in turn, so that both see the same machine.</summary>
    public static async Task<(double A, double B)> PairAsync(int rounds, Func<int, Task> a, Func<int, Task> b)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = -Math.Max(3, rounds / 5); round < rounds; round++)
        {
            var x = await TimeAsync(() => a(round));
            var y = await TimeAsync(() => b(round));
            if (round < 0) continue;
            first.Add(x);
            second.Add(y);
        }
        return (Median(first), Median(second));
    }

    /// <summary>Milliseconds of one act.</summary>
    public static async Task<double> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The middle value.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

/// <summary>Where the checkout lies.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A folder for data that measurements make, outside of git.</summary>
    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Root, "artifacts")).FullName;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BackOffice.Portal.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks inside the checkout.");
        return folder.FullName;
    }
}

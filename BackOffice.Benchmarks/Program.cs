using BackOffice.Benchmarks.Inventory.BareGrid;
using BackOffice.Benchmarks.Platform.BareCounter;

// dotnet run -c Release --project BackOffice.Benchmarks -- [names...]
// Runs the measurements named (all without a name), prints them and puts their tables into BENCHMARKS.md.
var all = typeof(Measurement).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Measurement)) && !t.IsAbstract)
    .Select(t => (Measurement)Activator.CreateInstance(t)!).OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
if (args is [BareHost.Argument, var database])
{
    await BareHost.ServeAsync(database);
    return 0;
}
if (args is [CounterHost.Argument])
{
    await CounterHost.ServeAsync();
    return 0;
}
if (args is ["--list"])
{
    foreach (var measurement in all) Console.WriteLine($"{measurement.Name,-12} {measurement.Subject}");
    return 0;
}
var unknown = args.Where(a => all.TrueForAll(m => m.Name != a)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no measurement called {unknown[0]}. --list shows them.");
    return 2;
}
foreach (var measurement in all.Where(m => args.Length == 0 || args.Contains(m.Name)))
{
    Console.WriteLine($"\n{measurement.Name}: {measurement.Subject}");
    var report = new Report();
    await measurement.RunAsync(report);
    report.Keep(measurement);
}
return 0;

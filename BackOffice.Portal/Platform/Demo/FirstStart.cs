using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Data;

namespace BackOffice.Portal.Platform.Demo;

/// <summary>What happens before the portal opens: the database is prepared, and a new embedded one is filled with the demo company.</summary>
internal static class FirstStart
{
    public static async Task PrepareAsync(WebApplication app, bool empty, bool migrate, TextWriter output, CancellationToken ct)
    {
        var file = Presence.EmbeddedFile(app.Configuration);
        var filling = file + ".filling";
        // A first start that was killed while it filled the demo company begins anew: nobody has worked with that file yet.
        if (file is not null && File.Exists(filling)) foreach (var ending in (ReadOnlySpan<string>)["", "-wal", "-shm"]) File.Delete(file + ending);
        var isNew = file is not null && !File.Exists(file);
        if (isNew && !empty) await File.WriteAllTextAsync(filling, "", ct);
        await app.Services.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate, ct);
        if (isNew && !empty)
        {
            await output.WriteLineAsync("First start: entering the demo company.");
            await FillAsync(app.Services, output, ct);
        }
        File.Delete(filling);
    }

    /// <summary>Fills the demo company as the operator.</summary>
    public static async Task FillAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Operator("demo company");
        await ActivatorUtilities.CreateInstance<DemoCompany>(scope.ServiceProvider).FillAsync(output, ct);
    }
}

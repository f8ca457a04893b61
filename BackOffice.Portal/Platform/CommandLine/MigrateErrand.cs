using System.CommandLine;
using BackOffice.Portal.Platform.Data;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Brings the database up to date.</summary>
internal sealed class MigrateErrand() : Errand("migrate", "Brings the database to the shape this version needs; the embedded one is backed up first.")
{
    /// <inheritdoc/>
    public override DatabaseNeed Needs => DatabaseNeed.Nothing;

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        var applied = await house.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate: true, ct);
        await output.WriteLineAsync(applied == 0 ? "The database is up to date." : $"The database is up to date; {applied} migrations were applied.");
        return ExitCode.Fine;
    }
}

using System.CommandLine;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Operations;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Copies everything the portal keeps into one file, while it works.</summary>
internal sealed class BackupErrand : Errand
{
    private readonly Argument<string?> _file = new("FILE") { Description = "The file to write; without it one in the folder backups beside the database.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>An errand with a target.</summary>
    public BackupErrand() : base("backup", "Copies the database, the files and the head of the audit trail into one file with checksums, while the portal works.") => Add(_file);

    /// <inheritdoc/>
    public override DatabaseNeed Needs => DatabaseNeed.Existing;

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        var backup = ActivatorUtilities.CreateInstance<Backup>(house);
        var target = Path.GetFullPath(asked.GetValue(_file) ?? backup.UsualTarget());
        var manifest = await backup.WriteAsync(target, ct);
        await output.WriteLineAsync($"{target}: {manifest.Parts.Count} files, {manifest.Parts.Sum(p => p.Bytes) >> 10:N0} KB before compression.");
        if (manifest.ServerFile is { } server) await output.WriteLineAsync($"The server wrote its database to {server} on its own disk. Keep both together.");
        return ExitCode.Fine;
    }
}

/// <summary>Puts a backup in the place of the database and proves what it holds.</summary>
internal sealed class RestoreErrand : Errand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A file that \"backup\" wrote." };
    private readonly Option<bool> _force = new("--force") { Description = "Put aside the database that is there." };

    /// <summary>An errand with a source.</summary>
    public RestoreErrand() : base("restore", "Puts a backup in the place of the database and verifies it. What was there is put aside, not deleted.")
    {
        Add(_file);
        Add(_force);
    }

    /// <inheritdoc/>
    public override DatabaseNeed Needs => DatabaseNeed.Nothing;

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        using var alone = Presence.EnterAlone(house.GetRequiredService<IConfiguration>());
        var manifest = await ActivatorUtilities.CreateInstance<Backup>(house).RestoreAsync(Path.GetFullPath(asked.GetRequiredValue(_file)), asked.GetValue(_force), ct);
        await house.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate: true, ct);
        await output.WriteLineAsync($"Restored the backup of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC.");
        var results = await house.GetRequiredService<Verification>().RunAsync(ct);
        await VerifyErrand.WriteAsync(results, output);
        return results.All(r => r.Holds) ? ExitCode.Fine : ExitCode.Fault;
    }
}

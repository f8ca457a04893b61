using System.CommandLine;
using System.Data.Common;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Demo;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Reads what was typed behind the executable's name: starts the portal, or sends it on an errand.</summary>
internal sealed class Switchboard
{
    private readonly Option<bool> _empty = new("--empty") { Description = "Start the first time without the demo company." };
    private readonly Option<bool> _migrate = new("--migrate") { Description = "Bring a server's database up to date before starting." };
    private readonly Func<string[], bool, WebApplication> _build;
    private readonly RootCommand _root;
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    private Switchboard(Func<string[], bool, WebApplication> build, TextWriter output, TextWriter error)
    {
        (_build, _output, _error) = (build, output, error);
        _root = new RootCommand("One portal for a company's back office. Without a command it starts the portal; settings may follow as --Section:Key=value.") { _empty, _migrate };
        _root.SetAction(StartAsync);
        foreach (var group in Errands().GroupBy(e => e.Group))
        {
            Command parent = group.Key is null ? _root : new Command(group.Key, string.Join(" ", group.Select(e => e.Description)));
            foreach (var errand in group)
            {
                errand.SetAction((asked, ct) => SendAsync(errand, asked, ct));
                parent.Add(errand);
            }
            if (parent != _root) _root.Add(parent);
        }
    }

    /// <summary>Does what was typed.</summary>
    /// <param name="args">Behind the executable's name.</param>
    /// <param name="build">Builds the host from settings, with everything that serves people or, for an errand, without.</param>
    /// <param name="output">What a person or a pipe reads.</param>
    /// <param name="error">What went wrong.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], bool, WebApplication> build, TextWriter? output = null, TextWriter? error = null) =>
        (int)await new Switchboard(build, output ?? Console.Out, error ?? Console.Error).RunAsync(args);

    /// <summary>Every errand of the portal.</summary>
    private static IEnumerable<Errand> Errands() => typeof(Errand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Errand)) && !t.IsAbstract)
        .Select(t => (Errand)Activator.CreateInstance(t)!).OrderBy(e => e.Name, StringComparer.Ordinal);

    private async Task<ExitCode> RunAsync(string[] args)
    {
        // Settings may follow the start of the portal, but a mistyped command must not start it.
        _root.TreatUnmatchedTokensAsErrors = args is [var first, ..] && !first.StartsWith('-');
        var asked = _root.Parse(args);
        // The host of the portal listens to signals itself.
        TimeSpan? patience = asked.CommandResult.Command is Errand ? TimeSpan.FromSeconds(20) : null;
        var invocation = new InvocationConfiguration { Output = _output, Error = _error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = patience };
        try
        {
            var code = (ExitCode)await asked.InvokeAsync(invocation);
            return asked.Errors.Count > 0 ? ExitCode.WrongUsage : code;
        }
        catch (Exception failure) when (failure is RuleBroken or AccessDenied)
        {
            return await SayAsync(failure.Message, ExitCode.WrongUsage);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await SayAsync(failure.Message, ExitCode.Fault);
        }
        catch (OperationCanceledException)
        {
            return await SayAsync("Stopped. What was finished until then is kept.", ExitCode.Fault);
        }
        catch (DbException failure)
        {
            return await SayAsync($"The database refused: {failure.Message}", ExitCode.Fault);
        }
    }

    private async Task<ExitCode> SayAsync(string sentence, ExitCode code)
    {
        await _error.WriteLineAsync(sentence);
        return code;
    }

    private async Task<int> StartAsync(ParseResult asked, CancellationToken ct)
    {
        await using var app = _build([.. asked.UnmatchedTokens], true);
        using var presence = Presence.Enter(app.Configuration);
        await FirstStart.PrepareAsync(app, empty: asked.GetValue(_empty), migrate: asked.GetValue(_migrate), _output, ct);
        app.PrintAddress();
        await app.RunAsync(CancellationToken.None);
        return (int)ExitCode.Fine;
    }

    private async Task<int> SendAsync(Errand errand, ParseResult asked, CancellationToken ct)
    {
        await using var app = _build([], false);
        using var presence = errand.Needs == DatabaseNeed.Nothing ? null : Presence.Enter(app.Configuration);
        var setup = app.Services.GetRequiredService<DatabaseSetup>();
        if (errand.Needs == DatabaseNeed.Prepared) await setup.PrepareAsync(migrate: false, ct);
        if (errand.Needs == DatabaseNeed.Existing) await setup.RequireReadyAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Operator($"command {errand.Name} {Guid.CreateVersion7():N}");
        return (int)await errand.RunAsync(asked, scope.ServiceProvider, _output, ct);
    }
}

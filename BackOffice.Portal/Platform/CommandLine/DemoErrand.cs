using System.CommandLine;
using BackOffice.Portal.Platform.Demo;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Enters the demo company into an empty database.</summary>
internal sealed class DemoErrand() : Errand("demo", "Enters the demo company into an empty database.")
{
    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        await FirstStart.FillAsync(house, output, ct);
        await output.WriteLineAsync("The demo company is entered.");
        return ExitCode.Fine;
    }
}

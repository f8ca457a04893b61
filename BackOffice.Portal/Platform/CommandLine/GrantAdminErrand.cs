using System.CommandLine;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Makes somebody administrator; nobody becomes it by signing in.</summary>
internal sealed class GrantAdminErrand : Errand
{
    private readonly Argument<string> _who = new("PERSON") { Description = "Name or object id of somebody who has signed in once; or tenant/object of somebody who has not." };

    /// <summary>An errand for one person.</summary>
    public GrantAdminErrand() : base("grant-admin", "Gives a person the role of the administrators.") => Add(_who);

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync($"{await house.GetRequiredService<RightsDesk>().GrantAdministratorAsync(asked.GetRequiredValue(_who), ct)} is administrator now.");
        return ExitCode.Fine;
    }
}

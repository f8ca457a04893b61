using System.Diagnostics;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Says who acts in a request, before anything of the request is done.</summary>
internal static class RequestActor
{
    public static void UseRequestActor(this WebApplication app) => app.Use((http, next) =>
    {
        var request = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        http.RequestServices.GetRequiredService<CurrentActor>().Actor = PersonClaims.ActorOf(http.User, request);
        return next(http);
    });
}

/// <summary>Says who acts in a circuit, anew at every click: each has a number of its own in the audit trail.</summary>
internal sealed class CircuitActor(CurrentActor current, AuthenticationStateProvider people) : CircuitHandler
{
    private int _clicks;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => KnockAsync(circuit);

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        await KnockAsync(context.Circuit);
        await next(context);
    };

    private async Task KnockAsync(Circuit circuit) =>
        current.Actor = PersonClaims.ActorOf((await people.GetAuthenticationStateAsync()).User, $"{circuit.Id[..Math.Min(12, circuit.Id.Length)]}.{++_clicks}");
}

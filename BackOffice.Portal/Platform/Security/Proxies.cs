using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Believes what proxies say of the sender's address only where the operator named the proxies.</summary>
internal static class Proxies
{
    private const string Key = "Proxies";

    public static void AddProxies(this WebApplicationBuilder builder)
    {
        Rule.Require(!builder.Configuration.GetValue<bool>("FORWARDEDHEADERS_ENABLED"), "ASPNETCORE_FORWARDEDHEADERS_ENABLED would believe any sender. Remove it and name your proxies in Proxies, as \"10.0.0.4, 10.1.0.0/16\".");
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var name in Named(builder.Configuration))
            {
                if (IPAddress.TryParse(name, out var address)) options.KnownProxies.Add(address);
                else if (System.Net.IPNetwork.TryParse(name, out var network)) options.KnownIPNetworks.Add(network);
                else throw new RuleBroken(new Fault(null, "Proxies names \"{0}\", which is neither an address nor a network as 10.1.0.0/16.", name));
            }
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        if (Named(app.Configuration).Length > 0) app.UseForwardedHeaders();
    }

    private static string[] Named(IConfiguration configuration) => (configuration[Key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BackOffice.Tests.Platform.Security;

/// <summary>Somebody whom the directory knows.</summary>
public sealed record DirectoryPerson(string Name, params IReadOnlyList<string> AppRoles)
{
    public string ObjectId { get; } = Guid.NewGuid().ToString();
}

/// <summary>A real OpenID Connect server on this machine, speaking as Entra does: tenant, object id and app roles in the token, code flow with PKCE, a page to choose the person on.</summary>
public sealed class LoopbackDirectory : IAsyncDisposable
{
    public const string ClientId = "backoffice-portal";
    public const string ClientSecret = "loopback";
    private readonly ConcurrentDictionary<string, DirectoryPerson> _people = [];
    private readonly WebApplication _app;

    private LoopbackDirectory(WebApplication app, string tenantId) => (_app, TenantId) = (app, tenantId);

    public string TenantId { get; }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What the portal is told, as an operator would set it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["AzureAd__Authority"] = $"{Address}/{TenantId}/v2.0",
        ["AzureAd__ClientId"] = ClientId,
        ["AzureAd__ClientSecret"] = ClientSecret,
    };

    public DirectoryPerson Know(string name, params string[] appRoles)
    {
        var person = new DirectoryPerson(name, appRoles);
        _people[person.ObjectId] = person;
        return person;
    }

    public static async Task<LoopbackDirectory> StartAsync()
    {
        var tenant = Guid.NewGuid().ToString();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        LoopbackDirectory? directory = null;
        builder.Services.AddRouting();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.SetConfigurationEndpointUris($"{tenant}/v2.0/.well-known/openid-configuration").SetJsonWebKeySetEndpointUris($"{tenant}/discovery/v2.0/keys")
                .SetAuthorizationEndpointUris($"{tenant}/oauth2/v2.0/authorize").SetTokenEndpointUris($"{tenant}/oauth2/v2.0/token").SetEndSessionEndpointUris($"{tenant}/oauth2/v2.0/logout");
            server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId) context.Reject(Errors.InvalidClient);
                else if (!new Uri(context.RedirectUri!).IsLoopback) context.Reject(Errors.InvalidRequest);
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(h => h.UseInlineHandler(context => directory!.ChooseAsync(context)));
            server.AddEventHandler<ValidateTokenRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret) context.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(h => h.UseInlineHandler(_ => default));
            server.AddEventHandler<HandleEndSessionRequestContext>(h => h.UseInlineHandler(context =>
            {
                context.SignOut();
                return default;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        directory = new LoopbackDirectory(app, tenant);
        await app.StartAsync();
        // Known only now that the port is.
        app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.Issuer = new Uri(directory.Settings["AzureAd__Authority"]);
        return directory;
    }

    /// <summary>The directory's own page: one link for each person it knows.</summary>
    private async ValueTask ChooseAsync(HandleAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        if ((string?)context.Request["person"] is not { } chosen || !_people.TryGetValue(chosen, out var person))
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync("<link rel=icon href=\"data:,\">" + string.Concat(_people.Values.Select(p =>
                $"<p><a href=\"{WebUtility.HtmlEncode($"{http.Request.Path}{http.Request.QueryString}&person={p.ObjectId}")}\">{WebUtility.HtmlEncode(p.Name)}</a></p>")));
            context.HandleRequest();
            return;
        }
        var identity = new ClaimsIdentity("loopback", Claims.Name, "roles");
        identity.SetClaim(Claims.Subject, person.ObjectId).SetClaim("oid", person.ObjectId).SetClaim("tid", TenantId)
            .SetClaim(Claims.Name, person.Name).SetClaim(Claims.PreferredUsername, $"{person.ObjectId[..8]}@example.org").SetClaims("roles", [.. person.AppRoles]);
        identity.SetScopes(context.Request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        context.SignIn(new ClaimsPrincipal(identity));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

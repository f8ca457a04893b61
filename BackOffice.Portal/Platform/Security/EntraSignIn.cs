using System.Security.Claims;
using BackOffice.Domain.Platform.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Entra recognises the person; our own database says what he may do.</summary>
internal static class EntraSignIn
{
    public static void AddDirectory(this AuthenticationBuilder authentication, IConfiguration configuration, SignInMode mode)
    {
        authentication.AddMicrosoftIdentityWebApp(options =>
        {
            configuration.Bind("AzureAd", options);
            if (!mode.Loopback) options.Instance = mode.Directory!.ToString();
            options.ResponseType = "code";
            options.UsePkce = true;
            options.SaveTokens = false;
            // Both must be set here: set later, the library no longer hears them.
            options.MapInboundClaims = false;
            options.TokenValidationParameters.RoleClaimType = "roles";
            options.Events.OnTokenValidated = LetInAsync;
            options.Events.OnRemoteFailure = ExplainAsync;
        });
        if (mode.Loopback) authentication.Services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, TrustThisMachine);
    }

    /// <summary>The tests' directory speaks plain http and is not Microsoft's; everything else is as with Entra.</summary>
    private static void TrustThisMachine(OpenIdConnectOptions options)
    {
        options.RequireHttpsMetadata = false;
        options.TokenValidationParameters.ValidIssuer = options.Authority;
        options.TokenValidationParameters.IssuerValidator = (issuer, _, parameters) => string.Equals(issuer.TrimEnd('/'), parameters.ValidIssuer?.TrimEnd('/'), StringComparison.Ordinal)
            ? issuer : throw new Microsoft.IdentityModel.Tokens.SecurityTokenInvalidIssuerException($"The token comes from {issuer}, not from {parameters.ValidIssuer}.");
    }

    private static async Task LetInAsync(TokenValidatedContext context)
    {
        var token = context.Principal!;
        if (token.FindFirstValue("tid") is not { Length: > 0 } tenant || token.FindFirstValue("oid") is not { Length: > 0 } person)
        {
            context.Fail("The token names no tenant or no person.");
            return;
        }
        var admission = await SignIn.AdmitAsync(context.HttpContext, new Arrival(tenant, person,
            token.FindFirstValue("name") ?? token.FindFirstValue("preferred_username") ?? person, token.FindFirstValue("email") ?? token.FindFirstValue("preferred_username"),
            [.. token.FindAll("roles").Select(r => r.Value)]));
        if (admission.Enabled)
        {
            context.Principal = PersonClaims.Of(admission);
            return;
        }
        await (await SignIn.RefusalAsync(context.HttpContext)).ExecuteAsync(context.HttpContext);
        context.HandleResponse();
    }

    /// <summary>Somebody broke off, or came back too late: that is no fault of the portal, and he can begin again.</summary>
    private static async Task ExplainAsync(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EntraSignIn)).LogWarning("Sign-in failed: {Reason}", context.Failure?.Message);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await SignIn.Note("The sign-in was not completed", "It was broken off, or it took too long. Start again.").ExecuteAsync(context.HttpContext);
        context.HandleResponse();
    }
}

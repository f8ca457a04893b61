using System.Threading.RateLimiting;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Audit;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Sets up who comes in, what he may do, and what is turned away at the edge.</summary>
internal static class SecuritySetup
{
    /// <summary>The limit on sign-ins a minute from one address.</summary>
    public const string SignInLimit = "sign-in";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var mode = SignInMode.Of(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(mode);
        builder.AddProxies();
        builder.AddKeys();
        builder.AddSignIn(mode);
        services.AddAntiforgery(options => options.Cookie = CookieOf("bo.form", builder.Environment));
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddSingleton<IAuthorizationHandler, PermissionAnswer>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageDoor>();
        services.AddSingleton<RightsWatch>();
        services.AddHostedService(sp => sp.GetRequiredService<RightsWatch>());
        services.AddHostedService<BuiltInRoles>();
        services.AddHostedService<AuditSealing>();
        services.AddScoped<AuditWords>();
        services.AddScoped<AuthenticationStateProvider, LiveSignIn>();
        services.AddScoped<CircuitHandler, CircuitActor>();
        services.AddRateLimiter(limits =>
        {
            limits.OnRejected = (context, _) => new ValueTask(RequestGuards.RefuseAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, "Too many sign-ins from here. Wait a minute."));
            limits.AddPolicy(SignInLimit, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = builder.Configuration.GetValue("SignIn:PerMinute", 60), Window = TimeSpan.FromMinutes(1),
            }));
        });
    }

    /// <summary>Stands after the error pages and the headers, before everything that answers.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseOriginCheck();
        app.UseAuthentication();
        app.UseRequestActor();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseTokenCheck();
        app.UseAntiforgery();
    }

    /// <summary>A cookie of our own: bound to this host and to https, except on a developer's machine.</summary>
    public static CookieBuilder CookieOf(string name, IHostEnvironment environment) => new()
    {
        Name = environment.IsDevelopment() ? name : $"__Host-{name}",
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always,
        IsEssential = true,
    };

    /// <summary>The keys that sign cookies outlive a restart, so nobody has to sign in again; instances of one portal share the folder.</summary>
    private static void AddKeys(this WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration["DataProtection:Folder"] ?? "data/keys");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        builder.Services.AddDataProtection().SetApplicationName("BackOffice Portal").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}

/// <summary>Writes the built-in roles down at the start, where they are missing.</summary>
internal sealed class BuiltInRoles(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Job("start", "-");
        await scope.ServiceProvider.GetRequiredService<RoleBook>().PlantAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

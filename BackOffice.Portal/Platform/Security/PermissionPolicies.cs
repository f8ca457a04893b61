using BackOffice.Domain.Platform.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Makes every permission of the house a policy of its own name, so that a page says <c>[Authorize(InventoryPermissions.View)]</c>.</summary>
internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy SignedIn = Needs(Permission.SignedIn);
    private static readonly Dictionary<string, AuthorizationPolicy> Policies = Permission.All.ToDictionary(p => p.Name, p => Needs(p.Name), StringComparer.Ordinal);
    private readonly DefaultAuthorizationPolicyProvider _others = new(options);

    /// <inheritdoc />
    public bool AllowsCachingPolicies => true;

    /// <summary>Plain <c>[Authorize]</c>: somebody whose account is switched on.</summary>
    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(SignedIn);

    /// <summary>What says nothing is open to people of the house only.</summary>
    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(SignedIn);

    /// <inheritdoc />
    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName == Permission.SignedIn ? Task.FromResult<AuthorizationPolicy?>(SignedIn)
        : Policies.TryGetValue(policyName, out var policy) ? Task.FromResult<AuthorizationPolicy?>(policy)
        : _others.GetPolicyAsync(policyName);

    private static AuthorizationPolicy Needs(string permission) => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)).Build();
}

/// <summary>A permission that the person must hold.</summary>
internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>Answers from our own database, by way of the watch: at once for whoever has a page open.</summary>
internal sealed class PermissionAnswer(RightsWatch rights) : AuthorizationHandler<PermissionRequirement>
{
    /// <inheritdoc />
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (PersonClaims.AccountOf(context.User) is { } id && (await rights.OfAsync(id)).Allow(requirement.Permission)) context.Succeed(requirement);
    }
}

/// <summary>A page that a person may not see still opens the shell, which holds nothing of the page: it says in the page's place who grants the right.</summary>
internal sealed class PageDoor : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    /// <inheritdoc />
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null) return _usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return next(context);
    }
}

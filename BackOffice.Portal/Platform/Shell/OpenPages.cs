using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace BackOffice.Portal.Platform.Shell;

/// <summary>The part of the navigation that a person may open, asked of the same rights that guard the pages.</summary>
public sealed class OpenPages(IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
{
    /// <summary>The groups and entries that stand open to the person.</summary>
    public async Task<IReadOnlyList<NavGroup>> ForAsync(ClaimsPrincipal person)
    {
        var open = new List<NavGroup>();
        foreach (var group in SiteMap.Groups)
        {
            var entries = new List<NavEntry>();
            foreach (var entry in group.Entries)
                if (await MayAsync(person, entry.Rights)) entries.Add(entry);
            if (entries.Count > 0) open.Add(group with { Entries = entries });
        }

        return open;
    }

    /// <summary>The panels of the start page that stand open to the person, in order.</summary>
    public async Task<IReadOnlyList<Type>> PanelsForAsync(ClaimsPrincipal person)
    {
        var open = new List<Type>();
        foreach (var panel in SiteMap.TodayPanels)
            if (await MayAsync(person, [.. panel.GetCustomAttributes<AuthorizeAttribute>()])) open.Add(panel);
        return open;
    }

    private async Task<bool> MayAsync(ClaimsPrincipal person, IEnumerable<IAuthorizeData> rights) =>
        await AuthorizationPolicy.CombineAsync(policies, rights) is not { } policy || (await authorization.AuthorizeAsync(person, null, policy)).Succeeded;
}

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
                if (await MayOpenAsync(person, entry)) entries.Add(entry);
            if (entries.Count > 0) open.Add(group with { Entries = entries });
        }

        return open;
    }

    private async Task<bool> MayOpenAsync(ClaimsPrincipal person, NavEntry entry) =>
        await AuthorizationPolicy.CombineAsync(policies, entry.Rights) is not { } policy || (await authorization.AuthorizeAsync(person, null, policy)).Succeeded;
}

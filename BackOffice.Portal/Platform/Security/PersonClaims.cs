using System.Globalization;
using System.Security.Claims;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Portal.Platform.Security;

/// <summary>What the cookie says of a person: which account, and its name. Never what he may do; that stands in the database.</summary>
internal static class PersonClaims
{
    private const string Account = "account";
    private const string Name = "name";

    /// <summary>Nobody.</summary>
    public static ClaimsPrincipal Nobody { get; } = new(new ClaimsIdentity());

    /// <summary>A person who was let in.</summary>
    public static ClaimsPrincipal Of(Admission admission) => new(new ClaimsIdentity(
        [new Claim(Account, admission.Id.ToString(CultureInfo.InvariantCulture)), new Claim(Name, admission.Name)], "portal", Name, roleType: null));

    /// <summary>His account, or null for nobody.</summary>
    public static long? AccountOf(ClaimsPrincipal person) =>
        person.Identity is { IsAuthenticated: true } && long.TryParse(person.FindFirstValue(Account), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The person as the door knows him.</summary>
    public static Actor ActorOf(ClaimsPrincipal person, string request) =>
        AccountOf(person) is { } id ? Actor.Person(id, person.Identity!.Name ?? "", request) : Actor.Nobody;
}

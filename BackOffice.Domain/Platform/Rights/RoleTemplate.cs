using System.Reflection;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>A role that comes with the portal: made at the first start, afterwards the administrators' to edit.</summary>
/// <remarks>
/// A domain contributes its roles as static properties of this type on a class called ...Roles, as <see cref="PlatformRoles"/> does.
/// Several domains may speak of the same role by name; it then allows what all of them say.
/// </remarks>
/// <param name="Name">As people call it; also the name of the directory's app role that leads to it.</param>
/// <param name="Description">What its holders do.</param>
/// <param name="Permissions">What it allows; "name:limit" sets a limit.</param>
public sealed record RoleTemplate(string Name, string Description, params IReadOnlyList<string> Permissions)
{
    /// <summary>Every role of the house, found by scanning; roles of the same name are one.</summary>
    public static IReadOnlyList<RoleTemplate> All { get; } =
    [
        .. typeof(RoleTemplate).Assembly.GetTypes().Where(t => t.Name.EndsWith("Roles", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(RoleTemplate)))
            .Select(p => (RoleTemplate)p.GetValue(null)!)
            .GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => new RoleTemplate(same.First().Name, same.First().Description, [.. same.SelectMany(t => t.Permissions).Distinct(StringComparer.Ordinal)]))
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>The role as it is first written down.</summary>
    internal Role ToRole()
    {
        var role = new Role { Name = Name, Description = Description, Template = Name };
        foreach (var permission in Permissions.Select(p => p.Split(':')))
            role.Allow(permission[0], permission.Length > 1 ? decimal.Parse(permission[1], System.Globalization.CultureInfo.InvariantCulture) : null);
        return role;
    }
}

/// <summary>The roles that look after the house itself.</summary>
public static class PlatformRoles
{
    /// <summary>Holds every permission there is; given by another administrator or by <c>grant-admin</c>, never by the directory.</summary>
    public static RoleTemplate Administrator { get; } = new(Role.Administrator, "Looks after the portal: people and rights, jobs, audit trail", [.. Permission.All.Select(p => p.Name)]);

    /// <summary>Looks, changes nothing.</summary>
    public static RoleTemplate Auditor { get; } = new("Auditor", "Reads the audit trail of all records", PlatformPermissions.Audit);
}

using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization;

/// <summary>The roles around people and seats that come with the portal.</summary>
public static class OrganizationRoles
{
    /// <summary>Keeps the structure.</summary>
    public static RoleTemplate HumanResources { get; } = new("Human resources", "Keeps people, departments and positions", OrganizationPermissions.View, OrganizationPermissions.Edit);

    /// <summary>Everybody who works on goods also finds his colleagues.</summary>
    public static RoleTemplate Clerk { get; } = new("Clerk", "Receives, moves and counts goods", OrganizationPermissions.View);

    /// <summary>The same for buyers.</summary>
    public static RoleTemplate Buyer { get; } = new("Buyer", "Keeps items and suppliers, decides what to reorder and writes purchase orders", OrganizationPermissions.View);

    /// <summary>The same for supervisors.</summary>
    public static RoleTemplate Supervisor { get; } = new("Supervisor", "Approves orders and the differences of counts", OrganizationPermissions.View);
}

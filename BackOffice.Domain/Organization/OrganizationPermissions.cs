using System.ComponentModel;

namespace BackOffice.Domain.Organization;

/// <summary>What may be done with people, seats and the chain of command.</summary>
public static class OrganizationPermissions
{
    /// <summary>Reading the directory and the chart.</summary>
    [Description("See people, departments, positions and the organization chart")]
    public const string View = "organization.view";

    /// <summary>The records that everything else stands on.</summary>
    [Description("Change departments, jobs, positions, people, teams and who holds which position")]
    public const string Edit = "organization.edit";

    /// <summary>Who approves what.</summary>
    [Description("See all requests for approval, set approval policies and limits")]
    public const string Approvals = "organization.approvals";
}

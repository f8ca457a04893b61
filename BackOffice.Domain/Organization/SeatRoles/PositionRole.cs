using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.SeatRoles;

/// <summary>A role that a position carries: whoever holds the position holds the role, from his first day in it to his last.</summary>
[Record("organization.position-role", 220, PlatformPermissions.Rights)]
public sealed class PositionRole : Entity
{
    /// <summary>The position.</summary>
    [Display(Name = "Position"), Range(1, long.MaxValue, ErrorMessage = "Choose a position.")]
    public long PositionId { get; set; }

    /// <summary>The role.</summary>
    [Display(Name = "Role"), Range(1, long.MaxValue, ErrorMessage = "Choose a role.")]
    public long RoleId { get; set; }
}

internal sealed class PositionRoleMapping : IEntityTypeConfiguration<PositionRole>
{
    public void Configure(EntityTypeBuilder<PositionRole> builder)
    {
        builder.HasIndex(r => new { r.PositionId, r.RoleId }).IsUnique();
        builder.HasIndex(r => r.RoleId);
        builder.HasOne<Position>().WithMany().HasForeignKey(r => r.PositionId);
        builder.HasOne<Role>().WithMany().HasForeignKey(r => r.RoleId);
    }
}

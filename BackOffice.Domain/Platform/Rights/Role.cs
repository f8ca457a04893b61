using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>A set of permissions with a name.</summary>
[Record("platform.role", 2, PlatformPermissions.Rights)]
public sealed class Role : Entity
{
    /// <summary>The role that administrators hold.</summary>
    public const string Administrator = "Administrator";

    /// <summary>As people call it; also the name of the directory's app role that leads to it.</summary>
    [Required, MaxLength(80), Display(Name = "Role")]
    public string Name { get; set; } = "";

    /// <summary>What its holders do.</summary>
    [MaxLength(400), Display(Name = "Description")]
    public string? Description { get; set; }

    /// <summary>The built-in role it began as, whatever it is called now; null for a role made here.</summary>
    [MaxLength(80)]
    public string? Template { get; internal set; }

    /// <summary>What it allows.</summary>
    public List<RoleGrant> Grants { get; private set; } = [];

    /// <summary>The administrators' role holds everything at all times, so that nobody can lock the office out of its own portal.</summary>
    public bool IsAdministrator => Template == Administrator;

    /// <summary>Whether the directory may hand it to a newcomer. Not the administrators' role, and none with which one could make oneself administrator.</summary>
    public bool MayComeFromDirectory => !IsAdministrator && Grants.All(g => g.Permission != PlatformPermissions.Rights);

    /// <summary>Allows an act, up to an amount where the act has one.</summary>
    public void Allow(string permission, decimal? limit = null)
    {
        Rule.Require(Permission.All.Any(p => p.Name == permission), "There is no permission called {0}.", permission);
        Rule.Require(limit is null or >= 0, "The limit {0} is negative. Enter 0 or more, or leave it empty for no limit.", limit);
        if (Grants.FirstOrDefault(g => g.Permission == permission) is { } held) held.Limit = limit;
        else Grants.Add(new RoleGrant { Permission = permission, Limit = limit });
    }

    /// <summary>Takes an act away.</summary>
    public void Forbid(string permission) => Grants.RemoveAll(g => g.Permission == permission);
}

/// <summary>One permission inside a role, with an amount up to which it holds (in the company's currency; none = no limit).</summary>
public sealed class RoleGrant : Entity
{
    /// <summary>The role.</summary>
    public long RoleId { get; private set; }

    /// <summary>The permission's name.</summary>
    [Required, MaxLength(80)]
    public string Permission { get; internal set; } = "";

    /// <summary>Up to which amount, inclusive.</summary>
    public decimal? Limit { get; internal set; }
}

/// <summary>Who holds which role from which day until which day: given by hand, or because of something else that gives it.</summary>
public sealed class RoleMember : Entity, IDated
{
    /// <summary>The role.</summary>
    public long RoleId { get; internal set; }

    /// <summary>The account.</summary>
    public long UserId { get; internal set; }

    /// <summary>What gives the role, as <c>organization.holding/12</c>; empty when an administrator gave it by hand.</summary>
    [MaxLength(60)]
    public string Source { get; internal set; } = "";

    /// <inheritdoc/>
    public DateOnly FromOn { get; internal set; }

    /// <inheritdoc/>
    public DateOnly? UntilOn { get; internal set; }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<Role>, IEntityTypeConfiguration<RoleGrant>, IEntityTypeConfiguration<RoleMember>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.Ignore(r => r.IsAdministrator).Ignore(r => r.MayComeFromDirectory);
        builder.HasIndex(r => r.Name).IsUnique();
        builder.HasMany(r => r.Grants).WithOne().HasForeignKey(g => g.RoleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder) => builder.HasIndex(g => new { g.RoleId, g.Permission }).IsUnique();

    public void Configure(EntityTypeBuilder<RoleMember> builder)
    {
        builder.HasIndex(m => new { m.UserId, m.RoleId, m.Source }).IsUnique();
        builder.HasIndex(m => m.Source);
        builder.HasOne<Role>().WithMany().HasForeignKey(m => m.RoleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(m => m.UserId);
    }
}

using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Who is asked.</summary>
public enum ChainType
{
    /// <summary>The nearest superior whose limit suffices, and nobody else.</summary>
    FirstWithLimit,

    /// <summary>The direct manager, whatever his limit.</summary>
    DirectManager,

    /// <summary>Every superior in turn, up to and including the first whose limit suffices.</summary>
    EveryManager,

    /// <summary>One named person.</summary>
    NamedPerson,
}

/// <summary>How one kind of document is approved: whom to ask, and after how many working hours to remind, to turn to others, to give up.</summary>
[Record("organization.approval-policy", 252, OrganizationPermissions.View)]
public sealed class ApprovalPolicy : Entity
{
    /// <summary>The kind of document.</summary>
    [Required, MaxLength(60), Display(Name = "Document")]
    public string Kind { get; internal init; } = "";

    /// <summary>Whom to ask.</summary>
    [Display(Name = "Who is asked")]
    public ChainType Chain { get; set; }

    /// <summary>The named person, where one is asked.</summary>
    [Display(Name = "Named person")]
    public long? NamedPersonId { get; set; }

    /// <summary>Working hours after which the approver is reminded.</summary>
    [Display(Name = "Remind after, working hours"), Range(1, 2_000)]
    public int RemindAfter { get; set; } = 8;

    /// <summary>Working hours after which his deputies are asked too.</summary>
    [Display(Name = "Ask the deputy after, working hours"), Range(1, 2_000)]
    public int DeputyAfter { get; set; } = 16;

    /// <summary>Working hours after which the next manager may decide too.</summary>
    [Display(Name = "Ask the next manager after, working hours"), Range(1, 2_000)]
    public int ManagerAfter { get; set; } = 24;

    /// <summary>Working hours after which the request expires; none means never.</summary>
    [Display(Name = "Expire after, working hours"), Range(1, 10_000)]
    public int? ExpireAfter { get; set; }

    /// <summary>Refuses what makes no sense.</summary>
    internal void Require()
    {
        Rule.RequireField(nameof(NamedPersonId), Chain != ChainType.NamedPerson || NamedPersonId is not null, "Choose the person who is asked.");
        Rule.RequireField(nameof(DeputyAfter), DeputyAfter >= RemindAfter, "The deputy is asked before the approver is reminded. Enter {0} or more.", RemindAfter);
        Rule.RequireField(nameof(ManagerAfter), ManagerAfter >= DeputyAfter, "The next manager is asked before the deputy. Enter {0} or more.", DeputyAfter);
        Rule.RequireField(nameof(ExpireAfter), ExpireAfter is null || ExpireAfter > ManagerAfter, "It would expire before the next manager is asked. Enter more than {0}, or nothing.", ManagerAfter);
    }

    /// <summary>The policy of a kind as administrators set it, or the one it starts with.</summary>
    internal static async Task<ApprovalPolicy> OfAsync(BackOfficeDb db, DocumentKind kind, CancellationToken ct) =>
        await db.Set<ApprovalPolicy>().AsNoTracking().FirstOrDefaultAsync(p => p.Kind == kind.Kind, ct) ?? new ApprovalPolicy { Kind = kind.Kind, Chain = kind.Chain };
}

/// <summary>Up to which amount one person decides on one kind of document; stands above what his roles say.</summary>
[Record("organization.approval-limit", 253, OrganizationPermissions.View)]
public sealed class ApprovalLimit : Entity
{
    /// <summary>Whose.</summary>
    [Display(Name = "Person"), Range(1, long.MaxValue, ErrorMessage = "Choose a person.")]
    public long PersonId { get; set; }

    /// <summary>The kind of document.</summary>
    [Required, MaxLength(60), Display(Name = "Document")]
    public string Kind { get; set; } = "";

    /// <summary>Up to and including this amount in the company's currency; none means no limit.</summary>
    [Display(Name = "Up to"), Range(0, 900_000_000_000_000)]
    public decimal? Amount { get; set; }
}

internal sealed class ApprovalPolicyMapping : IEntityTypeConfiguration<ApprovalPolicy>, IEntityTypeConfiguration<ApprovalLimit>
{
    public void Configure(EntityTypeBuilder<ApprovalPolicy> builder)
    {
        builder.HasIndex(p => p.Kind).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.NamedPersonId);
    }

    public void Configure(EntityTypeBuilder<ApprovalLimit> builder)
    {
        builder.HasIndex(l => new { l.PersonId, l.Kind }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }
}

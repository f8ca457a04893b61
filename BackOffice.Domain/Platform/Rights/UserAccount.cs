namespace BackOffice.Domain.Platform.Rights;

/// <summary>A person who signs in: known by tenant and object id of the directory, never by e-mail.</summary>
[Record("platform.account", 1, PlatformPermissions.Rights)]
public sealed class UserAccount : Entity, ISearchable
{
    /// <summary>The directory's tenant id.</summary>
    [Required, MaxLength(64)]
    public string TenantId { get; internal set; } = "";

    /// <summary>The person's object id in that directory.</summary>
    [Required, MaxLength(64)]
    public string ObjectId { get; internal set; } = "";

    /// <summary>As the directory calls him.</summary>
    [Required, MaxLength(120), Display(Name = "Name")]
    public string Name { get; internal set; } = "";

    /// <summary>For mail, not for recognition.</summary>
    [MaxLength(254), Display(Name = "E-mail")]
    public string? Email { get; internal set; }

    /// <summary>Switched off, an account may do nothing.</summary>
    public bool Enabled { get; private set; } = true;

    /// <summary>Raised when rights change, so that open pages look again.</summary>
    [NotAudited("the change of rights is written down itself")]
    public int RightsStamp { get; private set; }

    /// <summary>When he last signed in, in UTC; null when he never did.</summary>
    [Display(Name = "Last sign-in")]
    public DateTime? LastSignInAt { get; private set; }

    /// <summary>Language, as <c>en</c> or <c>ur</c>.</summary>
    [MaxLength(10)]
    public string Culture { get; set; } = "en";

    /// <summary>Where the person works; null means the company's zone.</summary>
    [MaxLength(64)]
    public string? TimeZone { get; set; }

    /// <summary>light, dark or system.</summary>
    [MaxLength(10)]
    public string Theme { get; set; } = "system";

    /// <summary>Row height: compact, normal or roomy.</summary>
    [MaxLength(10)]
    public string Density { get; set; } = "normal";

    /// <summary>The zone he works in, or the company's when he chose none.</summary>
    internal TimeZoneInfo ZoneOr(TimeZoneInfo company) => TimeZone is { Length: > 0 } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var zone) ? zone : company;

    /// <summary>Switches the account on or off; open pages of the person lose their rights.</summary>
    public void SwitchTo(bool enabled)
    {
        Enabled = enabled;
        RightsChanged();
    }

    /// <summary>Notes that he came, and what the directory calls him today.</summary>
    internal void SignedIn(string name, string? email, DateTime at) => (Name, Email, LastSignInAt) = (name, email, at);

    /// <summary>Lets open pages look at the rights again.</summary>
    public void RightsChanged() => RightsStamp++;

    string ISearchable.SearchTitle => Name;
    string ISearchable.SearchText => Email ?? "";
}

internal sealed class UserAccountMapping : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> builder) => builder.HasIndex(u => new { u.TenantId, u.ObjectId }).IsUnique();
}

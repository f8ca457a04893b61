using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.People;

/// <summary>Somebody who works for the company: comes from the first sign-in or from an import, and holds positions from a day to a day.</summary>
[Record("organization.person", 200, OrganizationPermissions.View)]
public sealed class Person : Entity, ISearchable
{
    /// <summary>The account with which he signs in; none for somebody who never has.</summary>
    public long? AccountId { get; private set; }

    /// <summary>As the payroll knows him; unique where given.</summary>
    [MaxLength(40), Display(Name = "Employee number")]
    public string? EmployeeNumber { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>As colleagues call him.</summary>
    [Required, MaxLength(120), Display(Name = "Name")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>At work.</summary>
    [MaxLength(254), EmailAddress, Display(Name = "E-mail")]
    public string? Email { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>At work.</summary>
    [MaxLength(40), Display(Name = "Phone")]
    public string? Phone { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Where he works, as an IANA name; none means the company's zone.</summary>
    [MaxLength(64), Display(Name = "Time zone")]
    public string? TimeZone { get; set; }

    /// <summary>The first day on which he no longer works here.</summary>
    [Display(Name = "Left on")]
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Where he works: his own zone, or the company's.</summary>
    public TimeZoneInfo ZoneIn(Company company) => TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) ? found : company.TimeZone;

    string ISearchable.SearchTitle => Name;
    string ISearchable.SearchText => $"{EmployeeNumber} {Email}".Trim();

    /// <summary>From that day on he no longer works here.</summary>
    internal void Leave(DateOnly on) => LeftOn = on;

    /// <summary>His account turned out to be that of another entry of the directory: this one is given up.</summary>
    internal void GivesUpAccount(DateOnly on) => (AccountId, LeftOn) = (null, on);

    /// <summary>Says which account is his.</summary>
    internal void SignsInWith(UserAccount account)
    {
        Rule.Require(AccountId is null || AccountId == account.Id, "{0} already signs in with another account.", Name);
        (AccountId, Email) = (account.Id, Email ?? account.Email);
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasIndex(p => p.EmployeeNumber).IsUnique();
        builder.HasIndex(p => p.AccountId).IsUnique();
        builder.HasIndex(p => p.Name);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(p => p.AccountId);
    }
}

using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>When one person wants mail about notices: in which hours of his own zone, and how many of them in one.</summary>
[Record("platform.mail-habits", 14, Permission.SignedIn), NotAudited("it concerns nobody but the person who chose it")]
public sealed class MailHabits : Entity, IValidatableObject
{
    // Whoever goes without mail for so long has set hours that contradict each other.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(35);

    /// <summary>Whose.</summary>
    public long UserId { get; internal set; }

    /// <summary>From when on no mail shall come.</summary>
    [Display(Name = "Quiet from")]
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Until when.</summary>
    [Display(Name = "Quiet until")]
    public TimeOnly? QuietUntil { get; set; }

    /// <summary>Mail comes in office hours only.</summary>
    [Display(Name = "Only in office hours")]
    public bool OfficeHoursOnly { get; set; }

    /// <summary>For how many minutes bundled notices are gathered before they become one mail.</summary>
    [Range(5, 1440), Display(Name = "Bundle mail for")]
    public int BundleMinutes { get; set; } = 30;

    /// <summary>When a notice of this moment may go out.</summary>
    /// <param name="way">At once or bundled.</param>
    /// <param name="now">UTC.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="hours">The office's hours.</param>
    /// <returns>UTC; null when these habits leave no time for mail at all.</returns>
    public DateTime? MailAt(NoticeWay way, DateTime now, TimeZoneInfo zone, OfficeHours hours)
    {
        var (quiet, office) = (QuietHours.Of(QuietFrom, QuietUntil, zone), OfficeHoursOnly ? hours.In(zone) : null);
        var earliest = way == NoticeWay.MailBundled ? now.AddMinutes(BundleMinutes) : now;
        for (var at = earliest; at - earliest < Longest;)
        {
            var next = office?.OnOrAfter(at) ?? at;
            next = quiet?.OnOrAfter(next) ?? next;
            if (next == at) return at;
            at = next;
        }
        return null;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (QuietFrom is null != QuietUntil is null)
            yield return new ValidationResult("Enter both ends of the quiet hours, or neither.", [QuietFrom is null ? nameof(QuietFrom) : nameof(QuietUntil)]);
        if (QuietFrom is not null && QuietFrom == QuietUntil)
            yield return new ValidationResult("The quiet hours end when they begin. To get no mail at all, choose so below for each kind.", [nameof(QuietUntil)]);
    }
}

internal sealed class MailHabitsMapping : IEntityTypeConfiguration<MailHabits>
{
    public void Configure(EntityTypeBuilder<MailHabits> builder)
    {
        builder.HasIndex(h => h.UserId).IsUnique();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(h => h.UserId);
    }
}

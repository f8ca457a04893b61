using System.Reflection;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>How notices of a kind reach a person.</summary>
public enum NoticeWay
{
    /// <summary>Not at all.</summary>
    Nothing,

    /// <summary>In the portal.</summary>
    PortalOnly,

    /// <summary>In the portal, and together with others in one mail.</summary>
    MailBundled,

    /// <summary>In the portal, and in a mail as soon as his hours allow it.</summary>
    MailAtOnce,
}

/// <summary>A kind of thing that people are told; each chooses how it reaches him.</summary>
/// <remarks>A domain contributes its kinds as static properties of this type on a class called ...Notices, as <see cref="PlatformNotices"/> does.</remarks>
/// <param name="Name">Stable name, "domain.what", as <c>tasks.due</c>.</param>
/// <param name="Words">What happened, as the person's settings call it: "A task of mine is due".</param>
/// <param name="Usual">How it reaches whoever chose nothing else.</param>
/// <param name="Permission">It is offered to those who hold this permission; without one to everybody.</param>
/// <param name="Mailed">False for what must not become mail.</param>
public sealed record NoticeKind(string Name, string Words, NoticeWay Usual, string Permission = Permission.SignedIn, bool Mailed = true)
{
    /// <summary>Every kind of the house, found by scanning.</summary>
    public static IReadOnlyList<NoticeKind> All { get; } =
    [
        .. typeof(NoticeKind).Assembly.GetTypes().Where(t => t.Name.EndsWith("Notices", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(NoticeKind)))
            .Select(p => (NoticeKind)p.GetValue(null)!)
            .OrderBy(k => k.Name, StringComparer.Ordinal),
    ];

    /// <summary>The kind of this name, unless the house no longer has it.</summary>
    public static NoticeKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>What a person may choose for it.</summary>
    public IEnumerable<NoticeWay> Choices => Enum.GetValues<NoticeWay>().Where(w => Mailed || w <= NoticeWay.PortalOnly);
}

/// <summary>What the house itself has to tell.</summary>
public static class PlatformNotices
{
    /// <summary>A run failed for good.</summary>
    public static NoticeKind JobFailed { get; } = new("platform.job-failed", "A job did not finish", NoticeWay.MailAtOnce, PlatformPermissions.Jobs);

    /// <summary>The nightly proof found a difference.</summary>
    public static NoticeKind ProofFailed { get; } = new("platform.proof-failed", "The nightly proof found a fault", NoticeWay.MailAtOnce, PlatformPermissions.Audit);

    /// <summary>Somebody came to hold what nobody should hold together.</summary>
    public static NoticeKind SegregationBroken { get; } = new("platform.segregation-broken", "Somebody holds two permissions that nobody should hold together", NoticeWay.MailBundled, PlatformPermissions.Rights);

    /// <summary>Mail could not be sent; told in the portal only, because mail is what does not work.</summary>
    public static NoticeKind MailFailed { get; } = new("platform.mail-failed", "Mail was not sent", NoticeWay.PortalOnly, PlatformPermissions.Mail, Mailed: false);
}

using BackOffice.Domain.Platform.Notices;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>What people are told about approvals.</summary>
public static class ApprovalNotices
{
    /// <summary>Somebody asks.</summary>
    public static NoticeKind Waits { get; } = new("organization.approval-waits", "Something waits for my approval", NoticeWay.MailBundled);

    /// <summary>It has waited too long.</summary>
    public static NoticeKind Overdue { get; } = new("organization.approval-overdue", "An approval is overdue", NoticeWay.MailAtOnce);

    /// <summary>What one asked for is decided.</summary>
    public static NoticeKind Decided { get; } = new("organization.approval-decided", "A request of mine is decided", NoticeWay.MailBundled);
}

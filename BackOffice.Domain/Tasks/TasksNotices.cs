using BackOffice.Domain.Platform.Notices;

namespace BackOffice.Domain.Tasks;

/// <summary>What people are told about tasks; each chooses how it reaches him.</summary>
public static class TasksNotices
{
    /// <summary>A task was given to somebody.</summary>
    public static NoticeKind Given { get; } = new("tasks.given", "A task was given to me", NoticeWay.MailBundled, TasksPermissions.View);

    /// <summary>Somebody was called by name in a comment.</summary>
    public static NoticeKind Mentioned { get; } = new("tasks.mentioned", "Somebody mentioned me in a comment", NoticeWay.MailBundled);

    /// <summary>A watched task moved on.</summary>
    public static NoticeKind Moved { get; } = new("tasks.moved", "A task that I watch moved on", NoticeWay.PortalOnly, TasksPermissions.View);

    /// <summary>A task will be due, or is.</summary>
    public static NoticeKind Due { get; } = new("tasks.due", "A task of mine is due", NoticeWay.MailBundled, TasksPermissions.View);

    /// <summary>A task of somebody below is late.</summary>
    public static NoticeKind Escalated { get; } = new("tasks.escalated", "A task below me is late", NoticeWay.MailAtOnce, TasksPermissions.View);

    /// <summary>A task rests.</summary>
    public static NoticeKind Stale { get; } = new("tasks.stale", "A task of mine rests", NoticeWay.PortalOnly, TasksPermissions.View);
}

using BackOffice.Domain.Platform.Notices;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Platform.Notices;

/// <summary>The number beside "Notices" in the navigation.</summary>
internal sealed class UnreadNotices(NoticeBoard board) : INavCounter
{
    /// <inheritdoc />
    public Type Page => typeof(NoticesPage);

    /// <inheritdoc />
    public Task<int> CountAsync(CancellationToken ct) => board.UnreadAsync(ct);
}

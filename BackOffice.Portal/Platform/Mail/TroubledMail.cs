using BackOffice.Domain.Platform.Mail;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Platform.Mail;

/// <summary>The number beside "Outbox" in the navigation: mail that needs a decision.</summary>
internal sealed class TroubledMail(OutboxDesk desk) : INavCounter
{
    /// <inheritdoc />
    public Type Page => typeof(OutboxPage);

    /// <inheritdoc />
    public Task<int> CountAsync(CancellationToken ct) => desk.TroubledAsync(ct);
}

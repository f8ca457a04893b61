using System.Threading.Channels;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Live;

namespace BackOffice.Portal.Platform.Audit;

/// <summary>Seals the audit trail a moment after something was written into it, and once more when the portal stops.</summary>
internal sealed class AuditSealing(IServiceScopeFactory scopes, LiveFeed feed, TimeProvider time, ILogger<AuditSealing> log) : BackgroundService
{
    // A burst of changes becomes one seal instead of one each.
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(2);

    // Readings of sensitive fields and changes by other processes are not announced here.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySealAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = feed.Listen(_ => _changed.Writer.TryWrite(true));
        while (true)
        {
            await TrySealAsync(stoppingToken);
            await WaitForChangeAsync(stoppingToken);
            await Task.Delay(Gather, time, stoppingToken);
        }
    }

    private async Task WaitForChangeAsync(CancellationToken ct)
    {
        using var look = new CancellationTokenSource(Look, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, ct);
        try
        {
            await _changed.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nothing was announced; time to look whether something came unannounced.
        }
    }

    private async Task TrySealAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Job("audit-sealing", "-");
            await scope.ServiceProvider.GetRequiredService<AuditTrail>().SealAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // What is not sealed now is sealed at the next look; that it stays unsealed must not go unseen.
            log.LogError(failure, "The audit trail could not be sealed");
        }
    }
}

using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Portal.Platform.Jobs;

namespace BackOffice.Portal.Platform.Mail;

/// <summary>Gathers notices into letters and brings the letters to the mail server, as long as the portal runs. Several portals on one database share the work.</summary>
public sealed partial class Postman(IServiceScopeFactory scopes, LiveFeed feed, MailSettings settings, LetterWriter writer, IHostApplicationLifetime lifetime, ILogger<Postman> log) : BackgroundService
{
    private const string Name = "postman";
    private const int AtOnce = 20;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LineAway = TimeSpan.FromMinutes(1);
    private static readonly HashSet<string> Kinds = [.. new[] { typeof(Notice), typeof(Letter) }.Select(t => RecordKinds.Of(t).Kind)];
    private readonly SemaphoreSlim _wake = new(0);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first page comes first.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opened = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var ear = feed.Listen(changes =>
        {
            if (_wake.CurrentCount == 0 && changes.Any(c => c.By != Name && Kinds.Contains(c.Record.Kind))) _wake.Release();
        });
        while (true)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away for a while. What a round did not write down the next one finds, so nothing is lost and nothing sent twice.
                RoundFailed(failure);
            }
            await _wake.WaitAsync(Round, stoppingToken);
        }
    }

    /// <summary>Everything that is due now: clears up after the dead, writes letters, sends them.</summary>
    internal async Task RoundAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Job(Name, ThisProcess.Name);
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        if (await outbox.ClearUpAsync(ThisProcess.IsGone, ct) is > 0 and var dead) FoundDead(dead);
        for (var readers = 1; readers > 0 && !ct.IsCancellationRequested;) readers = await outbox.GatherAsync(writer.Write, ct);
        if (settings.CanSend) await SendAsync(outbox, ct);
    }

    private async Task SendAsync(Outbox outbox, CancellationToken ct)
    {
        using var line = new MailLine(settings);
        string? trouble = null;
        while (trouble is null && !ct.IsCancellationRequested && await outbox.ClaimAsync(ThisProcess.Name, AtOnce, ct) is { Count: > 0 } letters)
        {
            var left = new Queue<Letter>(letters);
            while (trouble is null && !ct.IsCancellationRequested && left.TryPeek(out var letter))
            {
                trouble = await line.OpenAsync(ct) ?? await HandOverAsync(outbox, line, letter, ct);
                if (trouble is null) left.Dequeue();
            }
            if (left.Count > 0) await outbox.PutBackAsync([.. left.Select(l => l.Id)], trouble, trouble is null ? TimeSpan.Zero : LineAway, CancellationToken.None);
        }
        if (trouble is not null) ServerAway(trouble);
        await line.CloseAsync();
    }

    /// <summary>Sends one letter and writes down what became of it.</summary>
    /// <returns>Why the line is of no use for the others; null when it is.</returns>
    private static async Task<string?> HandOverAsync(Outbox outbox, MailLine line, Letter letter, CancellationToken ct)
    {
        if (!await outbox.HandOverAsync(letter.Id, ThisProcess.Name, ct)) return null;
        var (outcome, words) = await line.HandOverAsync(letter);
        // From here on what is known must be written down, whether the portal stops or not.
        switch (outcome)
        {
            case Handing.Taken: await outbox.TakenAsync(letter.Id, CancellationToken.None); break;
            case Handing.PutOff: await outbox.RefusedAsync(letter.Id, words, forGood: false, CancellationToken.None); break;
            case Handing.Refused: await outbox.RefusedAsync(letter.Id, words, forGood: true, CancellationToken.None); break;
            case Handing.Unsure: await outbox.DoubtedAsync(letter.Id, words, CancellationToken.None); break;
            default: return words;
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Letters} letters were being sent when their process died; the outbox shows them")]
    private partial void FoundDead(int letters);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server takes nothing: {Trouble}")]
    private partial void ServerAway(string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked through")]
    private partial void RoundFailed(Exception failure);
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Knows what the people with open pages may do, and tells their pages within seconds when that changes, in this process or another.</summary>
/// <remarks>It is for what pages show. Every act is asked of the database again by the door.</remarks>
internal sealed class RightsWatch(IServiceScopeFactory scopes, LiveFeed feed, TimeProvider time, Company company, ILogger<RightsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(8);
    private static readonly HashSet<string> Kinds = [.. new[] { typeof(UserAccount), typeof(Role), typeof(RoleGrant), typeof(RoleMember) }.Select(t => RecordKinds.Of(t).Kind)];

    private readonly ConcurrentDictionary<long, Known> _known = [];
    private readonly ConcurrentDictionary<long, Action<HeldRights>> _watchers = [];
    private DateOnly _day;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>What a person may do, known at once for whoever has a page open.</summary>
    public ValueTask<HeldRights> OfAsync(long userId, CancellationToken ct = default) =>
        _known.TryGetValue(userId, out var known) && time.GetElapsedTime(known.At) < Trusted ? new(known.Rights) : new(AskAsync(userId, ct));

    /// <summary>Calls back whenever the rights of a person have changed, until the answer is disposed.</summary>
    public IDisposable Watch(long userId, Action<HeldRights> changed)
    {
        _watchers.AddOrUpdate(userId, changed, (_, others) => others + changed);
        return new Watcher(this, userId, changed);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = feed.Listen(changes =>
        {
            if (changes.Any(c => Kinds.Contains(c.Record.Kind))) _wake.Writer.TryWrite(true);
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            var woken = await WaitAsync(stoppingToken);
            try
            {
                await LookAsync(woken, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What is known expires by itself; the next look tries again, and the door refuses on its own meanwhile.
                log.LogWarning(failure, "Rights could not be read");
            }
        }
    }

    private async Task<bool> WaitAsync(CancellationToken ct)
    {
        using var pause = new CancellationTokenSource(Pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, ct);
        try
        {
            return await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>One small question for the whole process; only whose stamp has moved is read in full.</summary>
    private async Task LookAsync(bool everybody, CancellationToken ct)
    {
        Forget();
        var ids = _watchers.Keys.Union(_known.Keys).ToList();
        // A role that begins or ends at midnight moves no stamp: the day itself has changed.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), company.TimeZone).DateTime);
        everybody |= today != _day;
        _day = today;
        if (ids.Count == 0) return;
        var at = time.GetTimestamp();
        if (!everybody)
        {
            var stamps = await AskAsync(register => register.StampsAsync(ids, ct));
            foreach (var (id, known) in _known.Where(k => Matches(k.Value.Rights, stamps, k.Key)).ToList())
            {
                _known[id] = known with { At = at };
                ids.Remove(id);
            }
            if (ids.Count == 0) return;
        }
        var held = await AskAsync(register => register.HeldAsync(ids, ct));
        foreach (var id in ids) Learn(id, held.GetValueOrDefault(id, HeldRights.None), at);
    }

    private static bool Matches(HeldRights rights, Dictionary<long, (int Stamp, bool Enabled)> stamps, long id) =>
        stamps.TryGetValue(id, out var stamp) && stamp == (rights.Stamp, rights.Enabled);

    private void Forget()
    {
        foreach (var (id, _) in _known.Where(k => !_watchers.ContainsKey(k.Key) && time.GetElapsedTime(k.Value.At) > Trusted)) _known.TryRemove(id, out _);
    }

    private void Learn(long id, HeldRights rights, long at)
    {
        var before = _known.GetValueOrDefault(id)?.Rights;
        _known[id] = new Known(rights, at);
        if (before is not null && before.Enabled == rights.Enabled && before.Permissions.SetEquals(rights.Permissions)) return;
        if (_watchers.TryGetValue(id, out var tell)) tell(rights);
    }

    private async Task<HeldRights> AskAsync(long userId, CancellationToken ct)
    {
        var at = time.GetTimestamp();
        var held = await AskAsync(register => register.HeldAsync([userId], ct));
        Learn(userId, held.GetValueOrDefault(userId, HeldRights.None), at);
        return held.GetValueOrDefault(userId, HeldRights.None);
    }

    private async Task<T> AskAsync<T>(Func<RightsRegister, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Job("rights-watch", "-");
        return await ask(scope.ServiceProvider.GetRequiredService<RightsRegister>());
    }

    private sealed record Known(HeldRights Rights, long At);

    private sealed class Watcher(RightsWatch watch, long userId, Action<HeldRights> changed) : IDisposable
    {
        public void Dispose()
        {
            while (watch._watchers.TryGetValue(userId, out var all))
            {
                var left = (Action<HeldRights>?)Delegate.Remove(all, changed);
                if (left is null ? watch._watchers.TryRemove(new(userId, all)) : watch._watchers.TryUpdate(userId, left, all)) return;
            }
        }
    }
}

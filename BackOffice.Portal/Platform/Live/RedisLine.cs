using System.Threading.Channels;
using BackOffice.Domain.Platform.Live;
using StackExchange.Redis;

namespace BackOffice.Portal.Platform.Live;

/// <summary>Carries committed changes between the instances of one portal through Redis. Work never waits for it.</summary>
/// <remarks>Redis keeps nothing and promises nothing, so every announcement is numbered and every instance repeats its last number now and then: who finds a gap has its listeners look again.</remarks>
internal sealed class RedisLine : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly RedisChannel Announcements = RedisChannel.Literal("backoffice.live");
    private readonly ConfigurationOptions _settings;
    private readonly LiveFeed _feed;
    private readonly TimeProvider _time;
    private readonly ILogger<RedisLine> _log;
    private readonly Peers _peers;
    private readonly Channel<LineMessage> _outgoing = Channel.CreateBounded<LineMessage>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly Lock _gate = new();
    private readonly Guid _self = Guid.NewGuid();
    private readonly IDisposable _ear;
    private long _number;
    private long _heardMyselfAt;

    public RedisLine(ConfigurationOptions settings, LiveFeed feed, TimeProvider time, ILogger<RedisLine> log)
    {
        (_settings, _feed, _time, _log, _peers) = (settings, feed, time, log, new Peers(time));
        _ear = feed.Carry(Announce);
    }

    /// <summary>Whether what is said here comes back through Redis.</summary>
    public bool IsOpen { get; private set; }

    public override void Dispose()
    {
        _ear.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watching = WatchAsync(stoppingToken);
        while (!watching.IsCompleted)
        {
            try
            {
                await TalkAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                // What is committed counts; the others miss the number of what got lost as soon as they hear from here again.
                _log.LogDebug(failure, "Redis does not answer");
                await Task.Delay(Beat, _time, stoppingToken);
            }
        }
        await watching;
    }

    /// <summary>One connection, from its opening until something fails; a failed one is not mended but replaced.</summary>
    private async Task TalkAsync(CancellationToken ct)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_settings);
        var line = redis.GetSubscriber();
        (await line.SubscribeAsync(Announcements)).OnMessage(message => Hear(message.Message));
        var openedAt = _time.GetTimestamp();
        await foreach (var message in _outgoing.Reader.ReadAllAsync(ct))
        {
            await line.PublishAsync(Announcements, message.Write());
            if (!IsOpen && _time.GetElapsedTime(openedAt) > Silence) throw new TimeoutException("What is said does not come back.");
        }
    }

    private void Announce(IReadOnlyList<RecordChange> changes)
    {
        lock (_gate) _outgoing.Writer.TryWrite(LineMessage.Of(_self, ++_number, changes));
    }

    private void Hear(RedisValue bytes)
    {
        var message = LineMessage.Read(((ReadOnlyMemory<byte>)bytes).Span);
        if (message?.From == _self) Volatile.Write(ref _heardMyselfAt, _time.GetTimestamp());
        else if (message is null || _peers.Missed(message)) _feed.LookAgain();
        else _feed.Relay(message.Changes ?? []);
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        using var clock = new PeriodicTimer(Beat, _time);
        do
        {
            lock (_gate) _outgoing.Writer.TryWrite(new LineMessage(_self, _number, null));
            var heardAt = Volatile.Read(ref _heardMyselfAt);
            var open = heardAt != 0 && _time.GetElapsedTime(heardAt) < Silence;
            if (open && !IsOpen) _log.LogInformation("Changes are carried between instances through Redis");
            if (!open && IsOpen) _log.LogWarning("Redis does not answer. Work goes on; what other instances change is seen when it is back");
            IsOpen = open;
            if (_peers.Forgot(Silence)) _feed.LookAgain();
        }
        while (await clock.WaitForNextTickAsync(ct));
    }
}

using System.Threading.Channels;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BackOffice.Tests.Platform.Security;

/// <summary>How soon open pages hear of rights that were changed by another process.</summary>
public sealed class RightsWatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_pages_are_told_at_the_next_look_which_is_never_more_than_four_seconds_away()
    {
        await using var house = await TestHouse.OpenAsync();
        var clerk = await house.PersonAsync("Clerk", PlatformPermissions.Audit);
        var id = clerk.UserId!.Value;
        var clock = new RingingClock();
        using var watch = new RightsWatch(house.Services.GetRequiredService<IServiceScopeFactory>(), house.Services.GetRequiredService<LiveFeed>(), clock, house.Services.GetRequiredService<Company>(), NullLogger<RightsWatch>.Instance);
        Assert.True((await watch.OfAsync(id, Ct)).Allow(PlatformPermissions.Audit));
        var told = Channel.CreateUnbounded<HeldRights>();
        using var ear = watch.Watch(id, rights => told.Writer.TryWrite(rights));
        await watch.StartAsync(Ct);

        var pause = await clock.NextAsync(Ct);
        await using (var elsewhere = house.Second())
        {
            await elsewhere.Get<RightsDesk>().GrantAdministratorAsync((await elsewhere.PersonAsync("Boss")).UserId!.Value, Ct);
            await elsewhere.Get<RightsDesk>().SwitchAsync(id, enabled: false, Ct);
        }
        Assert.InRange(pause, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
        clock.Advance(pause);

        Assert.False((await told.Reader.ReadAsync(Ct)).Enabled);
        Assert.Equal(pause, await clock.NextAsync(Ct));
        Assert.False((await watch.OfAsync(id, Ct)).Enabled);
        await watch.StopAsync(Ct);
    }

    /// <summary>A clock that tells when somebody has begun to wait, and how long.</summary>
    private sealed class RingingClock : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _waiting = Channel.CreateUnbounded<TimeSpan>();

        public ValueTask<TimeSpan> NextAsync(CancellationToken ct) => _waiting.Reader.ReadAsync(ct);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waiting.Writer.TryWrite(dueTime);
            return timer;
        }
    }
}

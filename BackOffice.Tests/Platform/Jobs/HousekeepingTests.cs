using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Jobs;

public sealed class HousekeepingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_old_goes_and_what_still_matters_stays()
    {
        await using var house = await TestHouse.OpenAsync();
        var maria = await house.PersonAsync("Maria", PlatformPermissions.Jobs);
        var kind = await house.ScheduleAsync<BreakRule>();
        await RunAtOnceAsync(house, kind);
        await house.As<NoticeBoard>(maria).ReadAllAsync(Ct);
        var key = RequestKey.New();
        await house.As<JobDesk>(maria).RunNowAsync("platform.nightly-proof", key, Ct);
        await house.Dispatcher().RunAsync("platform.nightly-proof", Ct);
        house.Clock.Advance(TimeSpan.FromDays(399));
        await RunAtOnceAsync(house, kind);

        Assert.Equal("Cleared away: answers 1, notices 1, mail 0, runs 0", await CleanAsync(house));
        house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("Cleared away: answers 0, notices 0, mail 0, runs 1", await CleanAsync(house));
        Assert.Equal("Nothing to clear away", await CleanAsync(house));

        // The one run of the proof is as old, but nothing newer says up to when its schedule was answered.
        Assert.Single(await house.RunsAsync(JobKind.Find("platform.nightly-proof")));
        Assert.Single(await house.RunsAsync(kind));
        Assert.Single(await house.As<NoticeBoard>(maria).MineAsync(ct: Ct));
    }

    private static async Task RunAtOnceAsync(TestHouse house, JobKind kind)
    {
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.Dispatcher().RunAsync(kind, Ct);
    }

    private static async Task<string> CleanAsync(TestHouse house)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await house.Dispatcher().RunAsync(JobKind.Find("platform.housekeeping"), house.Clock.GetUtcNow().UtcDateTime, Actor.Operator("test"), () => Task.CompletedTask, Ct)).Run.Words;
    }
}

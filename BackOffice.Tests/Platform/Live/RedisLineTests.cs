using System.Net;
using System.Net.Http.Json;
using System.Threading.Channels;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Platform.Live;
using BackOffice.Portal.Platform.Live;
using BackOffice.Tests.Platform.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Platform.Live;

public sealed class RedisLineTests
{
    private static readonly RecordChange Changed = new(RecordRef.Of<Item>(7), ChangeKind.Changed, "Amna");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_hears_what_others_commit_and_no_echo_of_its_own()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var here = await Instance.StartAsync(redis);
        await using var there = await Instance.StartAsync(redis);
        await here.OpenAsync();
        await there.OpenAsync();

        here.Feed.Publish([Changed]);
        Assert.Equal(Changed, await there.HearAsync());
        there.Feed.Publish([Changed with { By = "Bilal" }]);
        Assert.Equal("Amna", (await here.HearAsync()).By);
        Assert.Equal("Bilal", (await here.HearAsync()).By);
    }

    [Fact]
    public async Task What_is_committed_while_Redis_is_away_makes_the_others_look_again()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var here = await Instance.StartAsync(redis);
        await using var there = await Instance.StartAsync(redis);
        await here.OpenAsync();
        await there.OpenAsync();

        await redis.KillAsync();
        here.Feed.Publish([Changed]);
        await redis.OpenAsync();
        while (!(await there.HearAsync()).Touches(RecordRef.Of<Item>(7)))
        {
        }
    }

    [Fact]
    public async Task A_portal_starts_without_Redis_and_finds_it_later()
    {
        await using var redis = RedisServer.Ready();
        await using var here = await Instance.StartAsync(redis);
        Assert.False(here.Line.IsOpen);
        await redis.OpenAsync();
        await here.OpenAsync();
    }

    [Fact]
    public async Task Two_portals_show_each_others_work_and_work_on_without_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        using var folder = new TestFolder();
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Redis"] = redis.Connection };
        await using var first = await PortalProcess.StartAsync(folder.Path, settings, "--empty");
        await using var second = await PortalProcess.StartAsync(folder.Path, settings, "--empty");
        await HealthAsync(first, "Healthy");
        await HealthAsync(second, "Healthy");
        var (one, other) = (await SwitchAsync(first), await SwitchAsync(second));

        await one.ClickAsync();
        await Expect(other).ToHaveAttributeAsync("aria-checked", "false");
        await redis.KillAsync();
        await HealthAsync(first, "Degraded");
        await other.ClickAsync();
        await Expect(other).ToHaveAttributeAsync("aria-checked", "true");
        await redis.OpenAsync();
        await Expect(one).ToHaveAttributeAsync("aria-checked", "true");
        await HealthAsync(first, "Healthy");
    }

    private static async Task<ILocator> SwitchAsync(PortalProcess portal)
    {
        var page = await Chromium.PageAsync(portal.Address);
        await page.GotoAsync("/jobs");
        await page.ClickAsync("button[value=administrator]");
        return page.Locator("tr.job", new() { HasText = "Reservation release" }).GetByRole(AriaRole.Switch);
    }

    private static async Task HealthAsync(PortalProcess portal, string status)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
            var body = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Ct);
            // A portal that has just begun is not ready before its scheduler is; a broken line alone never makes it unready.
            if (answer.StatusCode == HttpStatusCode.OK && body.GetProperty("checks").GetProperty("redis").GetProperty("status").GetString() == status) return;
            await Task.Delay(100, Ct);
        }
    }

    /// <summary>What one portal process has of the line.</summary>
    private sealed class Instance : IAsyncDisposable
    {
        private readonly Channel<RecordChange> _heard = Channel.CreateUnbounded<RecordChange>();

        private Instance(RedisLine line, LiveFeed feed)
        {
            (Line, Feed) = (line, feed);
            feed.Listen(changes => _heard.Writer.TryWrite(changes.FirstOrDefault(c => c.Touches(Changed.Record)) ?? changes[0]));
        }

        public RedisLine Line { get; }

        public LiveFeed Feed { get; }

        public static async Task<Instance> StartAsync(RedisServer redis)
        {
            var feed = new LiveFeed();
            var settings = LiveSetup.SettingsOf(redis.Connection);
            var instance = new Instance(new RedisLine(settings, feed, TimeProvider.System, NullLogger<RedisLine>.Instance), feed);
            await instance.Line.StartAsync(Ct);
            return instance;
        }

        public async Task OpenAsync()
        {
            while (!Line.IsOpen) await Task.Delay(20, Ct);
        }

        public async Task<RecordChange> HearAsync() => await _heard.Reader.ReadAsync(Ct);

        public async ValueTask DisposeAsync()
        {
            await Line.StopAsync(CancellationToken.None);
            Line.Dispose();
        }
    }
}

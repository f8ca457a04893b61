using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BackOffice.Tests.Platform.CommandLine;

public sealed class StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_portal_opens_says_where_answers_and_stops_in_good_time()
    {
        using var folder = new TestFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, null, "--empty");
        using var browser = new HttpClient { BaseAddress = portal.Address };

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/health/live", UriKind.Relative), Ct)).StatusCode);
        var ready = await ReadyAsync(browser);
        var stopping = Stopwatch.StartNew();

        Assert.Equal(["database", "disk", "scheduler"], ready.GetProperty("checks").EnumerateObject().Select(c => c.Name).Order());
        Assert.Equal(0, await portal.StopAsync());
        Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(30), $"Stopping took {stopping.Elapsed}.");
        Assert.DoesNotContain("   at ", portal.Output + portal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_what_is_missing_and_no_secret()
    {
        using var folder = new TestFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, null, "--empty");
        using var browser = new HttpClient { BaseAddress = portal.Address };
        await ReadyAsync(browser);

        File.Move(folder["office.db"], folder["elsewhere.db"]);
        File.Delete(folder["office.db-wal"]);
        File.Delete(folder["office.db-shm"]);
        var answer = await browser.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"database\":{\"status\":\"Unhealthy\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_that_was_killed_while_it_filled_the_demo_company_begins_anew()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["office.db"], "half a database", Ct);
        await File.WriteAllTextAsync(folder["office.db.filling"], "", Ct);

        await using (var portal = await PortalProcess.StartAsync(folder.Path)) Assert.Contains("First start", portal.Output, StringComparison.Ordinal);
        await using (var again = await PortalProcess.StartAsync(folder.Path)) Assert.DoesNotContain("First start", again.Output, StringComparison.Ordinal);

        Assert.False(File.Exists(folder["office.db.filling"]));
        Assert.Equal(0, (await PortalProcess.RunAsync(folder.Path, "verify")).Code);
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider is \"Oracle\". Set it to Sqlite or SqlServer.")]
    [InlineData("Database__Provider", "SqlServer", "ConnectionStrings:SqlServer is missing. Set it, or set Database:Provider to Sqlite.")]
    [InlineData("Company__TimeZone", "Mars/Olympus", "Company:TimeZone is \"Mars/Olympus\", which is no time zone. Use an IANA name as Europe/Berlin.")]
    [InlineData("OpenTelemetry__Endpoint", "collector", "OpenTelemetry:Endpoint is \"collector\", which is no address. Write it as http://collector:4317.")]
    public async Task A_wrong_setting_is_named_in_one_sentence(string key, string value, string sentence)
    {
        using var folder = new TestFolder();
        var (code, _, errors) = await PortalProcess.RunAsync(folder.Path, new Dictionary<string, string> { [key] = value });
        Assert.Equal((2, sentence), (code, errors));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_without_a_stack_trace()
    {
        using var folder = new TestFolder();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        var (code, _, errors) = await PortalProcess.RunAsync(folder.Path, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = address }, "--empty");
        Assert.Equal(1, code);
        Assert.Contains($"Failed to bind to address {address}: address already in use.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadyAsync(HttpClient browser)
    {
        var ready = new Uri("/health/ready", UriKind.Relative);
        await Patience.UntilAsync(async () => (await browser.GetAsync(ready, Ct)).StatusCode == HttpStatusCode.OK);
        return await browser.GetFromJsonAsync<JsonElement>(ready, Ct);
    }
}

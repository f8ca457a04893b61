using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace BackOffice.Tests.Platform.Security;

/// <summary>What the portal says to strangers, and what it turns away, over real HTTP.</summary>
public sealed class EdgeTests(DevelopmentPortal house) : IClassFixture<DevelopmentPortal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Address => house.Portal.Address;

    private string Origin => Address.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("/")]
    [InlineData("/admin/people")]
    [InlineData("/admin/audit/1")]
    [InlineData("/hangfire")]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/_framework/../admin/roles")]
    public async Task A_stranger_is_sent_to_the_sign_in_wherever_he_knocks(string address)
    {
        using var stranger = new DevBrowser(Address);
        var answer = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith($"{Origin}/sign-in?returnUrl=%2F", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/sign-in")]
    [InlineData("/signed-out")]
    [InlineData("/house.css")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task What_a_stranger_needs_is_open(string address)
    {
        using var stranger = new DevBrowser(Address);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_and_lets_no_script_run_that_is_not_the_portals_own_file()
    {
        using var person = new DevBrowser(Address);
        await person.SignInAsync("clerk");
        var answers = new[] { await person.GetAsync("/"), await person.GetAsync("/sign-in"), await person.GetAsync("/admin/people"), await person.GetAsync("/house.css") };

        foreach (var headers in answers.Select(a => a.Headers))
        {
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"), p => p.Contains("script-src", StringComparison.Ordinal));
            Assert.Matches("script-src 'self'(;|$)", policy);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        }
        Assert.All(answers[..3], a => Assert.True(a.Headers.CacheControl!.NoStore));
        Assert.False(answers[3].Headers.CacheControl?.NoStore ?? false);
    }

    [Fact]
    public async Task A_page_that_a_person_may_not_see_is_forbidden_and_says_nothing_of_itself()
    {
        using var clerk = new DevBrowser(Address);
        await clerk.SignInAsync("clerk");

        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/admin/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/hangfire")).StatusCode);
        Assert.DoesNotContain("Administrator", await (await clerk.GetAsync("/admin/people")).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circuit_is_negotiated_by_our_own_pages_only()
    {
        using var person = new DevBrowser(Address);
        await person.SignInAsync("clerk");
        using var stranger = new DevBrowser(Address);
        const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(Negotiate, null, ("Origin", Origin))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(Negotiate)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(Negotiate, null, ("Origin", "https://evil.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(Negotiate, null, ("Origin", "null"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(Negotiate, null, ("Origin", Origin + "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(Negotiate, null, ("Origin", Origin))).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://evil.example")]
    public async Task A_socket_from_elsewhere_is_turned_away(string? origin)
    {
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/_blazor" }.Uri, Ct));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/sign-in")]
    [InlineData("/hangfire/recurring/trigger")]
    [InlineData("/")]
    public async Task Nothing_is_changed_without_the_forms_own_token(string address)
    {
        using var person = new DevBrowser(Address);
        await person.SignInAsync("administrator");

        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["persona"] = "clerk" }))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\t/evil.example")]
    public async Task Nobody_is_led_elsewhere_after_the_sign_in(string address)
    {
        using var person = new DevBrowser(Address);
        var answer = await person.SignInAsync("clerk", address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var person = new DevBrowser(Address);
        var cookie = Assert.Single((await person.SignInAsync("clerk")).Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(cookie.Length < 1000, "the cookie names an account, not what it may do");
    }

    [Fact]
    public async Task Whoever_claims_to_be_a_proxy_is_not_believed()
    {
        using var stranger = new DevBrowser(Address);
        var answer = await stranger.GetAsync("/", ("X-Forwarded-Host", "portal.example"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(Address.Authority, answer.Headers.Location!.Authority);
    }
}

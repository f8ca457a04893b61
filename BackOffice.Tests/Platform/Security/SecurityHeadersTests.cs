using System.Net;
using BackOffice.Tests.Journeys;

namespace BackOffice.Tests.Platform.Security;

[Collection(nameof(SharedPortal))]
public sealed class SecurityHeadersTests(SharedPortal portal)
{
    private static readonly string[] Everywhere = ["/sign-in", "/house.css", "/no/such/page", "/house.js"];

    [Fact]
    public async Task Every_answer_says_who_may_frame_it_and_which_scripts_may_run()
    {
        using var browser = new HttpClient { BaseAddress = portal.Address };
        foreach (var address in Everywhere)
        {
            using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
            var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            var scripts = policy.Split(';').Single(p => p.Trim().StartsWith("script-src", StringComparison.Ordinal));
            Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task What_a_signed_in_person_saw_stays_in_no_cache()
    {
        await using var window = await portal.OpenAsync();
        var answer = await window.Page.APIRequest.GetAsync(new Uri(portal.Address, "/notices").ToString());
        Assert.Equal(200, answer.Status);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
    }

    [Fact]
    public async Task Style_sheets_and_scripts_go_out_compressed()
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None };
        using var browser = new HttpClient(handler) { BaseAddress = portal.Address };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        var total = 0;
        foreach (var address in new[] { "/house.css", "/house.js" })
        {
            using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.NotEmpty(answer.Content.Headers.ContentEncoding);
            total += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(total, 1, 113_000);
    }
}

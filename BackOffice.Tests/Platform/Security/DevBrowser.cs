using System.Net;
using System.Text.RegularExpressions;

namespace BackOffice.Tests.Platform.Security;

/// <summary>A person's browser reduced to its requests: cookies, no scripts, redirects seen instead of followed.</summary>
public sealed partial class DevBrowser(Uri portal) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = portal };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) => await SendAsync(HttpMethod.Get, address, null, headers);

    public async Task<HttpResponseMessage> PostAsync(string address, HttpContent? content = null, params (string Name, string Value)[] headers) => await SendAsync(HttpMethod.Post, address, content, headers);

    /// <summary>Signs in as the persona with this role, as the form of the development page does.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string role, string returnUrl = "/")
    {
        var page = await (await GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl))).Content.ReadAsStringAsync(Ct);
        return await PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value, ["persona"] = role, ["returnUrl"] = returnUrl }));
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

/// <summary>One portal with the development sign-in page for all tests of a class.</summary>
public sealed class DevelopmentPortal : IAsyncLifetime
{
    public OpenPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await OpenPortal.StartAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

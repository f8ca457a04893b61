using System.Net;
using System.Text.RegularExpressions;

namespace BackOffice.Benchmarks.Platform.Circuits;

/// <summary>Somebody's browser reduced to its cookies: signs in, fetches pages, opens circuits.</summary>
internal sealed partial class Session : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    private Session(Uri site)
    {
        Site = site;
        _client = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = site };
        // The portal opens circuits only for its own pages.
        _client.DefaultRequestHeaders.Add("Origin", Origin);
    }

    /// <summary>The application.</summary>
    public Uri Site { get; }

    /// <summary>What a page of the application names as its origin.</summary>
    public string Origin => Site.GetLeftPart(UriPartial.Authority);

    /// <summary>A visitor, signed in as the persona of the development page, or nobody where everything is open.</summary>
    public static async Task<Session> EnterAsync(string address, string? persona = null)
    {
        var session = new Session(new Uri(address));
        if (persona is null) return session;
        var door = await session._client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(door).Groups[1].Value, ["persona"] = persona, ["returnUrl"] = "/" });
        using var answer = await session._client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return session;
    }

    /// <summary>Opens a page with a circuit of its own and waits until it shows a text.</summary>
    /// <param name="path">The page.</param>
    /// <param name="firstText">What shows that it is there.</param>
    /// <param name="marks">Elements, by one of their attributes, whose click will be sent later.</param>
    public async Task<Circuit> OpenAsync(string path, string firstText, params (string Attribute, string Value)[] marks)
    {
        var page = await _client.GetStringAsync(new Uri(path, UriKind.Relative));
        using var negotiated = await _client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), content: null);
        negotiated.EnsureSuccessStatusCode();
        using var terms = await System.Text.Json.JsonDocument.ParseAsync(await negotiated.Content.ReadAsStreamAsync());
        var socket = new UriBuilder(Site) { Scheme = Site.Scheme == "https" ? "wss" : "ws", Path = "/_blazor", Query = "id=" + Uri.EscapeDataString(terms.RootElement.GetProperty("connectionToken").GetString()!) }.Uri;
        var wire = await CircuitWire.ConnectAsync(socket, Origin, _cookies.GetCookieHeader(Site));
        var circuit = new Circuit(wire, marks);
        var seen = circuit.SeeAsync(firstText);
        await circuit.StartAsync(Site, new Uri(Site, path), [.. Component().Matches(page).Select(m => m.Groups[1].Value)], State().Match(page).Groups[1].Value);
        await seen.WaitAsync(TimeSpan.FromSeconds(30));
        return circuit;
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}

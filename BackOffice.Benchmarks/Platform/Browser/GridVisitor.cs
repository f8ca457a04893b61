using System.Globalization;
using Microsoft.Playwright;

namespace BackOffice.Benchmarks.Platform.Browser;

/// <summary>A browser that visits a page with a grid and tells when rows are painted and how many bytes came.</summary>
internal sealed class GridVisitor(IPage page, string rows)
{
    private long _socketBytes;
    private long _bytes;
    private int _requests;

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Bytes received over the circuit since the start.</summary>
    public long SocketBytes => _socketBytes;

    /// <summary>Starts to count traffic.</summary>
    public async Task<GridVisitor> ListenAsync()
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, json) =>
        {
            // Binary frames arrive in base64.
            var payload = json!.Value.GetProperty("response").GetProperty("payloadData").GetString()!;
            Interlocked.Add(ref _socketBytes, payload.Length * 3L / 4);
        };
        session.Event("Network.loadingFinished").OnEvent += (_, json) =>
        {
            Interlocked.Add(ref _bytes, (long)json!.Value.GetProperty("encodedDataLength").GetDouble());
            Interlocked.Increment(ref _requests);
        };
        return this;
    }

    /// <summary>Opens the page with an empty cache; milliseconds to painted rows, bytes and requests on the way.</summary>
    public async Task<(double Milliseconds, long Bytes, int Requests)> OpenAsync(string address)
    {
        (_bytes, _requests) = (0, 0);
        var before = _socketBytes;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync(rows);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var time = watch.Elapsed.TotalMilliseconds;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return (time, _bytes + _socketBytes - before, _requests);
    }

    /// <summary>Milliseconds in the browser from a click on an element to other rows on the screen.</summary>
    public Task<double> ClickAsync(string element) => ActAsync(element, "target.click()");

    /// <summary>Milliseconds from the last letter of a word, already entered up to there, to other rows on the screen.</summary>
    public Task<double> TypeAsync(string element, string text) =>
        ActAsync(element, string.Create(CultureInfo.InvariantCulture, $"target.value = {System.Text.Json.JsonSerializer.Serialize(text)}; target.dispatchEvent(new Event('input', {{ bubbles: true }}))"));

    /// <summary>Milliseconds in the browser from another choice in a list of choices to other rows on the screen.</summary>
    public Task<double> ChooseAsync(string element, string value) =>
        ActAsync(element, $"target.value = {System.Text.Json.JsonSerializer.Serialize(value)}; target.dispatchEvent(new Event('change', {{ bubbles: true }}))");

    // The observer sees the first change of the rows' text; the next frame, and what runs after it, comes when they are painted.
    private async Task<double> ActAsync(string element, string act) => await page.EvaluateAsync<double>(
        $$"""
        ([element, rows]) => new Promise((done, fail) => {
          const target = document.querySelector(element);
          if (!target) { fail(new Error('nothing matches ' + element)); return; }
          const text = () => [...document.querySelectorAll(rows)].map(r => r.textContent).join('|');
          const before = text();
          const timer = setTimeout(() => { observer.disconnect(); fail(new Error('the rows did not change after ' + element)); }, 20000);
          const observer = new MutationObserver(() => {
            if (text() === before) return;
            observer.disconnect();
            clearTimeout(timer);
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          });
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          const start = performance.now();
          {{act}};
        })
        """, new[] { element, rows });
}

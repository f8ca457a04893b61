using System.Globalization;
using BackOffice.Benchmarks.Platform.BareCounter;
using BackOffice.Benchmarks.Platform.Browser;
using BackOffice.Benchmarks.Platform.Circuits;
using BackOffice.Domain.Tasks.Lists;
using Microsoft.Playwright;

namespace BackOffice.Benchmarks.Tasks;

/// <summary>A live board of 2,000 open tasks: 200 watchers beside as many of the bare counter page, and one in a real browser.</summary>
internal sealed class BoardMeasurement : Measurement
{
    private const int Tasks = 2000;
    private const int Watchers = 200;
    private const int Rounds = 40;

    public override string Name => "board";

    public override string Subject => "a live board of 2,000 open tasks in 8 columns: a move seen by 200 watchers (raw circuits, from the click to the last of them), beside a bare counter page";

    public override async Task RunAsync(Report report)
    {
        await using var house = await BenchHouse.OpenAsync("board");
        var (list, columns) = await FillAsync(house);
        var settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ConnectionStrings__Sqlite"] = $"Data Source={house.Path}", ["Audit__HeadFile"] = house.Path + ".head", ["SignIn__PerMinute"] = "1000" };
        await using var portal = await MeasuredProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "BackOffice.Portal.dll"), settings, "--empty");
        CrowdTimes bare;
        await using (var counter = await MeasuredProcess.StartAsync(typeof(CounterHost).Assembly.Location, new Dictionary<string, string>(), CounterHost.Argument))
            bare = await CircuitMeasurement.MeasureAsync(counter, Watchers, Rounds);
        var ours = await WatchedAsync(portal, list, columns);
        report.Ratio("from the click to the last watcher, median", ours.Median, bare.Median, "ms", 2);
        report.Ratio("the same, 19 of 20 within", ours.P95, bare.P95, "ms", 2);
        report.Ratio("processor time of the server for a move", ours.Processor, bare.Processor, "ms", 2);
        report.Note("bytes to each watcher for a move", ours.Bytes, "B");
        await InBrowserAsync(report, portal, list, columns);
    }

    private static async Task<(long List, List<long> Columns)> FillAsync(BenchHouse house)
    {
        var book = house.Get<ListBook>();
        var list = await book.StartAsync("Board", Audience.Everybody);
        foreach (var name in (string[])["Backlog", "Next", "Review"]) await book.AddStateAsync(list, name, name == "Backlog" ? StateGroup.Backlog : StateGroup.InProgress);
        var states = (await book.GetAsync(list)).States.OrderBy(s => s.Position).ToList();
        using var plain = house.Plain();
        using var transaction = plain.BeginTransaction();
        using var insert = plain.CreateCommand();
        insert.CommandText = """
            INSERT INTO WorkItem (Number, Title, ListId, StateId, "Group", Rank, Priority, DueAt, Spent, StateSince, TouchedAt, CreatedAt, EndedAt, Version)
            VALUES ($number, $title, $list, $state, $group, $rank, 'Normal', datetime('now', $due), 0, datetime('now', '-3 days'), datetime('now', '-3 days'), datetime('now', '-3 days'), NULL, 1)
            """;
        foreach (var name in (string[])["$number", "$title", "$list", "$state", "$group", "$rank", "$due"]) insert.Parameters.AddWithValue(name, "");
        for (var i = 0; i < Tasks; i++)
        {
            var state = states[i % states.Count];
            object[] values = [$"X-{i:D5}", TitleOf(i), list, state.Id, (state.Group.IsOpen() ? state.Group : StateGroup.InProgress).ToString(), (5_000_000_000 + i).ToString(CultureInfo.InvariantCulture), $"{i % 60 - 10} days"];
            for (var v = 0; v < values.Length; v++) insert.Parameters[v].Value = values[v];
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return (list, states.ConvertAll(s => s.Id));
    }

    private static string TitleOf(int task) => $"Measured card {task:D5}";

    private static async Task<CrowdTimes> WatchedAsync(MeasuredProcess portal, long list, List<long> columns)
    {
        using var session = await Session.EnterAsync(portal.Address, "administrator");
        var path = FormattableString.Invariant($"/tasks/boards/{list}");
        await using var crowd = await Crowd.GatherAsync(portal, session, path, TitleOf(0), Watchers);
        await using var mover = await session.OpenAsync(path, TitleOf(0));
        // From the third column to the top of the second; every round another card, so that its title has to be drawn anew.
        return await crowd.MeasureAsync(Rounds, TimeSpan.FromMilliseconds(500), round => TitleOf(CardOf(round)), round => mover.CallBackAsync("open", "Drop",
            string.Create(CultureInfo.InvariantCulture, $$"""[{"card":{{CardOf(round) + 1}},"column":"{{columns[1]}}","lane":"","after":null,"before":{{(round == -3 ? 2 : CardOf(round - 1) + 1)}}}]""")));
    }

    private static int CardOf(int round) => 2 + (8 * (round + 3));

    private static async Task InBrowserAsync(Report report, MeasuredProcess portal, long list, List<long> columns)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(portal.Address + "/sign-in");
        await page.ClickAsync("button[value=administrator]");
        await page.WaitForSelectorAsync("nav");
        var (paints, drops) = (new List<double>(), new List<double>());
        for (var round = -2; round < 9; round++)
        {
            var paint = await new GridVisitor(page, ".card").OpenAsync(FormattableString.Invariant($"{portal.Address}/tasks/boards/{list}"));
            if (round >= 0) paints.Add(paint.Milliseconds);
        }
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.card').length > 20");
        report.Limit("first paint in a browser (Chromium, warm cache)", Clock.Median(paints), "ms", 800);
        for (var round = -2; round < 15; round++)
        {
            var time = await page.EvaluateAsync<double>(Dropping, new[] { $"{columns[round % 2 == 0 ? 3 : 4]}", $"{columns[round % 2 == 0 ? 4 : 3]}" });
            if (round >= 0) drops.Add(time);
            await page.WaitForTimeoutAsync(300);
        }
        report.Limit("a card dropped, until it lies in its new column", Clock.Median(drops), "ms", 100);
        report.Limit("cards in the page", await page.EvaluateAsync<int>("() => document.querySelectorAll('.card').length"), "", 200);
    }

    private const string Dropping = """
        ([from, to]) => new Promise((done, fail) => {
          const [source, target] = [from, to].map(c => document.querySelector(`[data-column="${c}"]`));
          const card = source.querySelector("[data-card]");
          const id = card.dataset.card;
          const timer = setTimeout(() => { observer.disconnect(); fail(new Error("the card did not move")); }, 20000);
          const observer = new MutationObserver(() => {
            if (!target.querySelector(`[data-card="${id}"]`)) return;
            observer.disconnect();
            clearTimeout(timer);
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          });
          observer.observe(target, { childList: true, subtree: true });
          const dataTransfer = new DataTransfer();
          const top = target.getBoundingClientRect().top + 2;
          const fire = (element, type) => element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientY: top }));
          fire(card, "dragstart");
          fire(target, "dragover");
          const start = performance.now();
          fire(target, "drop");
          fire(card, "dragend");
        })
        """;
}

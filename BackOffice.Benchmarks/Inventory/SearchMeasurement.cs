using BackOffice.Benchmarks.Platform.Browser;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>Quick search inside words over a million items, from the last letter to painted rows in a real browser.</summary>
internal sealed class SearchMeasurement : Measurement
{
    private const double Goal = 60;
    private const string Field = ".list .quick input";

    private static readonly string[] Many = ["hermal", "etwork", "envel", "acking", "rton", "lamp", "inge"];
    private static readonly string[] Few = ["itm-000424", "amp 80 g 77", "able 3311", "itm-010101", "glove 9111", "film 4711", "nge 2222"];

    public override string Name => "search";

    public override string Subject => "quick search inside words over 1,000,000 items (SQLite) in Chromium, last letter to painted rows";

    public override async Task RunAsync(Report report)
    {
        await using var shelf = await ItemShelf.OpenAsync();
        var visitor = await shelf.Ours.EnterAsync();
        foreach (var word in Many.Concat(Few)) await visitor.TypeAsync(Field, word);

        await SearchAsync("words with some 66,000 hits each, by number", Many);
        await SearchAsync("words with few hits", Few);
        await SearchAsync("what all items have, of one, two and three letters", ["i", "tm", "itm", "m-0"], after: "hermal");
        await SearchAsync("a word that no item has", ["xylophone"], after: "hermal");
        await visitor.TypeAsync(Field, "");
        await visitor.ClickAsync("thead th:nth-of-type(3) button");
        await SearchAsync("words with some 66,000 hits each, by name", Many);
        await SearchAsync("words with few hits, by name", Few);
        await visitor.TypeAsync(Field, "");
        await visitor.ClickAsync("thead th:nth-of-type(5) button");
        await SearchAsync("words with some 66,000 hits each, by what is on hand", Many);

        async Task SearchAsync(string what, string[] words, string? after = null)
        {
            var times = new List<double>();
            for (var round = 0; round < 3; round++)
            {
                foreach (var word in words)
                {
                    if (after is not null) await visitor.TypeAsync(Field, after);
                    // What is counted after the rows is no part of the next search.
                    await visitor.Page.WaitForFunctionAsync("() => !document.querySelector('.foot .tab').textContent.includes('…')");
                    times.Add(await visitor.TypeAsync(Field, word));
                }
            }
            report.Limit(what, Clock.Median(times), "ms", Goal);
        }
    }
}

using System.Net;
using BackOffice.Portal.Platform.Grids;
using BackOffice.Portal.Platform.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace BackOffice.Tests.Platform.Grids;

public sealed class ExportTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private TestHouse house = default!;
    private WebApplication app = default!;
    private Actor reader = Actor.Nobody;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenAsync();
        reader = await house.PersonAsync("Ann", "inventory.view");
        await house.Get<Office>().ChangeAsync("inventory.edit", async db =>
        {
            for (var i = 1; i <= 1203; i++) db.Add(new Domain.Inventory.Suppliers.Supplier { Number = $"S-{i:0000}", Name = i == 5 ? "=cmd|' /C calc'!A0" : $"Supplier {i % 2}", Currency = "EUR" });
            await Task.CompletedTask;
        }, Ct);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(house.Services.GetRequiredService<OpenDb>()).AddSingleton(house.Services.GetRequiredService<Company>()).AddSingleton<TimeProvider>(house.Clock)
            .AddSingleton<IStringLocalizer, Texts>().AddScoped<Domain.Platform.Live.LiveFeed>().AddScoped<Domain.Platform.Facts.Grapevine>().AddScoped(_ => new CurrentActor { Actor = reader })
            .AddScoped<Office>().AddScoped<Domain.Inventory.Suppliers.SupplierDirectory>();
        app = builder.Build();
        app.MapExports();
        await app.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task A_file_holds_exactly_the_rows_that_were_asked_for_in_their_order_and_with_their_columns()
    {
        var answer = await app.GetTestClient().GetAsync(new Uri("/export/inventory.suppliers.csv?where=Name.Is.supplier+1&sort=-Number&columns=Number,Name&page=3", UriKind.Relative), Ct);
        var lines = (await answer.Content.ReadAsStringAsync(Ct)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("inventory.suppliers-2026-11-23.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["Number,Name", "S-1203,Supplier 1", "S-1201,Supplier 1"], lines.Take(3));
        Assert.Equal(602, lines.Length);
    }

    [Fact]
    public async Task Every_row_of_a_long_list_is_in_the_file_once_and_a_formula_is_harmless()
    {
        var text = await app.GetTestClient().GetStringAsync(new Uri("/export/inventory.suppliers.csv?columns=Number,Name", UriKind.Relative), Ct);
        var codes = text.Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[0]).ToList();
        Assert.Equal(Enumerable.Range(1, 1203).Select(i => $"S-{i:0000}"), codes);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=cmd", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_arrives_whole()
    {
        await using var file = await app.GetTestClient().GetStreamAsync(new Uri("/export/inventory.suppliers.xlsx", UriKind.Relative), Ct);
        using var held = new MemoryStream();
        await file.CopyToAsync(held, Ct);
        using var book = new System.IO.Compression.ZipArchive(held);
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Equal(1204, (await sheet.ReadToEndAsync(Ct)).Split("<row").Length - 1);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_list_gets_no_file()
    {
        reader = await house.PersonAsync("Bob");
        Assert.Equal(HttpStatusCode.Forbidden, (await app.GetTestClient().GetAsync(new Uri("/export/inventory.suppliers.csv", UriKind.Relative), Ct)).StatusCode);
    }

    [Theory]
    [InlineData("/export/inventory.suppliers.csv?where=Colour.Is.red", HttpStatusCode.BadRequest)]
    [InlineData("/export/inventory.suppliers.pdf", HttpStatusCode.BadRequest)]
    [InlineData("/export/inventory.nothing.csv", HttpStatusCode.NotFound)]
    public async Task A_file_that_cannot_be_made_is_refused_before_it_begins(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await app.GetTestClient().GetAsync(new Uri(address, UriKind.Relative), Ct)).StatusCode);
}

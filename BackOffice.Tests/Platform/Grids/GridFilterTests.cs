using BackOffice.Domain.Platform;

namespace BackOffice.Tests.Platform.Grids;

public sealed class GridFilterTests : IAsyncLifetime
{
    private readonly Shelf shelf = new();
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await shelf.HoldAsync(
        new Book { Title = "100% Cotton_wool [old]", Author = "Ahmad", Price = 12.5m, Pages = 100, PrintedOn = new DateOnly(2026, 1, 31), BoughtAt = new DateTime(2026, 11, 23, 23, 59, 59, DateTimeKind.Utc) },
        new Book { Title = "Back\\slash", Author = "", Price = -3m, Pages = null, State = BookState.Lent, Signed = true, BoughtAt = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc) },
        new Book { Title = "cotton", Author = null, Price = 12.4999m, Pages = 7, State = BookState.Lost, PrintedOn = new DateOnly(2026, 2, 1), BoughtAt = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc) });

    public ValueTask DisposeAsync()
    {
        shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Title", GridOperator.Contains, "COTTON", "1,3")]
    [InlineData("Title", GridOperator.Contains, "0%", "1")]
    [InlineData("Title", GridOperator.Contains, "n_w", "1")]
    [InlineData("Title", GridOperator.Contains, "[old", "1")]
    [InlineData("Title", GridOperator.Contains, "k\\s", "2")]
    [InlineData("Title", GridOperator.StartsWith, "Cot", "3")]
    [InlineData("Title", GridOperator.Is, "COTTON", "3")]
    [InlineData("Title", GridOperator.IsNot, "Cotton", "1,2")]
    [InlineData("Title", GridOperator.In, "COTTON|back\\slash", "2,3")]
    [InlineData("Author", GridOperator.IsEmpty, null, "2,3")]
    [InlineData("Author", GridOperator.IsNotEmpty, null, "1")]
    [InlineData("Price", GridOperator.AtLeast, "12.5", "1")]
    [InlineData("Price", GridOperator.AtMost, "12.4999", "2,3")]
    [InlineData("Price", GridOperator.Is, "-3", "2")]
    [InlineData("Pages", GridOperator.Is, "7", "3")]
    [InlineData("Pages", GridOperator.IsNot, "7", "1,2")]
    [InlineData("Pages", GridOperator.IsEmpty, null, "2")]
    [InlineData("Pages", GridOperator.In, "7|100", "1,3")]
    [InlineData("State", GridOperator.In, "Lent|lost", "2,3")]
    [InlineData("State", GridOperator.IsNot, "Shelved", "2,3")]
    [InlineData("Signed", GridOperator.Is, "true", "2")]
    [InlineData("PrintedOn", GridOperator.AtLeast, "2026-02-01", "3")]
    [InlineData("PrintedOn", GridOperator.IsNotEmpty, null, "1,3")]
    [InlineData("BoughtAt", GridOperator.Is, "2026-11-23", "1")]
    [InlineData("BoughtAt", GridOperator.IsNot, "2026-11-23", "2,3")]
    [InlineData("BoughtAt", GridOperator.AtMost, "2026-11-23", "1,3")]
    [InlineData("BoughtAt", GridOperator.AtMost, "9999-12-31", "1,2,3")]
    [InlineData("BoughtAt", GridOperator.AtLeast, "2026-11-23T23:59:59Z", "1,2")]
    public async Task A_filter_finds_what_it_says(string column, GridOperator how, string? value, string found)
    {
        var page = await shelf.ListAsync(new GridQuery { Filters = [new(column, how, value)] }, Ct);
        Assert.Equal(found, string.Join(',', page.Rows.Select(r => r.Id)));
    }

    [Theory]
    [InlineData("Price", GridOperator.Is, "1e308")]
    [InlineData("Price", GridOperator.Is, "12,5")]
    [InlineData("Price", GridOperator.AtLeast, "99999999999999999")]
    [InlineData("Pages", GridOperator.Is, "2147483648")]
    [InlineData("PrintedOn", GridOperator.Is, "31.01.2026")]
    [InlineData("BoughtAt", GridOperator.Is, "yesterday")]
    [InlineData("State", GridOperator.Is, "Burnt")]
    [InlineData("Signed", GridOperator.Is, "maybe")]
    [InlineData("Signed", GridOperator.AtLeast, "true")]
    [InlineData("Title", GridOperator.Contains, null)]
    [InlineData("Shelf", GridOperator.Is, "x")]
    [InlineData("Nothing", GridOperator.Is, "x")]
    public async Task A_filter_that_makes_no_sense_is_refused_in_a_sentence(string column, GridOperator how, string? value)
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => shelf.ListAsync(new GridQuery { Filters = [new(column, how, value)] }, Ct));
        Assert.Contains(column, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quick_search_wants_every_word_somewhere_and_takes_wildcards_literally()
    {
        Assert.Equal([1L], (await shelf.ListAsync(new GridQuery { Search = " ahm  WOOL " }, Ct)).Rows.Select(r => r.Id));
        Assert.Empty((await shelf.ListAsync(new GridQuery { Search = "%" + "%" }, Ct)).Rows);
    }
}

using BackOffice.Domain.Platform.Grids;

namespace BackOffice.Tests.Platform.Grids;

public sealed class SavedViewTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private TestHouse house = default!;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_person_sees_his_own_views_of_a_list_and_nobody_elses()
    {
        var (ann, bob) = (house.As<SavedViews>(await house.PersonAsync("Ann")), house.As<SavedViews>(await house.PersonAsync("Bob")));
        await ann.KeepAsync("inventory.items", " Low ", "where=State.Is.Low", Ct);
        await ann.KeepAsync("inventory.stock", "All", "", Ct);
        await bob.KeepAsync("inventory.items", "Low", "q=x", Ct);

        var view = Assert.Single(await ann.OfAsync("inventory.items", Ct));
        Assert.Equal(("Low", "where=State.Is.Low"), (view.Name, view.Query));
        await Assert.ThrowsAsync<RecordMissing>(() => bob.ForgetAsync(view.Id, Ct));
        await ann.ForgetAsync(view.Id, Ct);
        Assert.Empty(await ann.OfAsync("inventory.items", Ct));
    }

    [Fact]
    public async Task Keeping_a_view_under_a_name_that_exists_replaces_it()
    {
        var views = house.As<SavedViews>(await house.PersonAsync("Ann"));
        await views.KeepAsync("inventory.items", "Low", "q=1", Ct);
        await views.KeepAsync("inventory.items", "LOW", "q=2", Ct);
        Assert.Equal(("LOW", "q=2"), Assert.Single((await views.OfAsync("inventory.items", Ct)).Select(v => (v.Name, v.Query))));
    }

    [Fact]
    public async Task A_view_needs_a_name()
    {
        var views = house.As<SavedViews>(await house.PersonAsync("Ann"));
        await Assert.ThrowsAsync<RuleBroken>(() => views.KeepAsync("inventory.items", "  ", "q=1", Ct));
    }
}

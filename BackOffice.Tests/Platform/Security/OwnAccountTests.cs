using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Security;

public sealed class OwnAccountTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_person_sets_for_himself_changes_nobody_else()
    {
        await using var house = await TestHouse.OpenAsync();
        var (ayesha, bilal) = (await house.PersonAsync("Ayesha"), await house.PersonAsync("Bilal"));

        await house.As<OwnAccount>(ayesha).KeepLookAsync("dark", "compact", Ct);
        await house.As<OwnAccount>(ayesha).KeepLanguageAsync("ur", Ct);

        var mine = await house.As<OwnAccount>(ayesha).ReadAsync(Ct);
        Assert.Equal(("Ayesha", "dark", "compact", "ur"), (mine.Name, mine.Theme, mine.Density, mine.Culture));
        var other = await house.As<OwnAccount>(bilal).ReadAsync(Ct);
        Assert.Equal(("Bilal", "system", "normal", "en"), (other.Name, other.Theme, other.Density, other.Culture));
    }

    [Fact]
    public async Task Whoever_lacks_a_right_learns_who_grants_it()
    {
        await using var house = await TestHouse.OpenAsync();
        var ayesha = await house.PersonAsync("Ayesha");
        Assert.Empty(await house.As<OwnAccount>(ayesha).WhomToAskAsync(Ct));

        await house.PersonAsync("Maria");
        await house.Get<RightsDesk>().GrantAdministratorAsync("Maria", Ct);
        Assert.Equal(["Maria"], await house.As<OwnAccount>(ayesha).WhomToAskAsync(Ct));
    }

    [Fact]
    public async Task Nobody_has_no_account_to_set()
    {
        await using var house = await TestHouse.OpenAsync();
        await Assert.ThrowsAsync<AccessDenied>(() => house.As<OwnAccount>(Actor.Nobody).KeepLanguageAsync("ur", Ct));
    }
}

using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Platform.Search;

namespace BackOffice.Tests.Platform;

public sealed class OfficeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_enters_without_the_permission_and_nothing_is_changed()
    {
        await using var house = await TestHouse.OpenAsync();
        var clerk = await house.PersonAsync("Clerk");

        await Assert.ThrowsAsync<AccessDenied>(() => house.As<Office>(clerk).ChangeAsync(PlatformPermissions.Rights, db => { db.Add(new Role { Name = "Smuggled" }); return Task.CompletedTask; }, Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => house.As<Office>(Actor.Nobody).ReadAsync(Permission.SignedIn, _ => Task.FromResult(1), Ct));

        Assert.False(await house.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<Role>().AnyAsync(r => r.Name == "Smuggled", Ct), Ct));
    }

    [Fact]
    public async Task A_right_taken_away_is_gone_at_the_next_knock()
    {
        await using var house = await TestHouse.OpenAsync();
        var admin = await house.PersonAsync("Admin", PlatformPermissions.Rights);
        var office = house.As<Office>(admin);
        Assert.True(await office.MayAsync(PlatformPermissions.Rights, Ct));

        await house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db => (await db.FindAsync<UserAccount>(admin.UserId!.Value, Ct)).SwitchTo(enabled: false), Ct);

        Assert.False(await office.MayAsync(PlatformPermissions.Rights, Ct));
    }

    [Fact]
    public async Task A_wish_delivered_twice_is_carried_out_once_and_answered_the_same()
    {
        await using var house = await TestHouse.OpenAsync();
        var office = house.Get<Office>();
        var key = RequestKey.New();
        Task<string> Wish() => office.ChangeAsync(PlatformPermissions.Rights, key, async db =>
        {
            var number = await db.NextNumberAsync("T", Ct);
            db.Add(new Role { Name = number });
            return number;
        }, Ct);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Wish, Ct)));

        Assert.Equal("T-2026-00001", Assert.Single(answers.Distinct()));
        Assert.Equal(1, await office.ReadAsync(PlatformPermissions.Rights, db => db.Set<Role>().CountAsync(Ct), Ct));
    }

    [Fact]
    public async Task The_slower_of_two_clerks_is_told_instead_of_overwriting()
    {
        await using var house = await TestHouse.OpenAsync();
        var office = house.Get<Office>();
        await office.ChangeAsync(PlatformPermissions.Rights, db => { db.Add(new Role { Name = "Clerk" }); return Task.CompletedTask; }, Ct);
        Task<Role> Open() => office.ReadAsync(PlatformPermissions.Rights, db => db.Set<Role>().SingleAsync(Ct), Ct);
        Task Save(Role role) => office.ChangeAsync(PlatformPermissions.Rights, db => db.TakeOverAsync(role, Ct), Ct);
        var (first, second) = (await Open(), await Open());

        first.Description = "by the first";
        await Save(first);
        second.Description = "by the second";
        var stale = await Assert.ThrowsAsync<StaleRecord>(() => Save(second));

        Assert.Equal("by the first", ((Role)stale.Theirs).Description);
        Assert.Equal("by the second", ((Role)stale.Yours).Description);
        Assert.Equal("operator", stale.ChangedBy);
        Assert.Equal("by the first", (await Open()).Description);
        Assert.Equal(2, (await Open()).Version);
    }

    [Fact]
    public async Task A_failure_gives_back_the_number_and_leaves_no_trace()
    {
        await using var house = await TestHouse.OpenAsync();
        var office = house.Get<Office>();

        await Assert.ThrowsAsync<RuleBroken>(() => office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            db.Add(new Role { Name = await db.NextNumberAsync("T", Ct) });
            await db.FlushAsync(Ct);
            Rule.Require(false, "Not today.");
        }, Ct));

        Assert.Equal(0, await office.ReadAsync(PlatformPermissions.Audit, db => db.Set<AuditEntry>().CountAsync(Ct), Ct));
        Assert.Equal("T-2026-00001", await office.ChangeAsync(PlatformPermissions.Rights, db => db.NextNumberAsync("T", Ct), Ct));
    }

    [Fact]
    public async Task What_was_entered_on_a_form_can_be_saved_again_after_a_refusal()
    {
        await using var house = await TestHouse.OpenAsync();
        var entered = new Role { Name = "Buyer" };
        Task Save(bool allowed) => house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            await db.TakeOverAsync(entered, Ct);
            await db.FlushAsync(Ct);
            Rule.Require(allowed, "Not yet.");
        }, Ct);
        await Assert.ThrowsAsync<RuleBroken>(() => Save(allowed: false));
        Assert.True(entered.IsNew);

        await Save(allowed: true);

        Assert.Equal(entered.Id, await house.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<Role>().Select(r => r.Id).SingleAsync(Ct), Ct));
    }

    [Fact]
    public async Task Every_change_is_written_down_with_old_and_new_values()
    {
        await using var house = await TestHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna", PlatformPermissions.Rights);
        var office = house.As<Office>(anna);
        var id = await office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var role = new Role { Name = "Buyer" };
            role.Allow(PlatformPermissions.Jobs, 12.5m);
            db.Add(role);
            await db.FlushAsync(Ct);
            return role.Id;
        }, Ct);
        await office.ChangeAsync(PlatformPermissions.Rights, async db => (await db.FindAsync<Role>(id, Ct)).Name = "Head buyer", Ct);

        var history = await house.As<AuditTrail>(anna).HistoryAsync(RecordRef.Of<Role>(id), ct: Ct);

        Assert.Equal([AuditAction.Changed, AuditAction.Created], history.Select(h => h.Action));
        Assert.Equal("""{"Name":["Buyer","Head buyer"]}""", history[0].Changes);
        Assert.All(history, h => Assert.Equal("Anna", h.ActorName));
        Assert.Equal(anna.UserId, history[0].UserId);
        var grant = await house.Get<Office>().ReadAsync(PlatformPermissions.Audit, db => db.Set<AuditEntry>().SingleAsync(a => a.Kind == "RoleGrant" && a.Changes.Contains("12.5"), Ct), Ct);
        Assert.Contains($"\"RoleId\":[null,{id}]", grant.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_is_refused_in_a_sentence()
    {
        await using var house = await TestHouse.OpenAsync();
        Task Add(string name) => house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, db => { db.Add(new Role { Name = name }); return Task.CompletedTask; }, Ct);
        await Add("Buyer");

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Add("BUYER"));

        Assert.Equal("Role BUYER is already used. Enter another one.", refused.Message);
        Assert.Equal("Name", refused.Faults[0].Field);
    }

    [Fact]
    public async Task Quick_search_finds_inside_words_what_one_may_read()
    {
        await using var house = await TestHouse.OpenAsync();
        var admin = await house.PersonAsync("Zebediah Quill", PlatformPermissions.Rights);
        var clerk = await house.PersonAsync("Clerk");

        Assert.Equal("Zebediah Quill", Assert.Single(await house.As<RecordSearch>(admin).FindAsync("bedia quil", ct: Ct)).Title);
        Assert.Equal("Zebediah Quill", Assert.Single(await house.As<RecordSearch>(admin).FindAsync("Ze", ct: Ct)).Title);
        Assert.Empty(await house.As<RecordSearch>(clerk).FindAsync("bediah", ct: Ct));
        Assert.Empty(await house.As<RecordSearch>(admin).FindAsync("\"* OR NEAR(", ct: Ct));
    }

    [Fact]
    public async Task Bulk_rows_are_validated_audited_and_found_like_any_other()
    {
        await using var house = await TestHouse.OpenAsync();
        var office = house.Get<Office>();
        UserAccount[] people = [.. Enumerable.Range(1, 50).Select(i => new UserAccount { TenantId = "t", ObjectId = $"o{i}", Name = $"Person number {i}" })];

        await office.ChangeAsync(PlatformPermissions.Rights, db => db.InsertManyAsync(people, Ct), Ct);

        Assert.Equal(50, people.Select(p => p.Id).Distinct().Count(id => id > 0));
        Assert.Equal("Person number 37", Assert.Single(await house.Get<RecordSearch>().FindAsync("number 37", ct: Ct)).Title);
        Assert.Equal(AuditAction.Created, Assert.Single(await house.Get<AuditTrail>().HistoryAsync(RecordRef.Of(people[7]), ct: Ct)).Action);
        await Assert.ThrowsAsync<RuleBroken>(() => office.ChangeAsync(PlatformPermissions.Rights, db => db.InsertManyAsync([new UserAccount()], Ct), Ct));
        var one = await house.PersonAsync("One more");
        Assert.True(one.UserId > people.Max(p => p.Id));
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }
}

using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;
using static BackOffice.Tests.Platform.Transfer.ImportHouse;

namespace BackOffice.Tests.Platform.Transfer;

public sealed class ImportRecoveryTests
{
    private static string Many(int count, string name = "Person") => "Code,Name\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"P{i},{name} {i}\n"));

    // Breaks off like a process that is killed: after so many rows nothing more is read.
    private sealed class BrokenOff(Table inner, int after) : Table
    {
        public override int TitleRow => inner.TitleRow;

        public override IReadOnlyList<string> Columns => inner.Columns;

        public override IEnumerable<TableRow> Rows() => inner.Rows().Select((r, i) => i < after ? r : throw new OperationCanceledException());
    }

    [Fact]
    public async Task An_import_that_broke_off_goes_on_where_it_stopped()
    {
        await using var house = await ImportHouse.OpenAsync();
        using var file = new FileAtHand(Many(3_500));
        var table = TableFile.Open(file.Path);
        var run = await house.CheckAsync(Many(3_500));

        await Assert.ThrowsAsync<OperationCanceledException>(() => house.Desk.CommitAsync(run.Id, new BrokenOff(table, 2_300), ct: Ct));
        var stopped = await house.Book.FindAsync(run.Id, Ct);
        Assert.Equal((ImportState.Importing, 2_000), (stopped.State, stopped.Read));
        Assert.Equal(2_000, (await house.PeopleAsync()).Count);
        Assert.All(await house.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));

        var done = await house.Desk.CommitAsync(run.Id, table, ct: Ct);
        Assert.Equal((ImportState.Done, "3500 = 3500 + 0 + 0 + 0"), (done.State, Counts(done)));
        Assert.Equal(3_500, (await house.PeopleAsync()).Count);
    }

    [Fact]
    public async Task Two_who_import_the_same_file_at_once_import_it_once()
    {
        await using var house = await ImportHouse.OpenAsync();
        using var file = new FileAtHand(Many(3_000));
        var run = await house.CheckAsync(Many(3_000));
        await using var other = house.House.Second();
        async Task<bool> Commit(TestHouse portal)
        {
            try
            {
                await portal.Get<ImportDesk>().CommitAsync(run.Id, TableFile.Open(file.Path), ct: Ct);
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        }

        var ended = await Task.WhenAll(Task.Run(() => Commit(house.House), Ct), Task.Run(() => Commit(other), Ct));

        Assert.Contains(true, ended);
        Assert.Equal(3_000, (await house.PeopleAsync()).Count);
        Assert.Equal("3000 = 3000 + 0 + 0 + 0", Counts(await house.Book.FindAsync(run.Id, Ct)));
    }

    [Fact]
    public async Task A_file_that_was_imported_is_not_imported_again_by_a_second_click()
    {
        await using var house = await ImportHouse.OpenAsync();
        using var file = new FileAtHand(Many(3));
        var run = await house.ImportAsync(Many(3));
        Assert.Equal("This file was imported already.", (await Assert.ThrowsAsync<RuleBroken>(() => house.Desk.CommitAsync(run.Id, TableFile.Open(file.Path), ct: Ct))).Message);
    }

    [Fact]
    public async Task A_whole_import_is_taken_back()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.House.Get<Office>().ChangeAsync(PlatformPermissions.Rights, db => { db.Add(new Role { Name = "Buyers" }); return Task.CompletedTask; }, Ct);
        await house.ImportAsync("Code,Name,Email\nA,Anna,\nB,Ben,b@example.org\n");
        var run = await house.ImportAsync("Code,Name,Email,Group\nA,Anne,a@example.org,\nB,Ben,,\n" + string.Concat(Enumerable.Range(1, 1_300).Select(i => $"P{i},Person {i},,Buyers\n")));
        Assert.Equal("1302 = 1300 + 1 + 1 + 0", Counts(run));

        await house.Book.UndoAsync(run.Id, RequestKey.New(), Ct);

        Assert.Equal([("Anna", null), ("Ben", "b@example.org")], (await house.PeopleAsync()).Select(p => (p.Name, p.Email)));
        Assert.Equal(ImportState.Undone, (await house.Book.FindAsync(run.Id, Ct)).State);
        Assert.All(await house.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
        await Assert.ThrowsAsync<RuleBroken>(() => house.Book.UndoAsync(run.Id, RequestKey.New(), Ct));
    }

    [Fact]
    public async Task An_import_whose_rows_somebody_touched_stays()
    {
        await using var house = await ImportHouse.OpenAsync();
        var run = await house.ImportAsync(Many(700));
        await house.ChangeAsync("P3", p => p.Name = "Third person");

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => house.Book.UndoAsync(run.Id, RequestKey.New(), Ct));

        Assert.Equal("Row 4: \"P3 Person 3\" was changed after the import, so the import cannot be undone. Correct the record by hand.", refusal.Message);
        Assert.Equal(700, (await house.PeopleAsync()).Count);
        Assert.Equal(ImportState.Done, (await house.Book.FindAsync(run.Id, Ct)).State);
    }

    [Fact]
    public async Task An_import_whose_records_others_refer_to_stays()
    {
        await using var house = await ImportHouse.OpenAsync();
        var run = await house.ImportAsync(Many(3));
        var id = (await house.PeopleAsync())[0].Id;
        await house.House.Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var role = new Role { Name = "Buyers" };
            db.Add(role);
            await db.FlushAsync(Ct);
            db.Add(new RoleMember { RoleId = role.Id, UserId = id });
        }, Ct);

        await Assert.ThrowsAsync<RuleBroken>(() => house.Book.UndoAsync(run.Id, RequestKey.New(), Ct));
        Assert.Equal(3, (await house.PeopleAsync()).Count);
    }
}

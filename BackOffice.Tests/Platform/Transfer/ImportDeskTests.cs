using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;
using static BackOffice.Tests.Platform.Transfer.ImportHouse;

namespace BackOffice.Tests.Platform.Transfer;

public sealed class ImportDeskTests
{
    private static string Many(int count, string name = "Person") => "Code,Name,Email\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"P{i},{name} {i},p{i}@example.org\n"));

    [Fact]
    public async Task A_dry_run_says_what_would_become_of_every_row_and_changes_nothing()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync("Code,Name\nA,Anna\nB,Ben\n");

        var run = await house.CheckAsync("Code,Name\nA,Anna\nB,Benjamin\nC,Cleo\nD,\n");

        Assert.Equal("4 = 1 + 1 + 1 + 1", Counts(run));
        Assert.Equal(ImportState.Checked, run.State);
        var rows = (await house.Book.RowsAsync(run.Id, new GridQuery(), Ct)).Rows;
        Assert.Equal([ImportVerdict.Changed, ImportVerdict.New, ImportVerdict.Rejected], rows.OrderBy(r => r.Row).Select(r => r.Verdict));
        Assert.Equal("""{"Name":["Ben","Benjamin"]}""", rows.Single(r => r.Verdict == ImportVerdict.Changed).Changes);
        Assert.Equal(["Anna", "Ben"], (await house.PeopleAsync()).Select(p => p.Name));
    }

    [Fact]
    public async Task The_import_does_what_the_dry_run_said_and_a_second_time_nothing()
    {
        await using var house = await ImportHouse.OpenAsync();
        var file = Many(2_500);

        Assert.Equal("2500 = 2500 + 0 + 0 + 0", Counts(await house.CheckAsync(file)));
        var first = await house.ImportAsync(file);
        var second = await house.ImportAsync(file);

        Assert.Equal((ImportState.Done, "2500 = 2500 + 0 + 0 + 0"), (first.State, Counts(first)));
        Assert.Equal("2500 = 0 + 0 + 2500 + 0", Counts(second));
        Assert.True(second.AddsUp);
        var people = await house.PeopleAsync();
        Assert.Equal(2_500, people.Count);
        Assert.All(people, p => Assert.Equal(1, p.Version));
        Assert.All(await house.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
        Assert.Equal(AuditAction.Created, Assert.Single(await house.House.Get<AuditTrail>().HistoryAsync(RecordRef.Of(people[2_000]), ct: Ct)).Action);
    }

    [Fact]
    public async Task Every_rejected_row_names_its_column_and_its_value()
    {
        await using var house = await ImportHouse.OpenAsync();

        var run = await house.ImportAsync("""
            Code,Name,Limit,Since,Group
            A,Anna,"1.234,50",2020-01-31,
            B,Ben,viel,2020-01-31,
            C,Cleo,1e308,2020-01-31,
            D,Dora,5,9999-12-31,
            E,Emil,-3,2020-01-31,
            F,Fritz,5,2020-01-31,Ghosts
            a,Anna again,5,2020-01-31,
            G,,5,2020-01-31,
            ,Nameless,5,2020-01-31,
            H,Hans,5,2020-01-31
            I,انا 🎉,5,2020-01-31,
            """);

        Assert.Equal("11 = 2 + 0 + 0 + 9", Counts(run));
        Assert.Equal([
            "3 Limit: \"viel\" is not a number. Enter digits with at most one decimal separator.",
            "4 Limit: \"1e308\" is too large. Numbers reach up to 900,000,000,000,000.",
            "5 Since: \"9999-12-31\" lies outside the years 1900 to 2199. Correct it.",
            "6 Limit: \"-3\" is negative. Enter 0 or more.",
            "7 Group: There is no group \"Ghosts\". Create it first.",
            "8 Code: \"a\" stands in row 2 already. Keep one of the two rows.",
            "9 Name: This cell is empty. Enter a value.",
            "10 Code: This cell is empty. Enter a value.",
            "11 : Line 11 has only 4 cells, but there are 5 columns. Add the missing delimiters.",
        ], await house.ReasonsAsync(run));
        Assert.Equal(["Anna", "انا 🎉"], (await house.PeopleAsync()).Select(p => p.Name));
    }

    [Fact]
    public async Task A_column_whose_numbers_could_mean_two_things_is_asked_about_and_the_answer_counts()
    {
        await using var house = await ImportHouse.OpenAsync();
        const string text = "Code,Name,Limit\nA,Anna,\"1,234\"\nB,Ben,7\n";

        var doubtful = await house.CheckAsync(text);
        var mapping = ImportMapping.Guess(ImportKind.Find("test.people").Kind, ["Code", "Name", "Limit"]);
        mapping.Formats["Limit"] = new ColumnFormat(NumberFormat.DecimalComma);
        var told = await house.CheckAsync(text, mapping);

        Assert.Equal("Column Limit: \"1,234\" can be read in two ways. Say how numbers are written there.", doubtful.Notes);
        Assert.Equal("2 = 1 + 0 + 0 + 1", Counts(doubtful));
        Assert.Equal("2 = 2 + 0 + 0 + 0", Counts(told));
    }

    [Fact]
    public async Task What_a_row_brings_along_is_saved_with_it()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.House.Get<Office>().ChangeAsync(PlatformPermissions.Rights, db => { db.Add(new Role { Name = "Buyers" }); return Task.CompletedTask; }, Ct);

        await house.ImportAsync("Code,Name,Group\nA,Anna,buyers\nB,Ben,\n");

        var anna = (await house.PeopleAsync())[0].Id;
        Assert.Equal(anna, (await house.House.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<RoleMember>().SingleAsync(Ct), Ct)).UserId);
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_is_found_and_all_others_are_kept()
    {
        await using var house = await ImportHouse.OpenAsync();

        var run = await house.ImportAsync(Many(1_200).Replace("Person 700,", "Twin of P1,", StringComparison.Ordinal).Replace("Person 1150,", "Twin of P2,", StringComparison.Ordinal));

        Assert.Equal("1200 = 1198 + 0 + 0 + 2", Counts(run));
        Assert.Equal([
            "701 : The database refuses this row: a record like it exists already, or it refers to one that does not.",
            "1151 : The database refuses this row: a record like it exists already, or it refers to one that does not.",
        ], await house.ReasonsAsync(run));
        Assert.Equal(1_198, (await house.PeopleAsync()).Count);
        Assert.All(await house.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task The_mapping_is_guessed_from_names_and_aliases_and_remembered_for_the_same_titles()
    {
        await using var house = await ImportHouse.OpenAsync();
        const string text = "Employee No.;FULL NAME;Contact\nA;Anna;a@example.org\n";
        using var file = new FileAtHand(text);
        var guess = await house.Desk.ProposeAsync("test.people", TableFile.Open(file.Path), Ct);
        Assert.Equal(new() { ["Code"] = "Employee No.", ["Name"] = "FULL NAME" }, guess.Columns);

        guess.Columns["Email"] = "Contact";
        await house.CheckAsync(text, guess);

        Assert.Equal("Contact", (await house.Desk.ProposeAsync("test.people", TableFile.Open(file.Path), Ct)).Columns["Email"]);
    }

    [Theory]
    [InlineData("Title,Email\nA,b\n", "No column of the file holds: Code, Name. Choose the columns that do.")]
    [InlineData("", "The file is empty. Its first row has to hold the titles of the columns.")]
    [InlineData("Code,Name\nA,\"Anna\n", "A quote opened in line 2, column 2, is never closed. Close it, or double it if it belongs to the text.")]
    public async Task A_file_that_cannot_be_used_is_refused_as_a_whole_and_leaves_nothing(string text, string sentence)
    {
        await using var house = await ImportHouse.OpenAsync();
        Assert.Equal(sentence, (await Assert.ThrowsAsync<RuleBroken>(() => house.CheckAsync(text))).Message);
        Assert.Equal(0, (await house.Book.RunsAsync(new GridQuery(), Ct)).Total);
    }

    [Fact]
    public async Task Whoever_may_not_change_the_records_may_not_import_them_nor_see_their_imports()
    {
        await using var house = await ImportHouse.OpenAsync();
        var run = await house.ImportAsync(Many(3));
        var clerk = await house.House.PersonAsync("Clerk");
        using var file = new FileAtHand(Many(3));

        await Assert.ThrowsAsync<AccessDenied>(() => house.House.As<ImportDesk>(clerk).CheckAsync("test.people", "x.csv", TableFile.Open(file.Path), ImportMapping.Empty, ct: Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => house.House.As<ImportBook>(clerk).FindAsync(run.Id, Ct));
        Assert.Empty((await house.House.As<ImportBook>(clerk).RunsAsync(new GridQuery(), Ct)).Rows);
        Assert.DoesNotContain(await house.House.As<ImportBook>(clerk).KindsAsync(Ct), k => k.Kind == "test.people");
    }
}

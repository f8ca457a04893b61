using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.Responsibilities;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Organization;

public sealed class ResponsibilityTests : IAsyncLifetime
{
    private Staff staff = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ResponsibilityMatrix Board => staff.House.Get<ResponsibilityMatrix>();

    public async ValueTask InitializeAsync() => staff = await Staff.OpenAsync();

    public ValueTask DisposeAsync() => staff.DisposeAsync();

    private static MatrixColumn Seat(long id) => new(id, null, "", null, false);

    private static MatrixColumn Person(long id) => new(null, id, "", null, false);

    [Theory]
    [InlineData("", "NobodyAccountable NobodyResponsible")]
    [InlineData("R", "NobodyAccountable")]
    [InlineData("A", "")]
    [InlineData("RA", "")]
    [InlineData("RAA", "SeveralAccountable")]
    [InlineData("AA", "SeveralAccountable NobodyResponsible")]
    [InlineData("rA", "ResponsibleAway")]
    [InlineData("rRA", "")]
    [InlineData("Ra", "AccountableAway")]
    [InlineData("a", "ResponsibleAway")]
    [InlineData("CI", "NobodyAccountable NobodyResponsible")]
    public void Gaps_are_what_nobody_several_or_only_absent_people_have_a_part_in(string parts, string gaps) =>
        Assert.Equal(gaps, string.Join(' ', MatrixRow.GapsOf([.. parts.Select(p => (char.ToUpperInvariant(p) switch { 'R' => Part.Responsible, 'A' => Part.Accountable, 'C' => Part.Consulted, _ => Part.Informed }, char.IsLower(p)))])));

    [Fact]
    public async Task The_matrix_shows_positions_with_their_holders_and_people_and_what_is_missing()
    {
        var (_, head) = await staff.HireAsync("Anna");
        var (omar, _) = await staff.HireAsync("Omar");
        var vacant = await staff.SeatAsync("Vacant seat");
        var order = await Board.SaveAsync(new Activity { Name = "Order goods", Area = "Purchasing" }, RecordRef.Of<JobRun>(1), ct: Ct);
        var count = await Board.SaveAsync(new Activity { Name = "Count stock", Area = "Warehouse" }, ct: Ct);
        await Board.SetAsync(order, Seat(head), Part.Accountable, Ct);
        await Board.SetAsync(order, Seat(vacant), Part.Responsible, Ct);
        await Board.SetAsync(order, Person(omar), Part.Informed, Ct);

        var matrix = await Board.ReadAsync([], Ct);

        Assert.Equal([("Seat of Anna", "Anna", false), ("Vacant seat", null, true), ("Omar", null, false)], matrix.Columns.Select(c => (c.Title, c.Holder, c.Away)));
        Assert.Equal(["Order goods", "Count stock"], matrix.Rows.Select(r => r.Activity.Name));
        Assert.Equal([Gap.ResponsibleAway], matrix.Rows[0].Gaps);
        Assert.Equal(RecordRef.Of<JobRun>(1), matrix.Rows[0].Activity.About);
        Assert.Equal([Gap.NobodyAccountable, Gap.NobodyResponsible], matrix.Rows.Single(r => r.Activity.Id == count).Gaps);

        await Board.SetAsync(order, Seat(vacant), null, Ct);
        await Board.SetAsync(order, Seat(head), Part.Responsible, Ct);
        Assert.Equal([Gap.NobodyAccountable], (await Board.ReadAsync([], Ct)).Rows[0].Gaps);
    }

    [Fact]
    public async Task Whoever_leaves_hands_on_his_own_parts_and_not_those_of_his_seat()
    {
        var (anna, seat) = await staff.HireAsync("Anna");
        var (omar, _) = await staff.HireAsync("Omar");
        var (one, two) = (await Board.SaveAsync(new Activity { Name = "One" }, ct: Ct), await Board.SaveAsync(new Activity { Name = "Two" }, ct: Ct));
        await Board.SetAsync(one, Person(anna), Part.Accountable, Ct);
        await Board.SetAsync(one, Person(omar), Part.Informed, Ct);
        await Board.SetAsync(two, Person(anna), Part.Consulted, Ct);
        await Board.SetAsync(two, Seat(seat), Part.Accountable, Ct);
        var leaving = new Leaving(anna, [seat], Staff.Today, Leaves: true);

        Assert.Equal(["One", "Two"], (await staff.LookAsync(db => new ResponsibilitiesOwned().FindAsync(db, leaving, 10, Ct))).Select(o => o.Title));
        Assert.Equal(2, await staff.House.Get<Office>().ChangeAsync(OrganizationPermissions.Edit, db => new ResponsibilitiesOwned().HandOverAsync(db, leaving, omar, Ct), Ct));

        var matrix = await Board.ReadAsync([], Ct);
        Assert.Equal(new Dictionary<string, Part> { [$"p{omar}"] = Part.Accountable }, matrix.Rows[0].Parts);
        Assert.Equal(new Dictionary<string, Part> { [$"p{omar}"] = Part.Consulted, [$"s{seat}"] = Part.Accountable }, matrix.Rows[1].Parts);
    }

    [Fact]
    public async Task Only_who_keeps_the_organization_changes_the_matrix()
    {
        var reader = await staff.House.PersonAsync("Reader", OrganizationPermissions.View);
        var activity = await Board.SaveAsync(new Activity { Name = "One" }, ct: Ct);

        await Assert.ThrowsAsync<AccessDenied>(() => staff.House.As<ResponsibilityMatrix>(reader).SetAsync(activity, Person(1), Part.Responsible, Ct));
        Assert.Single((await staff.House.As<ResponsibilityMatrix>(reader).ReadAsync([], Ct)).Rows);
        await Assert.ThrowsAsync<RecordMissing>(() => Board.SetAsync(activity, Person(999_999), Part.Responsible, Ct));
    }
}

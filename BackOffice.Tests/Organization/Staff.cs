using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Organization;

/// <summary>A house with one department and one job, and the seats and people that the tests ask for.</summary>
internal sealed class Staff : IAsyncDisposable
{
    private Staff(TestHouse house) => House = house;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The first day of everything unless a test says otherwise.</summary>
    public static DateOnly Start { get; } = new(2026, 1, 1);

    /// <summary>Today, as the clock of the house says.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 23);

    public TestHouse House { get; }
    public PositionPlan Plan => House.Get<PositionPlan>();
    public Appointments Appointments => House.Get<Appointments>();
    public long Department { get; private set; }
    public long Job { get; private set; }

    public static async Task<Staff> OpenAsync()
    {
        var staff = new Staff(await TestHouse.OpenAsync());
        staff.Department = await staff.DepartmentAsync("Company");
        staff.Job = await staff.House.Get<JobBook>().SaveAsync(new Job { Title = "Job" }, ct: Ct);
        return staff;
    }

    public Task<long> DepartmentAsync(string name, long? parent = null, DateOnly? from = null) =>
        House.Get<DepartmentTree>().SaveAsync(new Department { Name = name, ParentId = parent, FromOn = from ?? Start }, ct: Ct);

    public Task<long> SeatAsync(string title, long? superior = null, DateOnly? from = null, long? department = null) =>
        Plan.OpenAsync(new Position { JobId = Job, Title = title }, new Placement { DepartmentId = department ?? Department, SuperiorId = superior, FromOn = from ?? Start }, ct: Ct);

    public Task<long> PersonAsync(string name) => House.Get<StaffDirectory>().SaveAsync(new Person { Name = name }, ct: Ct);

    public Task<long> AppointAsync(long person, long seat, DateOnly? from = null, DateOnly? until = null, bool besides = false) =>
        Appointments.AppointAsync(new Holding { PersonId = person, PositionId = seat, FromOn = from ?? Start, UntilOn = until, Besides = besides }, ct: Ct);

    /// <summary>A new person in a new seat.</summary>
    public async Task<(long Person, long Seat)> HireAsync(string name, long? superior = null)
    {
        var seat = await SeatAsync($"Seat of {name}", superior);
        var person = await PersonAsync(name);
        await AppointAsync(person, seat);
        return (person, seat);
    }

    public Task MoveAsync(long seat, long? superior, DateOnly from) => Plan.MoveAsync(seat, Department, superior, from, ct: Ct);

    public Task<T> LookAsync<T>(Func<BackOffice.Domain.Platform.Saving.BackOfficeDb, Task<T>> ask) => House.Get<Office>().ReadAsync(OrganizationPermissions.View, ask, Ct);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}

using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Organization.Deputies;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Tests.Inventory;

namespace BackOffice.Tests.Organization.Approvals;

/// <summary>A buying office with a chain of command: the buyer reports to the manager (500), he to the director (5,000), he to the owner (no limit). An aide stands beside the buyer.</summary>
internal sealed class ApprovalHouse : IAsyncDisposable
{
    private readonly Dictionary<string, Actor> _accounts = [];
    private readonly Dictionary<string, long> _people = [];
    private long _item;

    public required BuyingHouse Buying { get; init; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ApprovalHouse> OpenAsync(ChainType chain = ChainType.FirstWithLimit)
    {
        var house = new ApprovalHouse { Buying = await BuyingHouse.OpenAsync() };
        house._item = await house.Buying.ItemAsync("A", price: 1);
        var job = await house.Buying.Get<JobBook>().SaveAsync(new Job { Title = "Clerk" }, ct: Ct);
        var department = await house.Buying.Get<DepartmentTree>().SaveAsync(new Department { Name = "Purchasing", FromOn = new DateOnly(2020, 1, 1) }, ct: Ct);
        long? above = null;
        var seats = new Dictionary<string, long>();
        foreach (var (name, limit) in new (string, decimal?)[] { ("Owner", -1), ("Director", 5_000), ("Manager", 500), ("Buyer", null), ("Aide", null) })
        {
            if (name == "Aide") above = seats["Manager"];
            var account = await house.Buying.House.PersonAsync(name, InventoryPermissions.View, InventoryPermissions.Order);
            var person = await house.Buying.Get<Office>().ChangeAsync(OrganizationPermissions.Edit, async db =>
            {
                var added = db.Add(new Person { Name = name }).Entity;
                added.SignsInWith(await db.FindAsync<UserAccount>(account.UserId!.Value, Ct));
                await db.FlushAsync(Ct);
                if (limit is not null) db.Add(new ApprovalLimit { PersonId = added.Id, Kind = "inventory.purchase-order", Amount = limit < 0 ? null : limit });
                return added.Id;
            }, Ct);
            var seat = await house.Buying.Get<PositionPlan>().OpenAsync(new Position { JobId = job, Title = $"The {name}" }, new Placement { DepartmentId = department, SuperiorId = above, FromOn = new DateOnly(2020, 1, 1) }, ct: Ct);
            await house.Buying.Get<Appointments>().AppointAsync(new Holding { PersonId = person, PositionId = seat, FromOn = new DateOnly(2020, 1, 1) }, ct: Ct);
            (house._accounts[name], house._people[name], seats[name], above) = (account, person, seat, seat);
        }
        await house.PolicyAsync(chain);
        return house;
    }

    public Actor Account(string name) => _accounts[name];

    public long Person(string name) => _people[name];

    public async Task PolicyAsync(ChainType chain)
    {
        var policy = (await Buying.Get<ApprovalRuleBook>().PoliciesAsync(Ct)).Single(p => p.Kind == "inventory.purchase-order");
        (policy.Chain, policy.NamedPersonId) = (chain, chain == ChainType.NamedPerson ? Person("Director") : null);
        await Buying.Get<ApprovalRuleBook>().SaveAsync(policy, ct: Ct);
    }

    /// <summary>The buyer, or somebody else, hands in an order of that amount.</summary>
    public async Task<ApprovalRequest> AskAsync(decimal amount, string by = "Buyer")
    {
        var order = await Buying.DraftAsync((_item, amount));
        await Buying.House.As<ApprovalDesk>(Account(by)).SubmitAsync(order, (await Buying.OrderAsync(order)).Version, RequestKey.New(), Ct);
        return await LatestAsync(order);
    }

    public async Task<ApprovalRequest> LatestAsync(long order) => (await Buying.Get<ApprovalInbox>().OfRecordAsync(RecordRef.Of<PurchaseOrder>(order), Ct))[0].Request;

    public Task<string> DecideAsync(ApprovalRequest request, string by, Decision decision = Decision.Approve, string? comment = null) =>
        Buying.House.As<ApprovalInbox>(Account(by)).DecideAsync(request.Id, decision, comment, RequestKey.New(), Ct);

    public async Task<bool> MayAsync(ApprovalRequest request, string who) =>
        (await Buying.House.As<ApprovalInbox>(Account(who)).WaitingForMeAsync(new GridQuery(), Ct)).Rows.Any(r => r.Id == request.Id);

    /// <summary>Everybody for whom the request waits now.</summary>
    public async Task<string> WaitsForAsync(ApprovalRequest request)
    {
        var names = new List<string>();
        foreach (var name in _people.Keys)
        {
            if (await MayAsync(request, name)) names.Add(name);
        }
        return string.Join(", ", names);
    }

    public Task AwayAsync(string who, int days = 10) => Buying.Get<DeputyDesk>().AwayAsync(new Absence { PersonId = Person(who), FromOn = new DateOnly(2026, 11, 23), ToOn = new DateOnly(2026, 11, 23).AddDays(days) }, ct: Ct);

    public Task DeputyAsync(string forWhom, string deputy, DeputyScope scope = DeputyScope.Approvals) =>
        Buying.Get<DeputyDesk>().NameAsync(new Deputy { ForPersonId = Person(forWhom), DeputyPersonId = Person(deputy), FromOn = new DateOnly(2026, 11, 20), Scope = scope }, ct: Ct);

    /// <summary>Runs the job that follows what waits too long.</summary>
    public async Task<string> FollowUpAsync()
    {
        var run = new RunningJob((_, _, _) => Task.CompletedTask);
        await Buying.Get<OverdueApprovals>().RunAsync(run, Ct);
        return run.ResultWords!;
    }

    public async Task<OrderState> StateAsync(ApprovalRequest request) => (await Buying.OrderAsync(request.RecordId)).State;

    public ValueTask DisposeAsync() => Buying.DisposeAsync();
}

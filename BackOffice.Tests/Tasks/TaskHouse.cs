using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Tasks;

/// <summary>A house with a list that is open to everybody.</summary>
public sealed class TaskHouse : IAsyncDisposable
{
    private TaskHouse(TestHouse house) => House = house;

    public TestHouse House { get; }

    public long ListId { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TaskHouse> OpenAsync()
    {
        var house = new TaskHouse(await TestHouse.OpenAsync());
        house.ListId = await house.Get<ListBook>().StartAsync("Office", Audience.Everybody, ct: Ct);
        return house;
    }

    public T Get<T>() where T : notnull => House.Get<T>();

    public T As<T>(Worker worker) where T : notnull => House.As<T>(worker.Actor);

    public Task<T> ReadAsync<T>(Func<BackOfficeDb, Task<T>> ask) => Get<Office>().ReadAsync(TasksPermissions.View, ask, Ct);

    public Task ChangeAsync(Func<BackOfficeDb, Task> work) => Get<Office>().ChangeAsync(TasksPermissions.Edit, work, Ct);

    /// <summary>Somebody with an account, who is a person; without other permissions he works on tasks.</summary>
    public async Task<Worker> WorkerAsync(string name, params string[] permissions)
    {
        var actor = await House.PersonAsync(name, permissions.Length > 0 ? permissions : [TasksPermissions.View, TasksPermissions.Edit]);
        var personId = 0L;
        await ChangeAsync(async db =>
        {
            await db.TellAsync(new AccountArrived(await db.FindAsync<UserAccount>(actor.UserId!.Value, Ct)), Ct);
            await db.FlushAsync(Ct);
            personId = await db.Set<Person>().Where(p => p.AccountId == actor.UserId).Select(p => p.Id).SingleAsync(Ct);
        });
        return new Worker(actor, personId);
    }

    public Task<long> TaskAsync(string title, Action<WorkItem>? more = null, long? parentId = null, long? stateId = null)
    {
        var item = new WorkItem { ListId = ListId, Title = title };
        more?.Invoke(item);
        return Get<TaskDesk>().AddAsync(item, stateId, parentId, RequestKey.New(), Ct);
    }

    public Task<WorkItem> ItemAsync(long id) => ReadAsync(db => db.VisibleTaskAsync(id, Ct));

    public Task<TaskList> ListAsync() => Get<ListBook>().GetAsync(ListId, Ct);

    public async Task<WorkState> StateAsync(string name) => (await ListAsync()).States.Single(s => s.Name == name);

    public async ValueTask DisposeAsync() => await House.DisposeAsync();
}

/// <summary>Somebody at the door, and the person he is.</summary>
public sealed record Worker(Actor Actor, long PersonId);

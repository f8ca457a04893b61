using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Templates;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

public sealed class TemplateShelfTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_template_becomes_a_list_whose_roles_are_people()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (boss, newcomer) = (await house.WorkerAsync("Boss"), await house.WorkerAsync("Newcomer"));
        var shelf = house.Get<TemplateShelf>();
        var id = await shelf.SaveAsync(new ListTemplate { Name = "Onboarding" }, ct: Ct);
        await shelf.SaveTaskAsync(id, new TemplateTask { Title = "Prepare the desk", Role = "Manager", DueAfter = -2, Checklist = "Chair\n\nScreen " }, ct: Ct);
        await shelf.SaveTaskAsync(id, new TemplateTask { Title = "First talk", Role = "newcomer", WaitsFor = 1 }, ct: Ct);
        await shelf.SaveTaskAsync(id, new TemplateTask { Title = "Take notes", Under = 2, DueAfter = 1 }, ct: Ct);

        Assert.Equal("Say who is: Manager.", (await Assert.ThrowsAsync<RuleBroken>(() => UseAsync(("Newcomer", newcomer)))).Message);
        var list = await UseAsync(("Newcomer", newcomer), ("manager", boss));

        var items = await house.ReadAsync(db => db.Set<WorkItem>().Where(i => i.ListId == list).OrderBy(i => i.Id).ToListAsync(Ct));
        Assert.Equal([("Prepare the desk", (long?)boss.PersonId, new DateOnly(2026, 11, 26)), ("First talk", newcomer.PersonId, new DateOnly(2026, 11, 30)), ("Take notes", null, new DateOnly(2026, 12, 1))],
            items.Select(i => (i.Title, i.AssigneeId, DateOnly.FromDateTime(i.DueAt!.Value))));
        Assert.Equal(items[1].Id, items[2].ParentId);
        Assert.Equal(items[0].Id, Assert.Single((await house.Get<TieDesk>().OfTaskAsync(items[1].Id, Ct)).WaitsFor).Record.Id);
        Assert.Equal(["Chair", "Screen"], (await house.Get<TaskBook>().OpenAsync(items[0].Id, Ct)).Points.Select(p => p.Text));
        Assert.Equal(2, (await house.As<ListBook>(newcomer).GetAsync(list, Ct)).Members.Count);

        // Saturday 28 November: the first working day after it is a Monday.
        Task<long> UseAsync(params (string Role, Worker Who)[] people) => shelf.UseAsync(id, new TemplateUse("Onboarding Newcomer", new DateOnly(2026, 11, 28), people.ToDictionary(p => p.Role, p => p.Who.PersonId)), ct: Ct);
    }

    [Fact]
    public async Task A_task_of_a_template_waits_only_for_one_before_it()
    {
        await using var house = await TaskHouse.OpenAsync();
        var shelf = house.Get<TemplateShelf>();
        var id = await shelf.SaveAsync(new ListTemplate { Name = "Month close" }, ct: Ct);

        Assert.Contains("can only stand under, or wait for, a task before it", (await Assert.ThrowsAsync<RuleBroken>(() => shelf.SaveTaskAsync(id, new TemplateTask { Title = "a", WaitsFor = 1 }, ct: Ct))).Message, StringComparison.Ordinal);
        await shelf.SaveTaskAsync(id, new TemplateTask { Title = "a" }, ct: Ct);
        await shelf.SaveTaskAsync(id, new TemplateTask { Title = "b", WaitsFor = 1 }, ct: Ct);
        await shelf.RemoveTaskAsync(id, (await shelf.GetAsync(id, Ct)).Tasks[0].Id, Ct);
        Assert.Null(Assert.Single((await shelf.GetAsync(id, Ct)).Tasks).WaitsFor);
    }
}

using BackOffice.Domain.Tasks;
using BackOffice.Domain.Tasks.Comments;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Tasks.Lists;
using BackOffice.Portal.Tasks.Views;
using BackOffice.Portal.Tasks.Work;
using BackOffice.Tests.Platform;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BackOffice.Tests.Tasks;

public sealed class TaskPagesTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private static Dictionary<string, object> Id(long id) => new() { ["Id"] = id };

    [Fact]
    public async Task A_task_is_worked_off_on_its_page()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var id = await house.TaskAsync("Offer", t => t.Description = "Ask **three** <script>alert(1)</script>");
        await house.Get<TaskParts>().AddPointAsync(id, "Call", ct: Ct);
        await using var stage = new PageStage(house.House, anna.Actor, TasksPermissions.View, TasksPermissions.Edit);

        var page = stage.Open(typeof(TaskPage), $"tasks/{id}", Id(id));
        await page.WaitForElementAsync(".checkpoint input");
        Assert.Equal(("Offer", "three"), (page.Find("h1").TextContent, page.Find(".md strong").TextContent));
        Assert.Empty(page.FindAll(".md script"));
        await page.Find(".checkpoint input").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.WaitForAssertionAsync(() => Assert.Contains("Anna", page.Find(".checkpoint .mute").TextContent, StringComparison.Ordinal));
        await page.Find(".comments textarea").InputAsync(new ChangeEventArgs { Value = "Done by *telephone*." });
        await page.Find(".comment-box .btn").ClickAsync(new MouseEventArgs());
        await page.WaitForAssertionAsync(() => Assert.Equal("telephone", page.Find(".comments .chain em").TextContent));
        await page.FindAll(".rec .btn.p").Single().ClickAsync(new MouseEventArgs());

        await page.WaitForAssertionAsync(() => Assert.Equal("Done", page.Find(".rec .st").TextContent));
        Assert.Equal(StateGroup.Done, (await house.ItemAsync(id)).Group);
        Assert.Single(await house.Get<Conversation>().AboutAsync(RecordRef.Of<WorkItem>(id), Ct));
    }

    [Fact]
    public async Task A_refused_step_says_why_and_the_task_stays_where_it_is()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var id = await house.TaskAsync("whole");
        await house.TaskAsync("part", null, id);
        await using var stage = new PageStage(house.House, anna.Actor, TasksPermissions.View, TasksPermissions.Edit);

        var page = stage.Open(typeof(TaskPage), $"tasks/{id}", Id(id));
        await page.WaitForElementAsync(".rec .btn.p");
        await page.FindAll(".rec .btn.p").Single().ClickAsync(new MouseEventArgs());

        await page.WaitForAssertionAsync(() => Assert.Equal("T-2026-00001 has an open part: T-2026-00002. Finish or cancel it first.", page.Find(".act .note .grow").TextContent));
        Assert.Equal("To do", page.Find(".rec .st").TextContent);
    }

    [Fact]
    public async Task Who_may_only_read_is_offered_nothing_to_change()
    {
        await using var house = await TaskHouse.OpenAsync();
        var list = await house.ListAsync();
        list.Audience = Audience.EverybodyReads;
        await house.Get<ListBook>().SaveAsync(list, Ct);
        var (reader, id) = (await house.WorkerAsync("Reader"), await house.TaskAsync("Offer"));
        await using var stage = new PageStage(house.House, reader.Actor, TasksPermissions.View, TasksPermissions.Edit);

        var page = stage.Open(typeof(TaskPage), $"tasks/{id}", Id(id));
        await page.WaitForElementAsync(".comments textarea");

        Assert.Empty(page.FindAll(".rec .btn.p"));
        Assert.Empty(page.FindAll(".checkpoint, .pick-record"));
    }

    [Fact]
    public async Task A_task_is_handed_over_from_the_one_who_has_too_much()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (anna, ben) = (await house.WorkerAsync("Anna"), await house.WorkerAsync("Ben"));
        var friday = new DateTime(2026, 11, 27, 16, 0, 0, DateTimeKind.Utc);
        var id = await house.TaskAsync("big", t => (t.AssigneeId, t.DueAt, t.Estimate) = (anna.PersonId, friday, 60));
        await house.TaskAsync("small", t => (t.AssigneeId, t.DueAt, t.Estimate) = (ben.PersonId, friday, 1));
        await using var stage = new PageStage(house.House, anna.Actor, TasksPermissions.View, TasksPermissions.Edit);

        var page = stage.Open(typeof(WorkloadPage));
        await page.WaitForElementAsync(".load tbody tr");
        Assert.Equal("150 %", page.Find(".load .week.over b").TextContent);
        await page.Find(".load .person button").ClickAsync(new MouseEventArgs());
        await page.Find(".load .held select").ChangeAsync(new ChangeEventArgs { Value = $"{ben.PersonId}" });

        await page.WaitForAssertionAsync(() => Assert.Contains("Ben", page.FindAll(".load tbody tr").First(r => r.QuerySelector(".over") is not null).TextContent, StringComparison.Ordinal));
        Assert.Equal(ben.PersonId, (await house.ItemAsync(id)).AssigneeId);
    }

    [Fact]
    public async Task A_task_dropped_on_another_day_of_the_calendar_is_due_then()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var id = await house.TaskAsync("Offer", t => t.DueAt = new DateTime(2026, 11, 24, 13, 30, 0, DateTimeKind.Utc));
        await using var stage = new PageStage(house.House, anna.Actor, TasksPermissions.View, TasksPermissions.Edit);

        var page = stage.Open(typeof(CalendarPage));
        await page.WaitForElementAsync(".month .due");
        await page.Find(".month .due").DragStartAsync(new DragEventArgs());
        await page.FindAll(".month .day").Single(d => d.QuerySelector(".n")!.TextContent == "27" && !d.ClassList.Contains("other")).DropAsync(new DragEventArgs());

        await page.WaitForAssertionAsync(() => Assert.NotNull(page.FindAll(".month .day").Single(d => d.QuerySelector(".n")!.TextContent == "27" && !d.ClassList.Contains("other")).QuerySelector(".due")));
        Assert.Equal(new DateTime(2026, 11, 27, 13, 30, 0, DateTimeKind.Utc), (await house.ItemAsync(id)).DueAt);
    }

    [Fact]
    public async Task A_list_is_set_up_by_whoever_may()
    {
        await using var house = await TaskHouse.OpenAsync();
        var boss = await house.WorkerAsync("Boss", TasksPermissions.View, TasksPermissions.Edit, TasksPermissions.Lists);
        await using var stage = new PageStage(house.House, boss.Actor, TasksPermissions.View, TasksPermissions.Edit, TasksPermissions.Lists);

        var page = stage.Open(typeof(TaskListPage), $"tasks/lists/{house.ListId}?tab=states", Id(house.ListId));
        await page.WaitForElementAsync(".acts input");
        await page.Find(".acts input").ChangeAsync(new ChangeEventArgs { Value = "In review" });
        await page.FindAll(".acts .btn").Single(b => b.TextContent.Trim() == "Add state").ClickAsync(new MouseEventArgs());

        await page.WaitForAssertionAsync(() => Assert.Equal(["To do", "In progress", "In review", "Waiting", "Done", "Cancelled"], page.FindAll("tbody tr td:first-child").Select(d => d.TextContent)));
    }
}

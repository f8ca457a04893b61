using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Portal.Tasks.Boards;
using BackOffice.Tests.Platform;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Tests.Tasks.Boards;

public sealed class BoardPageTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_taken_up_carried_and_dropped_with_the_keyboard()
    {
        await using var house = await BoardHouse.OpenAsync();
        var id = await house.Tasks.TaskAsync("carry me");
        await using var stage = new PageStage(house.Tasks.House);
        var page = Open(stage, house);
        await PressAsync(page, id, " ");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".card.held")));
        await PressAsync(page, id, "ArrowRight");
        Assert.Contains(await house.KeyAsync("In progress"), ColumnOf(page, id), StringComparison.Ordinal);
        Assert.Contains("place 1 of 1", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, id, " ");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".card.held")));
        Assert.Equal(StateGroup.InProgress, (await house.Tasks.ItemAsync(id)).Group);
    }

    [Fact]
    public async Task Escape_puts_a_card_back()
    {
        await using var house = await BoardHouse.OpenAsync();
        var id = await house.Tasks.TaskAsync("carry me");
        await using var stage = new PageStage(house.Tasks.House);
        var page = Open(stage, house);
        await PressAsync(page, id, " ");
        await PressAsync(page, id, "ArrowRight");
        await PressAsync(page, id, "Escape");
        Assert.Equal(await house.KeyAsync("To do"), ColumnOf(page, id));
        Assert.Equal(StateGroup.ToDo, (await house.Tasks.ItemAsync(id)).Group);
    }

    [Fact]
    public async Task A_refused_move_snaps_back_with_the_reason()
    {
        await using var house = await BoardHouse.OpenAsync();
        var doing = await house.Tasks.StateAsync("In progress");
        await house.MoveAsync(await house.Tasks.TaskAsync("first"), $"{doing.Id}");
        (doing.Limit, doing.RefusesAboveLimit) = (1, true);
        await house.Tasks.Get<ListBook>().SaveStateAsync(doing, Ct);
        var id = await house.Tasks.TaskAsync("second");
        await using var stage = new PageStage(house.Tasks.House);
        var page = Open(stage, house);
        await page.Find($"[data-move='{id}']").ClickAsync(new());
        page.WaitForElement(".move-menu button");
        await page.FindAll(".move-menu button").First(b => b.TextContent == "In progress").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("holds at most 1", page.Find(".note.bad").TextContent, StringComparison.Ordinal));
        Assert.Equal(await house.KeyAsync("To do"), ColumnOf(page, id));
    }

    [Fact]
    public async Task Lanes_divide_a_board_by_a_second_field()
    {
        await using var house = await BoardHouse.OpenAsync();
        await house.Tasks.TaskAsync("now", i => i.Priority = BackOffice.Domain.Tasks.Work.Priority.Urgent);
        await using var stage = new PageStage(house.Tasks.House);
        var page = Open(stage, house, "?lanes=Priority");
        Assert.Equal(["Urgent 1", "High 0", "Normal 0", "Low 0"], page.FindAll(".board-lane h2").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task Who_only_reads_gets_no_handle()
    {
        await using var house = await BoardHouse.OpenAsync();
        await house.Tasks.TaskAsync("look");
        var reader = await house.Tasks.WorkerAsync("Reader", BackOffice.Domain.Tasks.TasksPermissions.View);
        await using var stage = new PageStage(house.Tasks.House, reader.Actor, BackOffice.Domain.Tasks.TasksPermissions.View);
        var page = Open(stage, house);
        Assert.Null(page.Find(".card").GetAttribute("draggable"));
        Assert.Empty(page.FindAll("[data-move]"));
    }

    private static IRenderedComponent<DynamicComponent> Open(PageStage stage, BoardHouse house, string query = "")
    {
        var page = stage.Open(typeof(BoardPage), $"/tasks/boards/{house.Tasks.ListId}{query}", new Dictionary<string, object> { ["Id"] = house.Tasks.ListId });
        page.WaitForElement(".card");
        return page;
    }

    private static Task PressAsync(IRenderedComponent<DynamicComponent> page, long id, string key) => page.Find($"[data-card='{id}']").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = key });

    private static string ColumnOf(IRenderedComponent<DynamicComponent> page, long id) => page.Find($"[data-card='{id}']").Closest("[data-column]")!.GetAttribute("data-column")!;
}

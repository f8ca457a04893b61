using BackOffice.Domain.Tasks.Boards;

namespace BackOffice.Tests.Tasks.Boards;

public sealed class BoardPlanTests
{
    [Theory]
    [InlineData(null, null, BoardField.State, null)]
    [InlineData("priority", "Assignee", BoardField.Priority, BoardField.Assignee)]
    [InlineData("DUEWEEK", "", BoardField.DueWeek, null)]
    public void An_address_names_columns_and_lanes(string? columns, string? lanes, BoardField expectedColumns, BoardField? expectedLanes) =>
        Assert.Equal(new BoardPlan(7, expectedColumns, expectedLanes), BoardPlan.Parse(7, columns, lanes));

    [Theory]
    [InlineData("Colour")]
    [InlineData("0")]
    [InlineData("State,Priority")]
    [InlineData("'; DROP TABLE WorkItem; --")]
    public void A_board_with_an_unknown_field_is_refused_by_name(string field)
    {
        Assert.Contains(field, Assert.Throws<RuleBroken>(() => BoardPlan.Parse(7, field, null)).Message, StringComparison.Ordinal);
        Assert.Contains(field, Assert.Throws<RuleBroken>(() => BoardPlan.Parse(7, null, field)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lanes_stand_for_something_else_than_columns() =>
        Assert.Throws<RuleBroken>(() => BoardPlan.Parse(7, "Priority", "priority"));
}

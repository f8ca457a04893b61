namespace BackOffice.Domain.Tasks.Boards;

/// <summary>By what a board sorts its tasks into columns or lanes.</summary>
public enum BoardField
{
    /// <summary>Where it stands.</summary>
    State,

    /// <summary>Who answers for it.</summary>
    Assignee,

    /// <summary>How much it matters.</summary>
    Priority,

    /// <summary>In which week it is due.</summary>
    DueWeek,
}

/// <summary>Which board: the tasks of a list, sorted into columns by one field and into lanes by another.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Columns">What a column stands for.</param>
/// <param name="Lanes">What a lane stands for; none without lanes.</param>
public sealed record BoardPlan(long ListId, BoardField Columns = BoardField.State, BoardField? Lanes = null)
{
    /// <summary>The board that an address names.</summary>
    /// <exception cref="RuleBroken">There is no such field, or it is named twice.</exception>
    public static BoardPlan Parse(long listId, string? columns, string? lanes)
    {
        var plan = new BoardPlan(listId, FieldOf(columns) ?? BoardField.State, FieldOf(lanes));
        Rule.Require(plan.Lanes != plan.Columns, "Columns and lanes of a board stand for different things. Choose another field for the lanes.");
        return plan;
    }

    private static BoardField? FieldOf(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var known = Enum.GetValues<BoardField>().Where(f => string.Equals(f.ToString(), name, StringComparison.OrdinalIgnoreCase)).ToList();
        Rule.Require(known.Count == 1, "A board has no field {0}. Choose one of its own.", name.Length > 60 ? name[..60] + "…" : name);
        return known[0];
    }
}

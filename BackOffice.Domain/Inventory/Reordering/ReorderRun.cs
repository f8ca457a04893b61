namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>That the whole stock was checked against its reorder rules, when, and what came of it.</summary>
[NotAudited("it only says when the audited suggestions were looked at"), AppendOnly]
public sealed class ReorderRun : Entity
{
    /// <summary>When the check ended, in UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>Items at their locations that were looked at.</summary>
    public int Checked { get; internal init; }

    /// <summary>Suggestions that stood on the desk afterwards.</summary>
    public int Standing { get; internal init; }

    /// <summary>Who started it.</summary>
    [MaxLength(200)]
    public string By { get; internal init; } = "";
}

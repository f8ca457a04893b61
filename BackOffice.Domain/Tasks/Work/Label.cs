using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>The colours that labels have.</summary>
public enum LabelColour
{
    /// <summary>Grey.</summary>
    Grey,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Violet.</summary>
    Violet,
}

/// <summary>A word of a list by which its tasks are sorted and found.</summary>
[Record("tasks.label", 303, TasksPermissions.View)]
public sealed class Label : Entity
{
    /// <summary>The list.</summary>
    public long ListId { get; internal init; }

    /// <summary>The word.</summary>
    [Required, MaxLength(40), Display(Name = "Label")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Its colour.</summary>
    [Display(Name = "Colour")]
    public LabelColour Colour { get; set; }
}

/// <summary>A label on a task.</summary>
public sealed class Labelling : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>The label.</summary>
    public long LabelId { get; internal init; }
}

internal sealed class LabelMapping : IEntityTypeConfiguration<Label>, IEntityTypeConfiguration<Labelling>
{
    public void Configure(EntityTypeBuilder<Label> builder)
    {
        builder.HasIndex(l => new { l.ListId, l.Name }).IsUnique();
        builder.HasOne<TaskList>().WithMany().HasForeignKey(l => l.ListId);
    }

    public void Configure(EntityTypeBuilder<Labelling> builder)
    {
        builder.HasIndex(l => new { l.WorkItemId, l.LabelId }).IsUnique();
        builder.HasIndex(l => l.LabelId);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(l => l.WorkItemId);
        builder.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId).OnDelete(DeleteBehavior.Cascade);
    }
}

using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Templates;

/// <summary>A whole list of tasks that is used again and again: the first days of a newcomer, the close of a month. Roles in it become people when it is used.</summary>
[Record("tasks.template", 306, TasksPermissions.View)]
public sealed class ListTemplate : Entity
{
    /// <summary>How many tasks a template may have.</summary>
    public const int MostTasks = 300;

    private readonly List<TemplateTask> _tasks = [];

    /// <summary>As people call it; unique.</summary>
    [Required, MaxLength(120), Display(Name = "Name")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>What it is for.</summary>
    [MaxLength(2000), Display(Name = "Purpose")]
    public string? Purpose { get; set; }

    /// <summary>Its tasks.</summary>
    public IReadOnlyList<TemplateTask> Tasks => _tasks;

    /// <summary>The roles that become people, by name.</summary>
    public IReadOnlyList<string> Roles => [.. _tasks.Where(t => t.Role is not null).Select(t => t.Role!).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Adds a task at the end.</summary>
    public TemplateTask Add(TemplateTask task)
    {
        Rule.Require(_tasks.Count < MostTasks, "A template has at most {0} tasks.", MostTasks);
        task.Position = _tasks.Select(t => t.Position).DefaultIfEmpty().Max() + 1;
        Require(task);
        _tasks.Add(task);
        return task;
    }

    /// <summary>Refuses a task that stands under, or waits for, what does not come before it. So nothing goes in a circle.</summary>
    internal void Require(TemplateTask task)
    {
        foreach (var earlier in new[] { task.Under, task.WaitsFor }.OfType<int>())
            Rule.RequireField(nameof(TemplateTask.WaitsFor), earlier < task.Position && _tasks.Exists(t => t.Position == earlier), "Task {0} of the template can only stand under, or wait for, a task before it.", task.Position);
    }

    /// <summary>Takes a task off; what stood under it or waited for it stands alone.</summary>
    internal void Remove(long taskId)
    {
        if (_tasks.Find(t => t.Id == taskId) is not { } gone) return;
        _tasks.Remove(gone);
        foreach (var task in _tasks)
        {
            if (task.Under == gone.Position) task.Under = null;
            if (task.WaitsFor == gone.Position) task.WaitsFor = null;
        }
    }
}

/// <summary>A task of a template.</summary>
public sealed class TemplateTask : Entity
{
    /// <summary>The template.</summary>
    public long TemplateId { get; internal set; }

    /// <summary>Its place, from 1; others name it by that.</summary>
    public int Position { get; internal set; }

    /// <summary>What is to be done, in a line.</summary>
    [Required, MaxLength(200), Display(Name = "Title")]
    public string Title { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The rest of it, as Markdown.</summary>
    [MaxLength(20_000), Display(Name = "Description")]
    public string? Description { get; set; }

    /// <summary>The role of whoever answers for it: "Manager", "Newcomer", "IT".</summary>
    [MaxLength(60), Display(Name = "Role")]
    public string? Role { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Due so many working days after the day on which the template is used; before it with a minus.</summary>
    [Range(-250, 1000), Display(Name = "Due, working days after the start")]
    public int DueAfter { get; set; }

    /// <summary>How much it matters.</summary>
    [Display(Name = "Priority")]
    public Priority Priority { get; set; }

    /// <summary>Hours of work it takes.</summary>
    [Range(0, 10_000), Display(Name = "Estimate, hours")]
    public decimal? Estimate { get; set; }

    /// <summary>The place of the task of which it is a part.</summary>
    [Range(1, 10_000), Display(Name = "Part of task number")]
    public int? Under { get; set; }

    /// <summary>The place of the task for which it waits.</summary>
    [Range(1, 10_000), Display(Name = "Waits for task number")]
    public int? WaitsFor { get; set; }

    /// <summary>Its checklist, a line each.</summary>
    [MaxLength(4000), Display(Name = "Checklist, a line each")]
    public string? Checklist { get; set; }
}

internal sealed class ListTemplateMapping : IEntityTypeConfiguration<ListTemplate>, IEntityTypeConfiguration<TemplateTask>
{
    public void Configure(EntityTypeBuilder<ListTemplate> builder)
    {
        builder.Ignore(t => t.Roles);
        builder.HasIndex(t => t.Name).IsUnique();
        builder.HasMany(t => t.Tasks).WithOne().HasForeignKey(t => t.TemplateId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TemplateTask> builder) => builder.HasIndex(t => new { t.TemplateId, t.Position }).IsUnique();
}

using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Recurring;

/// <summary>From where the next day is counted.</summary>
public enum Basis
{
    /// <summary>From the schedule, whenever the last one was done.</summary>
    Schedule,

    /// <summary>From the day on which the last one was done.</summary>
    Completion,
}

/// <summary>A task that comes back: what it is, and when.</summary>
[Record("tasks.recurrence", 305, TasksPermissions.View)]
public sealed class Recurrence : Entity
{
    /// <summary>What is to be done, in a line.</summary>
    [Required, MaxLength(200), Display(Name = "Title")]
    public string Title { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The rest of it, as Markdown.</summary>
    [MaxLength(20_000), Display(Name = "Description")]
    public string? Description { get; set; }

    /// <summary>The list in which it is written down.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Choose a list."), Display(Name = "List")]
    public long ListId { get; set; }

    /// <summary>Who answers for it.</summary>
    [Display(Name = "Assignee")]
    public long? AssigneeId { get; set; }

    /// <summary>How much it matters.</summary>
    [Display(Name = "Priority")]
    public Priority Priority { get; set; }

    /// <summary>Hours of work it takes.</summary>
    [Range(0, 10_000), Display(Name = "Estimate, hours")]
    public decimal? Estimate { get; set; }

    /// <summary>In what steps it comes back.</summary>
    [Display(Name = "Comes back every")]
    public Rhythm Rhythm { get; set; } = Rhythm.Weeks;

    /// <summary>How many days, weeks or months a step is.</summary>
    [Range(1, 366), Display(Name = "Number")]
    public int Every { get; set; } = 1;

    /// <summary>For weeks: on which days.</summary>
    [Display(Name = "Days")]
    public Weekdays OnDays { get; set; }

    /// <summary>For months: which day.</summary>
    [Display(Name = "Day of the month")]
    public MonthDay MonthDay { get; set; }

    /// <summary>For months: the number that goes with it.</summary>
    [Range(-1, 31), Display(Name = "Which")]
    public int Nth { get; set; } = 1;

    /// <summary>For months by weekday: which.</summary>
    [Display(Name = "Weekday")]
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    /// <summary>What becomes of days without work.</summary>
    [Display(Name = "On a day without work")]
    public OffDay OffDay { get; set; } = OffDay.Next;

    /// <summary>The first day that is possible.</summary>
    [Display(Name = "Starts")]
    public DateOnly StartOn { get; set; }

    /// <summary>The last day that is possible.</summary>
    [Display(Name = "Ends")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>How many times it comes at most.</summary>
    [Range(1, 10_000), Display(Name = "Times at most")]
    public int? Most { get; set; }

    /// <summary>From where the next day is counted.</summary>
    [Display(Name = "Counted from")]
    public Basis Basis { get; set; }

    /// <summary>At what time of the day it is due, where its assignee works.</summary>
    [Display(Name = "Due at")]
    public TimeOnly DueTime { get; set; } = new(17, 0);

    /// <summary>How many days before it is due it is written down.</summary>
    [Range(0, 366), Display(Name = "Written down, days before")]
    public int LeadDays { get; set; }

    /// <summary>Nothing is written down for the time being.</summary>
    [Display(Name = "Paused")]
    public bool IsPaused { get; set; }

    /// <summary>How many times it has come.</summary>
    public int Made { get; private set; }

    /// <summary>The day it was last scheduled for.</summary>
    public DateOnly? LastOn { get; private set; }

    /// <summary>The day it is scheduled for next; none when it has ended or waits for the last one to be done.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>The day on which that is written down.</summary>
    public DateOnly? WriteOn { get; private set; }

    /// <summary>When it comes, in days.</summary>
    public RecurrenceRule When => new(Rhythm, Every, StartOn, EndsOn, OnDays, MonthDay, Nth, Weekday, OffDay);

    /// <summary>Reckons anew when it comes next, after it was entered or changed.</summary>
    internal void Plan(WorkingCalendar calendar)
    {
        When.Require(calendar);
        Await(When.After(LastOn ?? DateOnly.MinValue, calendar));
    }

    /// <summary>Its next task is written down. Days that have passed meanwhile are made up for once, by the last of them.</summary>
    /// <returns>The day it is scheduled for.</returns>
    internal DateOnly Make(DateOnly today, WorkingCalendar calendar)
    {
        var day = NextOn!.Value;
        var next = When.After(day, calendar);
        for (; next <= today; next = When.After(day, calendar)) day = next.Value;
        (LastOn, Made) = (day, Made + 1);
        Await(Basis == Basis.Schedule ? next : null);
        return day;
    }

    /// <summary>Its last task was done.</summary>
    internal void Done(DateOnly scheduledOn, DateOnly today, WorkingCalendar calendar)
    {
        if (Basis == Basis.Completion && scheduledOn == LastOn) Await(When.AfterDone(today, calendar));
    }

    private void Await(DateOnly? day)
    {
        NextOn = Most is { } most && Made >= most ? null : day;
        WriteOn = NextOn?.AddDays(-LeadDays);
    }
}

internal sealed class RecurrenceMapping : IEntityTypeConfiguration<Recurrence>
{
    public void Configure(EntityTypeBuilder<Recurrence> builder)
    {
        builder.Ignore(r => r.When);
        builder.Property(r => r.OnDays).HasConversion<int>();
        builder.HasIndex(r => new { r.IsPaused, r.WriteOn });
        builder.HasIndex(r => r.ListId);
        builder.HasOne<TaskList>().WithMany().HasForeignKey(r => r.ListId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.AssigneeId);
    }
}

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>A job that runs by the clock; found by scanning. The schedule here is only the one it starts with: administrators edit it.</summary>
/// <param name="id">Stable name, "domain.job".</param>
/// <param name="cron">Five fields, in the company's time zone.</param>
/// <param name="purpose">What it is for, in words.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecurringAttribute(string id, string cron, string purpose) : Attribute
{
    /// <summary>Stable name.</summary>
    public string Id { get; } = id;

    /// <summary>The schedule it starts with.</summary>
    public string Cron { get; } = cron;

    /// <summary>What it is for.</summary>
    public string Purpose { get; } = purpose;
}

/// <summary>A job: a plain class with its use cases injected. It works in chunks, can be killed anywhere and run again.</summary>
public interface IJob
{
    /// <summary>Does the work, telling <paramref name="run"/> how it goes.</summary>
    Task RunAsync(RunningJob run, CancellationToken ct);
}

/// <summary>All jobs of the house.</summary>
/// <param name="Type">The class.</param>
/// <param name="Id">Stable name.</param>
/// <param name="Cron">The schedule it starts with.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record JobKind(Type Type, string Id, string Cron, string Purpose)
{
    /// <summary>Found by scanning the domain.</summary>
    public static IReadOnlyList<JobKind> All { get; } =
    [
        .. typeof(IJob).Assembly.GetTypes()
            .Select(t => (Type: t, Recurring: (RecurringAttribute?)Attribute.GetCustomAttribute(t, typeof(RecurringAttribute))))
            .Where(x => x.Recurring is not null)
            .Select(x => new JobKind(x.Type, x.Recurring!.Id, x.Recurring.Cron, x.Recurring.Purpose))
            .OrderBy(j => j.Id, StringComparer.Ordinal),
    ];

    /// <summary>As people call it: the words of the class's name.</summary>
    public string Title { get; } = string.Concat(Type.Name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>The title of a job, or its id when the house no longer has it.</summary>
    public static string TitleOf(string id) => All.FirstOrDefault(j => j.Id == id)?.Title ?? id;

    /// <summary>The job with this id.</summary>
    /// <exception cref="RuleBroken">There is none.</exception>
    public static JobKind Find(string id) => All.FirstOrDefault(j => j.Id == id) ?? throw new RuleBroken(new Fault(null, "There is no job called {0}. The list of jobs names them.", id));
}

/// <summary>A run as the job sees it: where it tells its steps, its progress, what it touched and how it ended.</summary>
/// <remarks>Tell between changes, not inside one: what is told is kept in a transaction of its own, so that people see it at once.</remarks>
/// <param name="tell">Called at every step and progress; keeps it where people can see it.</param>
public sealed class RunningJob(Func<RunningJob, Saying?, CancellationToken, Task> tell)
{
    /// <summary>Records done so far.</summary>
    public int Done { get; private set; }

    /// <summary>Records in all, when known.</summary>
    public int? Total { get; private set; }

    /// <summary>Records created or changed.</summary>
    public int Touched { get; private set; }

    /// <summary>How it ended.</summary>
    public Saying? Outcome { get; private set; }

    /// <summary>The same in English.</summary>
    public string? ResultWords => Outcome?.Text;

    /// <summary>Notes a step.</summary>
    public Task StepAsync(Saying step, CancellationToken ct) => tell(this, step, ct);

    /// <summary>Notes how far the work is.</summary>
    public Task ProgressAsync(int done, int? total, CancellationToken ct)
    {
        (Done, Total) = (done, total);
        return tell(this, null, ct);
    }

    /// <summary>Counts records that were created or changed.</summary>
    public void Touch(int records) => Touched += records;

    /// <summary>Says how it ended, in words.</summary>
    public void Result(Saying outcome) => Outcome = outcome;
}

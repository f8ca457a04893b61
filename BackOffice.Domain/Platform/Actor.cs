namespace BackOffice.Domain.Platform;

/// <summary>Who is at the door.</summary>
public enum ActorKind
{
    /// <summary>Nobody has signed in.</summary>
    Nobody,

    /// <summary>A signed-in person; what he may do stands in the database.</summary>
    Person,

    /// <summary>A recurring job; acts for the house.</summary>
    Job,

    /// <summary>The command line; whoever can start it owns the machine.</summary>
    Operator,
}

/// <summary>Who acts, for whom, and in which request.</summary>
/// <param name="Kind">What sort of actor.</param>
/// <param name="UserId">The account, for a person.</param>
/// <param name="Name">As the audit trail shows it.</param>
/// <param name="Request">One request, circuit, job run or command.</param>
/// <param name="OnBehalfOf">The account he acts for, as a deputy or when a job works for its starter.</param>
/// <param name="OnBehalfOfName">Its name.</param>
public sealed record Actor(ActorKind Kind, long? UserId, string Name, string Request, long? OnBehalfOf = null, string? OnBehalfOfName = null)
{
    /// <summary>Nobody: may do nothing.</summary>
    public static Actor Nobody { get; } = new(ActorKind.Nobody, null, "nobody", "-");

    /// <summary>A signed-in person.</summary>
    public static Actor Person(long userId, string name, string request) => new(ActorKind.Person, userId, name, request);

    /// <summary>A recurring job.</summary>
    public static Actor Job(string jobId, string request, long? onBehalfOf = null, string? onBehalfOfName = null) =>
        new(ActorKind.Job, null, jobId, request, onBehalfOf, onBehalfOfName);

    /// <summary>The command line.</summary>
    public static Actor Operator(string request) => new(ActorKind.Operator, null, "operator", request);

    /// <summary>Jobs and the operator are the house itself; everybody else needs permissions.</summary>
    public bool IsHouse => Kind is ActorKind.Job or ActorKind.Operator;
}

/// <summary>The actor of the current scope (circuit, request, job run, command); set once at the edge.</summary>
public sealed class CurrentActor
{
    /// <summary>Who acts.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;
}

/// <summary>Names one wish of one person, so that a double click, a retry or a second delivery is carried out once.</summary>
/// <param name="Value">Unique; <see cref="Guid.Empty"/> means the act may be repeated.</param>
public readonly record struct RequestKey(Guid Value)
{
    /// <summary>The act may be repeated without harm.</summary>
    public static RequestKey None => default;

    /// <summary>A new wish.</summary>
    public static RequestKey New() => new(Guid.CreateVersion7());
}

using System.CommandLine;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>What a command ends with, for scripts.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing is wrong.</summary>
    Fine = 0,

    /// <summary>Something was found to be wrong, or went wrong.</summary>
    Fault = 1,

    /// <summary>The command was not understood or cannot be carried out like this.</summary>
    WrongUsage = 2,
}

/// <summary>What an errand wants of the database before it sets out.</summary>
internal enum DatabaseNeed
{
    /// <summary>Made or brought up to date first, as at the start of the portal.</summary>
    Prepared,

    /// <summary>There already, as it is.</summary>
    Existing,

    /// <summary>The errand sees to it by itself.</summary>
    Nothing,
}

/// <summary>Something that the portal's executable does on the command line, through the same door as everybody, as the operator. Found by scanning.</summary>
/// <param name="name">What is typed; a group stands in front, as in "jobs run".</param>
/// <param name="purpose">What it does, in a sentence.</param>
internal abstract class Errand(string name, string purpose) : Command(name.Split(' ')[^1], purpose)
{
    /// <summary>The word in front of the name, when there is one.</summary>
    public string? Group { get; } = name.Split(' ') is [var group, _] ? group : null;

    /// <summary>What it wants of the database.</summary>
    public virtual DatabaseNeed Needs => DatabaseNeed.Prepared;

    /// <summary>Carries it out.</summary>
    /// <param name="asked">What was typed.</param>
    /// <param name="house">The use cases, with the operator at the door.</param>
    /// <param name="output">What the operator reads or pipes on.</param>
    /// <param name="ct">The operator gave up.</param>
    public abstract Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct);
}

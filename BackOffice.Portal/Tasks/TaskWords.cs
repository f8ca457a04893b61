using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Portal.Tasks;

/// <summary>How states, priorities and due times look.</summary>
internal static class TaskWords
{
    /// <summary>What a state means to the reader.</summary>
    public static Tone ToneOf(StateGroup group) => group switch
    {
        StateGroup.Done => Tone.Ok,
        StateGroup.Waiting => Tone.Warn,
        StateGroup.InProgress or StateGroup.ToDo => Tone.Calm,
        _ => Tone.Idle,
    };

    /// <summary>Only what stands out is coloured.</summary>
    public static Tone ToneOf(Priority priority) => priority switch { Priority.Urgent => Tone.Bad, Priority.High => Tone.Warn, _ => Tone.Calm };

    /// <summary>Late is bad, within a day is soon.</summary>
    public static Tone ToneOf(DateTime? dueAt, StateGroup group, DateTime now) => dueAt is not { } due || !group.IsOpen() ? Tone.Calm : due < now ? Tone.Bad : due < now.AddDays(1) ? Tone.Warn : Tone.Calm;

    /// <summary>The class of a figure or text in that tone; nothing for what is normal.</summary>
    public static string? Css(Tone tone) => tone switch { Tone.Bad => "t-bad", Tone.Warn => "t-warn", _ => null };
}

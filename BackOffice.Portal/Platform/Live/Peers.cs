namespace BackOffice.Portal.Platform.Live;

/// <summary>Counts along with what other instances announce, so that nothing lost on the way goes unnoticed.</summary>
internal sealed class Peers(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (long Number, long HeardAt)> _known = [];

    /// <summary>Takes a message in.</summary>
    /// <returns>Whether something was announced before it that never arrived here.</returns>
    public bool Missed(LineMessage message)
    {
        lock (_gate)
        {
            var counted = _known.GetValueOrDefault(message.From).Number;
            _known[message.From] = (Math.Max(counted, message.Number), time.GetTimestamp());
            return message.Number > (message.Changes is null ? counted : counted + 1);
        }
    }

    /// <summary>Forgets who has been silent too long: he ended, perhaps before he could announce his last work, or the line is cut.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Forgot(TimeSpan silence)
    {
        lock (_gate)
        {
            var silent = _known.Where(p => time.GetElapsedTime(p.Value.HeardAt) > silence).Select(p => p.Key).ToList();
            foreach (var peer in silent) _known.Remove(peer);
            return silent.Count > 0;
        }
    }
}

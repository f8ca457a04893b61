namespace BackOffice.Portal.Platform.Grids;

/// <summary>Asks a list for rows; only the latest question counts, earlier ones are called off.</summary>
/// <param name="list">The use case.</param>
public sealed class GridSource<TRow>(Func<GridQuery, CancellationToken, Task<Page<TRow>>> list) : IDisposable
{
    private CancellationTokenSource? _asking;
    private string? _counted;

    /// <summary>The rows that came last; they stay while others are on their way.</summary>
    public Page<TRow>? Page { get; private set; }

    /// <summary>Why the latest question had no answer.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>Somebody waits for rows.</summary>
    public bool IsAsking => _asking is not null;

    /// <summary>What was counted may have changed: count again with the next question.</summary>
    public void ForgetTotal() => _counted = null;

    /// <summary>Nobody waits any more.</summary>
    public void CallOff()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
    }

    /// <summary>Asks for a page.</summary>
    /// <returns>Whether this answer is the latest one.</returns>
    public async Task<bool> AskAsync(GridState state)
    {
        CallOff();
        var mine = _asking = new CancellationTokenSource();
        var ct = mine.Token;
        var narrowing = string.Join('\n', state.Filters.Select(f => f.ToString()).Append(state.Search));
        var known = _counted == narrowing ? Page?.Total : null;
        try
        {
            // Off the circuit's own turn: a database without asynchronous reads would otherwise hold up every key press.
            var page = await Task.Run(() => list(state.ToQuery(known), ct), ct);
            if (_asking != mine) return false;
            (Page, Refusal, _counted) = (page, null, narrowing);
        }
        catch when (ct.IsCancellationRequested)
        {
            // Called off; providers say that in words of their own, and nobody waits for them.
            return false;
        }
        catch (Exception refusal) when (refusal is RuleBroken or AccessDenied)
        {
            if (_asking != mine) return false;
            Refusal = refusal;
        }

        CallOff();
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => CallOff();
}

namespace BackOffice.Portal.Platform.Grids;

/// <summary>Asks a list for rows; only the latest question counts, earlier ones are called off.</summary>
/// <param name="list">The use case.</param>
public sealed class GridSource<TRow>(Func<GridQuery, CancellationToken, Task<Page<TRow>>> list) : IDisposable
{
    private CancellationTokenSource? _asking;
    private string? _narrowing;

    /// <summary>The rows that came last; they stay while others are on their way.</summary>
    public Page<TRow>? Page { get; private set; }

    /// <summary>Why the latest question had no answer.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>How many rows that state has in all, if the page shown tells.</summary>
    public int? TotalOf(GridState state) => Page is { IsCounted: true } counted && _narrowing == Narrowing(state) ? counted.Total : null;

    /// <summary>What was counted may have changed: count again with the next question.</summary>
    public void ForgetTotal() => _narrowing = null;

    /// <summary>Nobody waits any more.</summary>
    public void CallOff()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
    }

    /// <summary>Asks for a page; what would have to be counted for it is left for <see cref="CountAsync"/>.</summary>
    /// <returns>Whether this answer is the latest one.</returns>
    public async Task<bool> AskAsync(GridState state)
    {
        if (await LatestAsync(state.ToQuery(TotalOf(state)) with { RowsFirst = true }) is not { } page) return false;
        if (page.Rows is not null) (Page, Refusal, _narrowing) = (page.Rows, null, Narrowing(state));
        else Refusal = page.Refusal;
        return true;
    }

    /// <summary>How many rows another state of the list would have; the page shown is not touched.</summary>
    public Task<Page<TRow>> CountAsync(GridState state, CancellationToken ct) => Task.Run(() => list(Counting(state), ct), ct);

    /// <summary>Counts what the page shown is a part of, unless that is known already.</summary>
    /// <returns>Whether there is something new to show.</returns>
    public async Task<bool> CountAsync(GridState state)
    {
        if (Refusal is not null || Page is not { IsCounted: false } shown) return false;
        if (await LatestAsync(Counting(state)) is not { Rows: { } counted }) return false;
        Page = shown with { Total = Math.Max(counted.Total, shown.Total), IsMore = counted.IsMore, IsCounted = true };
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => CallOff();

    private static string Narrowing(GridState state) => string.Join('\n', state.Filters.Select(f => f.ToString()).Append(state.Search));

    private static GridQuery Counting(GridState state) => state.ToQuery(null) with { Skip = 0, Take = 0 };

    // Null when another question has come, or nobody waits any more.
    private async Task<(Page<TRow>? Rows, Exception? Refusal)?> LatestAsync(GridQuery query)
    {
        CallOff();
        var mine = _asking = new CancellationTokenSource();
        var ct = mine.Token;
        try
        {
            // Off the circuit's own turn: a database without asynchronous reads would otherwise hold up every key press.
            var page = await Task.Run(() => list(query, ct), ct);
            return _asking == mine ? (page, null) : null;
        }
        catch when (ct.IsCancellationRequested)
        {
            // Called off; providers say that in words of their own, and nobody waits for them.
            return null;
        }
        catch (Exception refusal) when (refusal is RuleBroken or AccessDenied)
        {
            return _asking == mine ? (null, refusal) : null;
        }
        finally
        {
            if (_asking == mine) CallOff();
        }
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>A key or a click in a table, as its script reports it.</summary>
/// <param name="Kind">sort, search, pick, pickAll, clear or page.</param>
/// <param name="Index">The column or the row, counted from 0; pages forward or back.</param>
/// <param name="Shift">The shift key was held.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Turn">Which page was on the screen then.</param>
public sealed record GridAct(string Kind, int Index = 0, bool Shift = false, string? Text = null, int Turn = 0);

/// <summary>The table's script: one listener for the whole table, so that rows need none.</summary>
public sealed class GridScript(IJSRuntime js, Func<GridAct, Task> act) : IAsyncDisposable
{
    private DotNetObjectReference<GridScript>? _self;
    private IJSObjectReference? _table;
    private bool _gone;

    /// <summary>Listens to keys and clicks in the table.</summary>
    public async Task ListenAsync(ElementReference root)
    {
        _self = DotNetObjectReference.Create(this);
        _table = await js.InvokeAsync<IJSObjectReference>("backOffice.listen", root, _self);
        // The table may have gone while its listener was on the way.
        if (_gone) await DisposeAsync();
    }

    /// <summary>Puts another text into the search field.</summary>
    public async Task SearchForAsync(string text)
    {
        if (_table is not null) await _table.InvokeVoidAsync("searchFor", text);
    }

    /// <summary>From the browser.</summary>
    [JSInvokable]
    public Task Act(GridAct reported) => act(reported);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        _self?.Dispose();
        try
        {
            if (_table is not null) await _table.InvokeVoidAsync("stop");
            if (_table is not null) await _table.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and took its listeners along.
        }
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>What the browser does for a board: dragging, focus, the place of the menu, and when somebody last looked.</summary>
public sealed class BoardScript(IJSRuntime js, Func<BoardDrop, Task> dropped) : IAsyncDisposable
{
    private DotNetObjectReference<BoardScript>? _self;
    private IJSObjectReference? _module, _board;

    /// <summary>Begins to watch over a board.</summary>
    /// <returns>When this person last marked it as seen on this device, in milliseconds since 1970; null before the first time.</returns>
    public async Task<long?> OpenAsync(ElementReference root, string name)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./Tasks/Boards/BoardPage.razor.js");
        _board = await _module.InvokeAsync<IJSObjectReference>("open", root, _self);
        return await _module.InvokeAsync<long?>("lastSeen", name);
    }

    /// <summary>Keeps that the board was seen now.</summary>
    public ValueTask SeenAsync(string name, long at) => _module?.InvokeVoidAsync("seen", name, at) ?? default;

    /// <summary>Takes the reader to a card.</summary>
    public ValueTask FocusAsync(long card) => _board?.InvokeVoidAsync("focus", card) ?? default;

    /// <summary>Opens the menu beside its card.</summary>
    public ValueTask ShowMenuAsync(long card) => _board?.InvokeVoidAsync("showMenu", card) ?? default;

    /// <summary>Closes the menu.</summary>
    public ValueTask HideMenuAsync() => _board?.InvokeVoidAsync("hideMenu") ?? default;

    /// <summary>From the browser: a card was dropped.</summary>
    [JSInvokable]
    public Task Drop(BoardDrop drop) => dropped(drop);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_board is not null) await _board.InvokeVoidAsync("close");
            if (_board is not null) await _board.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and took its listeners along.
        }
    }
}

/// <summary>Where the browser says a card was dropped.</summary>
/// <param name="Card">The card.</param>
/// <param name="Column">The column.</param>
/// <param name="Lane">The lane.</param>
/// <param name="After">The card above.</param>
/// <param name="Before">The card below.</param>
public sealed record BoardDrop(long Card, string Column, string Lane, long? After, long? Before);

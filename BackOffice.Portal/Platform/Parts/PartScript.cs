using Microsoft.JSInterop;

namespace BackOffice.Portal.Platform.Parts;

/// <summary>A script that one component alone needs: fetched when it is first asked for, left quietly when the browser has gone before.</summary>
/// <param name="js">The browser.</param>
/// <param name="address">As <c>./Tasks/Boards/WallPage.razor.js</c>.</param>
public sealed class PartScript(IJSRuntime js, string address) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>Calls one of its functions.</summary>
    public async Task CallAsync(string name, params object?[] args)
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", address);
        await _module.InvokeVoidAsync(name, args);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and took its listeners along.
        }
    }
}

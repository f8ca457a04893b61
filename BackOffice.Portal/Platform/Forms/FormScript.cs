using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BackOffice.Portal.Platform.Forms;

/// <summary>What the browser does for a form: Ctrl+S, focus, and a draft of what was typed, kept on the person's computer only.</summary>
public sealed class FormScript(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _form;

    /// <summary>Begins to watch over a form.</summary>
    /// <param name="root">The form.</param>
    /// <param name="draft">Under which name drafts are kept; null keeps none.</param>
    /// <returns>When an earlier draft that differs was kept, as the clock of that computer shows it; null when there is none.</returns>
    public async Task<string?> OpenAsync(ElementReference root, string? draft)
    {
        _form = await js.InvokeAsync<IJSObjectReference>("backOffice.watchForm", root, draft);
        return await _form.InvokeAsync<string?>("kept");
    }

    /// <summary>Puts the kept draft into the fields.</summary>
    public ValueTask TakeUpAsync() => CallAsync("takeUp");

    /// <summary>Forgets the kept draft.</summary>
    public ValueTask ForgetAsync() => CallAsync("forget");

    /// <summary>Takes the reader to a field.</summary>
    public ValueTask FocusAsync(string id) => CallAsync("focus", id);

    /// <summary>Takes the reader to the first field that is wrong.</summary>
    public ValueTask FocusFaultAsync() => CallAsync("focusFault");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await CallAsync("close");
            if (_form is not null) await _form.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; the draft stays with it.
        }
    }

    private ValueTask CallAsync(string name, params object?[] args) => _form is null ? default : _form.InvokeVoidAsync(name, args);
}

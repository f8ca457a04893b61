using MudBlazor;

namespace BackOffice.Portal.Platform.Parts;

/// <summary>Asks before something that is hard to take back, with everything that will follow from it.</summary>
public sealed class Confirm(IDialogService dialogs)
{
    /// <summary>True when the person agreed.</summary>
    /// <param name="title">Names the act.</param>
    /// <param name="question">What is about to happen.</param>
    /// <param name="act">The button: verb and thing.</param>
    /// <param name="dangerous">It cannot be undone.</param>
    /// <param name="consequences">A sentence each.</param>
    public async Task<bool> AskAsync(string title, string question, string act, bool dangerous = false, params IReadOnlyList<string> consequences)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { d => d.Question, question }, { d => d.Act, act }, { d => d.Dangerous, dangerous }, { d => d.Consequences, consequences },
        }, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseButton = true });
        return await dialog.Result is { Canceled: false };
    }
}

using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Portal.Platform.Shell;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Inventory.Reordering;

/// <summary>What the reorder desk says about a suggestion, in the reader's language.</summary>
internal static class DeskWords
{
    /// <summary>Why it lies there, or why it was put off or rejected.</summary>
    public static string Why(this IStringLocalizer texts, SuggestionRow row, Reader reader) => row.State switch
    {
        SuggestionState.Snoozed => texts["Snoozed until {0}: {1}", reader.Day(row.SnoozedUntil ?? default), row.Reason ?? ""],
        SuggestionState.Rejected => texts["Rejected: {0}", row.Reason ?? ""],
        _ => texts.Explain(row.Calculation),
    };

    /// <summary>The calculation as one sentence.</summary>
    public static string Explain(this IStringLocalizer texts, string calculation) =>
        string.Concat(ReorderCalculation.FromJson(calculation).Explain().Select(c => texts[c.Template, c.Words].Value));
}

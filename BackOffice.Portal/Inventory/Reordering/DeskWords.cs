using BackOffice.Domain.Inventory.Reordering;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Inventory.Reordering;

/// <summary>What the reorder desk says about a suggestion, in the reader's language.</summary>
internal static class DeskWords
{
    /// <summary>The calculation as one sentence.</summary>
    public static string Explain(this IStringLocalizer texts, string calculation) =>
        string.Concat(ReorderCalculation.FromJson(calculation).Explain().Select(c => texts[c.Template, c.Words].Value));
}

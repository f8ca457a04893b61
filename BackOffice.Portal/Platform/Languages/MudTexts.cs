using Microsoft.Extensions.Localization;
using MudBlazor;

namespace BackOffice.Portal.Platform.Languages;

/// <summary>Lets the component library speak the person's language; its keys stand among the portal's own texts.</summary>
internal sealed class MudTexts(IStringLocalizer texts) : MudLocalizer
{
    /// <inheritdoc />
    public override LocalizedString this[string key] => texts[key];

    /// <inheritdoc />
    public override LocalizedString this[string key, params object[] arguments] => texts[key] is { ResourceNotFound: true } missing ? missing : texts[key, arguments];
}

using System.Globalization;
using System.Net;
using System.Text;
using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Mail;

/// <summary>Writes letters about notices: in the reader's language, as plain text and as HTML, with links to the records.</summary>
public sealed class LetterWriter(IStringLocalizer texts, MailSettings settings, Company company)
{
    private const string Page = "margin:0;padding:24px;background:#f4f4f2;font:15px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Naskh Arabic',sans-serif;color:#1c1c1a";
    private const string Sheet = "max-width:600px;margin:0 auto;padding:8px 24px 20px;background:#fff;border:1px solid #deded9;border-radius:8px";
    private const string Line = "padding:12px 0;border-bottom:1px solid #ececE8";
    private const string Soft = "color:#6b6b66;font-size:13px";

    /// <summary>One letter about all of them.</summary>
    public LetterDraft Write(UserAccount reader, TimeZoneInfo zone, IReadOnlyList<Notice> notices)
    {
        var language = Language.All.FirstOrDefault(l => l.Code == reader.Culture) ?? Language.All[0];
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
        try
        {
            var told = notices.Take(Outbox.LinesAtMost).Select(n => new Told(OneLine(texts.Say(n.Said)), At(n.At, zone), AddressOf(n))).ToList();
            var more = notices.Count > told.Count ? texts["and {0} more in the portal", notices.Count - told.Count].Value : null;
            var subject = notices.Count == 1 ? told[0].Words : texts["{0} notices: {1}", notices.Count, told[0].Words].Value;
            return new LetterDraft(OneLine(reader.Name) is { Length: > 0 } name ? name : "–", reader.Email!.Trim(), Shorten(OneLine(subject) is { Length: > 0 } line ? line : company.Name, 200), Plain(told, more), Html(language, told, more));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    private string Plain(IReadOnlyList<Told> told, string? more)
    {
        var text = new StringBuilder();
        foreach (var line in told)
        {
            text.Append(line.Words).Append('\n').Append(line.At).Append('\n');
            if (line.Address is { } address) text.Append(address).Append('\n');
            text.Append('\n');
        }
        if (more is not null) text.Append(more).Append("\n\n");
        return text.Append("-- \n").Append(company.Name).Append('\n').Append(texts["You choose which notices become mail, and when:"]).Append(' ').Append(settings.Portal).Append("settings\n").ToString();
    }

    private string Html(Language language, IReadOnlyList<Told> told, string? more)
    {
        var lines = told.Select(line => $"<div style=\"{Line}\"><div dir=\"auto\">{Encode(line.Words)}</div><div style=\"{Soft}\">{Encode(line.At)}{LinkTo(line.Address)}</div></div>");
        return $"<!DOCTYPE html><html lang=\"{language.Code}\" dir=\"{(language.RightToLeft ? "rtl" : "ltr")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>"
            + $"<body style=\"{Page}\"><div style=\"{Sheet}\">{string.Concat(lines)}{(more is null ? "" : $"<p>{Encode(more)}</p>")}<p style=\"{Soft}\">{Encode(company.Name)}<br>"
            + $"{Encode(texts["You choose which notices become mail, and when:"])} <a href=\"{Encode($"{settings.Portal}settings")}\">{Encode(texts["My settings"])}</a></p></div></body></html>";
    }

    private string LinkTo(string? address) => address is null ? "" : $" · <a href=\"{Encode(address)}\">{Encode(texts["Open"])}</a>";

    private string? AddressOf(Notice notice) => notice.About is { } about && SiteMap.AddressOf(about) is { } address ? new Uri(settings.Portal, address.TrimStart('/')).AbsoluteUri : null;

    private static string At(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    // A line break in a name must not become a header or a line of its own.
    private static string OneLine(string text) => string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    private sealed record Told(string Words, string At, string? Address);
}

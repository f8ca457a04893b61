using BackOffice.Domain.Tasks.Boards;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using BackOffice.Portal.Platform.Shell;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>What a board says in words.</summary>
internal static class BoardWords
{
    /// <summary>What stands above a column or lane.</summary>
    public static string NameOf(this IStringLocalizer texts, BoardHeading heading, Reader reader) =>
        !heading.IsWord ? heading.Name : heading.Day is { } day ? texts[heading.Name, reader.Day(day)].Value : texts[heading.Name].Value;

    /// <summary>The limit of a column, when it is passed.</summary>
    public static string? OverOf(this IStringLocalizer texts, BoardHeading column, int count) => column.Limit is { } limit && count > limit
        ? texts[count - limit == 1 ? "one over the limit" : "{0} over the limit", count - limit].Value : null;

    /// <summary>When a card is due, and how that looks.</summary>
    public static (string Text, Tone Tone) DueOf(this IStringLocalizer texts, BoardCard card, Reader reader)
    {
        // What is finished is due no more.
        if (card.Row.DueAt is not { } due || card.Row.EndedAt is not null) return ("", Tone.Calm);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(due, reader.Zone));
        if (!card.IsLate(reader.Now)) return day == reader.Today ? (reader.WithTime(due), Tone.Warn) : (reader.Day(day), day == reader.Today.AddDays(1) ? Tone.Warn : Tone.Calm);
        var days = reader.Today.DayNumber - day.DayNumber;
        return (days switch { 0 => texts["Late since {0}", reader.Brief(due)].Value, 1 => texts["1 day late"].Value, _ => texts["{0} days late", days].Value }, Tone.Bad);
    }

    /// <summary>What is new about a card.</summary>
    public static string? NewsOf(this IStringLocalizer texts, BoardNews? news, Reader reader) => news?.What switch
    {
        BoardEvent.New => texts["New {0} from {1}", reader.Brief(news.At), news.By].Value,
        BoardEvent.Moved => texts["Moved here {0} by {1}", reader.Brief(news.At), news.By].Value,
        BoardEvent.Reassigned => texts["Handed over {0} by {1}", reader.Brief(news.At), news.By].Value,
        _ => null,
    };

    /// <summary>What is new on a board, kind by kind.</summary>
    public static IEnumerable<string> SinceOf(this IStringLocalizer texts, BoardSnapshot board, DateTime since, Reader reader)
    {
        var news = board.News.Values.Where(n => n.At > since && board.Cards.ContainsKey(n.CardId)).ToList();
        foreach (var moved in news.Where(n => n.What == BoardEvent.Moved).GroupBy(n => board.Cards[n.CardId].Row.State).OrderByDescending(g => g.Count()))
            yield return texts["{0} moved to {1}", moved.Count(), moved.Key];
        var late = board.Cards.Values.Count(c => c.IsLate(reader.Now) && c.Row.DueAt > since);
        if (late > 0) yield return texts["{0} late", late];
        if (news.Count(n => n.What == BoardEvent.Reassigned) is > 0 and var handed) yield return texts["{0} handed over", handed];
        if (news.Count(n => n.What == BoardEvent.New) is > 0 and var fresh) yield return texts["{0} new", fresh];
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Tests.Platform.Languages;

public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> Urdu = In("ur", () => new Texts().GetAllStrings(false).ToDictionary(t => t.Name, t => t.Value, StringComparer.Ordinal));

    [Fact]
    public void Every_sentence_that_can_reach_a_person_is_translated()
    {
        var missing = SpokenSentences.All().Where(s => s.Sentence.Any(char.IsLetter) && !Urdu.ContainsKey(s.Sentence)).DistinctBy(s => s.Sentence).Select(s => $"{s.Place}: {s.Sentence}").ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} sentences have no Urdu text:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_state_and_every_kind_of_record_has_a_word()
    {
        var types = typeof(Entity).Assembly.GetTypes();
        var states = types.Where(t => t is { IsEnum: true, IsPublic: true } && !t.Namespace!.Contains(".Platform", StringComparison.Ordinal)).Concat([typeof(ThemeChoice), typeof(Density)]).SelectMany(Enum.GetNames);
        var kinds = RecordKinds.All.Keys.Where(t => t.IsAssignableTo(typeof(ISearchable))).Select(t => t.Name);
        Assert.Empty(states.Concat(kinds).Select(TextsOfThings.Words).Where(w => !Urdu.ContainsKey(w)).Distinct());
    }

    [Fact]
    public void Every_kind_of_notice_has_words() => Assert.Empty(NoticeKind.All.Select(k => k.Words).Concat(Enum.GetValues<NoticeWay>().Select(w => TextsOfThings.Words(w.ToString()))).Where(w => !Urdu.ContainsKey(w)).ToList());

    [Fact]
    public void A_translation_fills_the_same_places_as_its_sentence() =>
        Assert.Empty(Urdu.Where(t => !MudKey().IsMatch(t.Key) && !Places(t.Key).SetEquals(Places(t.Value))).Select(t => t.Key));

    [Fact]
    public void Two_rooms_never_translate_one_sentence_differently()
    {
        var all = Directory.EnumerateFiles(Path.Combine(SpokenSentences.Root, "BackOffice.Portal"), "Texts.ur.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!);
        Assert.Empty(all.GroupBy(t => t.Key).Where(g => g.Select(t => t.Value).Distinct().Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void English_needs_no_file_and_urdu_answers_in_its_own_script()
    {
        Assert.Equal("Sign out", In("en", () => new Texts()["Sign out"].Value));
        Assert.Contains(In("ur", () => new Texts()["Sign out"].Value), c => c is >= '\u0600' and <= '\u06ff');
    }

    [Fact]
    public void Numbers_in_a_sentence_keep_latin_digits_in_every_language() =>
        Assert.Contains("1,284", In("ur", () => new Texts()["{0} h ago", 1284.ToString("N0", CultureInfo.CurrentCulture)].Value), StringComparison.Ordinal);

    [Theory]
    [InlineData("""@L["Sign in"]""", "Sign in")]
    [InlineData("""texts[ahead ? "in {0} h" : "{0} h ago", 4]""", "in {0} h|{0} h ago")]
    [InlineData("""Rule.Require(a[0] > Max(b, c), "Too {0}.", x)""", "Too {0}.")]
    [InlineData("""Rule.RequireField(nameof(Sku), ok, "Sku is \"taken\".")""", "Sku is \"taken\".")]
    [InlineData("""throw new RuleBroken(new Fault(null, "There is no {0}.", x))""", "There is no {0}.")]
    [InlineData("""[Required, MaxLength(3), Display(Name = "Unit", Order = 1)]""", "Unit")]
    [InlineData("""[Nav("Items", Glyphs.Box, 1)]""", "Items")]
    [InlineData("""NoticeBoard.TellAsync(db, [a, b], Kind.Due, level, late ? "{0} is late" : "{0} is due", [x], null, ct)""", "{0} is late|{0} is due")]
    [InlineData("""var label = rows["not a text"];""", "")]
    public void The_search_for_sentences_finds_them(string source, string found) =>
        Assert.Equal(found, string.Join('|', SpokenSentences.In(source)));

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    private static T In<T>(string language, Func<T> work)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.All.Single(l => l.Code == language).Culture;
        try
        {
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("^Mud[A-Za-z]+_|^Converter_")]
    private static partial Regex MudKey();
}

using System.Globalization;
using BackOffice.Portal.Platform.Jobs;
using BackOffice.Portal.Platform.Languages;

namespace BackOffice.Tests.Platform.Jobs;

public sealed class CronWordsTests
{
    [Theory]
    [InlineData("0 6,13 * * *", "Every day at 06:00 and 13:00")]
    [InlineData("30 7 * * 1-5", "Monday to Friday at 07:30")]
    [InlineData("30 7 * * MON-FRI", "Monday to Friday at 07:30")]
    [InlineData("*/2 * * * *", "Every 2 minutes")]
    [InlineData("* * * * *", "Every minute")]
    [InlineData("*/1 * * * *", "Every minute")]
    [InlineData("0,15,30,45 * * * *", "Every 15 minutes")]
    [InlineData("5-59/10 * * * *", "Every 10 minutes from minute 5")]
    [InlineData("*/15 8-17 * * MON-FRI", "Monday to Friday, every 15 minutes from 08:00 to 17:45")]
    [InlineData("* 9 * * *", "Every minute from 09:00 to 09:59")]
    [InlineData("*/30 6,22 * * *", "Every day at 06:00, 06:30, 22:00 and 22:30")]
    [InlineData("*/20 1,9,17 * * *", "Every 20 minutes of the hours 1, 9 and 17")]
    [InlineData("*/7 * * * *", "At the minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of every hour")]
    [InlineData("0 * * * *", "Every hour")]
    [InlineData("20 * * * *", "Every hour at minute 20")]
    [InlineData("0 */6 * * *", "Every day at 00:00, 06:00, 12:00 and 18:00")]
    [InlineData("0 */2 * * *", "Every 2 hours")]
    [InlineData("15 1-23/2 * * *", "Every 2 hours from 01:15")]
    [InlineData("10 8-18 * * *", "Every hour from 08:10 to 18:10")]
    [InlineData("5 1,2,3,5,8,13,21 * * *", "At minute 5 of the hours 1, 2, 3, 5, 8, 13 and 21")]
    [InlineData("0 22 * * MON#1", "First Monday of the month at 22:00")]
    [InlineData("0 22 * * 5L", "Last Friday of the month at 22:00")]
    [InlineData("0 7 * * 1", "Mondays at 07:00")]
    [InlineData("0 7 * * 0,6", "Saturdays and Sundays at 07:00")]
    [InlineData("0 7 * * 7", "Sundays at 07:00")]
    [InlineData("0 7 * * SUN-THU", "Mondays, Tuesdays, Wednesdays, Thursdays and Sundays at 07:00")]
    [InlineData("0 6 3 * *", "Day 3 of the month at 06:00")]
    [InlineData("0 6 1,15 * *", "Days 1 and 15 of the month at 06:00")]
    [InlineData("0 6 1-7 * *", "Days 1 to 7 of the month at 06:00")]
    [InlineData("0 6 L * *", "Last day of the month at 06:00")]
    [InlineData("0 6 LW * *", "Last day of the month from Monday to Friday at 06:00")]
    [InlineData("0 6 L-3 * *", "3 days before the last day of the month at 06:00")]
    [InlineData("0 6 15W * *", "The day from Monday to Friday nearest to day 15 of the month at 06:00")]
    [InlineData("30 6 1 1,4,7,10 *", "Day 1 of the month in January, April, July and October at 06:30")]
    [InlineData("0 6 * JUN-AUG *", "Every day from June to August at 06:00")]
    [InlineData("0 0 13 * FRI", "Day 13 of the month if it is Friday at 00:00")]
    [InlineData("0 12 1-7 * 1,5", "Days 1 to 7 of the month if it is Monday or Friday at 12:00")]
    [InlineData("0 22-2 * * *", "Every day at 00:00, 01:00, 02:00, 22:00 and 23:00")]
    [InlineData("0 6 ? * *", "Every day at 06:00")]
    public void A_schedule_reads_as_a_sentence(string cron, string words) => Assert.Equal(words, In("en", () => new CronWords(Words.Value).Say(cron)));

    [Theory]
    [InlineData("0 6,13 * * *", "ہر روز 06:00 اور 13:00 پر")]
    [InlineData("30 7 * * 1-5", "پیر سے جمعہ 07:30 پر")]
    [InlineData("*/2 * * * *", "ہر 2 منٹ بعد")]
    [InlineData("0 22 * * MON#1", "مہینے کا پہلا پیر 22:00 پر")]
    [InlineData("0 7 * * 1,4", "ہر پیر اور ہر جمعرات 07:00 پر")]
    public void It_reads_in_urdu_too(string cron, string words) => Assert.Equal(words, In("ur", () => new CronWords(Words.Value).Say(cron)));

    [Fact]
    public void Every_schedule_of_the_house_reads_as_a_sentence_in_every_language()
    {
        foreach (var language in Language.All)
            Assert.All(BackOffice.Domain.Platform.Jobs.JobKind.All, kind => Assert.DoesNotContain("*", In(language.Code, () => new CronWords(Words.Value).Say(kind.Cron)), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_job_of_the_house_has_its_name_and_purpose_in_urdu() =>
        Assert.Empty(In("ur", () => BackOffice.Domain.Platform.Jobs.JobKind.All.SelectMany(k => new[] { k.Title, k.Purpose }).Where(text => Words.Value[text].ResourceNotFound).ToList()));

    /// <summary>Whatever can be put together from valid fields is said without failing, and two different rhythms never read the same.</summary>
    [Fact]
    public void No_schedule_is_left_without_words_and_no_two_read_the_same()
    {
        string[] minutes = ["*", "0", "7", "*/5", "3-50/9", "1,2,59"], hours = ["*", "0", "6,18", "*/4", "8-17", "1,3,20,21,22,23,5"], days = ["*", "1", "2,30", "5-9", "L", "LW", "L-2", "9W"], months = ["*", "2", "3-8", "1,12"], weekdays = ["*", "1", "1-5", "0,3", "2#2", "6L"];
        var said = new Dictionary<string, string>();
        foreach (var cron in from m in minutes from h in hours from d in days from o in months from w in weekdays select $"{m} {h} {d} {o} {w}")
        {
            var words = In("en", () => new CronWords(Words.Value).Say(cron));
            Assert.False(said.TryGetValue(words, out var other), $"{cron} and {other} both read: {words}");
            said[words] = cron;
        }
    }

    private static readonly Lazy<Texts> Words = new(() => new Texts());

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
}

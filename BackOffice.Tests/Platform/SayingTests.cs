using System.Globalization;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Portal.Platform.Jobs;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Tests.Platform.Jobs;
using FsCheck.Xunit;

namespace BackOffice.Tests.Platform;

public sealed class SayingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_was_said_is_read_in_the_language_of_whoever_reads_it()
    {
        var kept = new Saying("{0} for {1}, {2}", new Saying("{0:N0} suggestions", 1284), new Saying("1 supplier"), new Saying("{0:N0} items need nothing", 7)).Keep(2000);

        Assert.Equal("1,284 suggestions for 1 supplier, 7 items need nothing", Saying.Recall(kept)!.Text);
        Assert.Equal("1 سپلائر کے لیے 1,284 تجاویز، 7 اشیا کو کچھ درکار نہیں", InUrdu(texts => texts.Say(Saying.Recall(kept)!)));
    }

    [Fact]
    public void Words_days_and_truths_come_back_as_what_they_were()
    {
        var saying = new Saying("{0}{1}{2}{3}{4}", new Word("Stock balances"), new DateOnly(2026, 11, 24), true, null, "\"quoted\" <b>");

        Assert.Equal([new Word("Stock balances"), new DateOnly(2026, 11, 24), true, null, "\"quoted\" <b>"], Saying.Recall(saying.Keep(2000))!.Args);
        Assert.Null(new Saying(new string('x', 2001)).Keep(2000));
    }

    [Property]
    public bool Any_text_and_number_survive(string? text, int number) =>
        // Half a character is no text.
        text?.Any(char.IsSurrogate) == true || (Saying.RecallArgs(Saying.KeepArgs([text, number])) is [var first, decimal second] && (string?)first == text && second == number);

    [Fact]
    public void A_notice_of_old_is_still_read() => Assert.Equal(["Nightly proof", 3m], Saying.RecallArgs("[\"Nightly proof\",3]"));

    [Fact]
    public async Task A_run_keeps_its_result_for_every_reader_and_runs_of_old_stay_readable()
    {
        await using var house = await TestHouse.OpenAsync();
        var kind = await house.ScheduleAsync<BackOffice.Domain.Platform.Proofs.NightlyProof>();
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Dispatcher().RunAsync(kind, Ct);

        var (run, steps) = await house.Get<JobDesk>().RunAsync((await house.OnlyRunAsync(kind)).Id, Ct);

        Assert.EndsWith(" proofs, no difference", run.Words, StringComparison.Ordinal);
        Assert.EndsWith(" ثبوت، کوئی فرق نہیں", InUrdu(texts => texts.Say(run)), StringComparison.Ordinal);
        Assert.Contains("ذخیرے کے بقایا: 0 بقایا جات، سب درست", steps.Select(s => InUrdu(texts => texts.Result(s.Said, s.Words))));
        Assert.Equal(run.Words, InUrdu(texts => texts.Result(null, run.Words)));
    }

    private static string InUrdu(Func<Texts, string> say)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.All.Single(l => l.Code == "ur").Culture;
        try
        {
            return say(new Texts());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}

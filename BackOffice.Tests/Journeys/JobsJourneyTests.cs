using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Journeys;

[Collection(nameof(SharedPortal))]
public sealed class JobsJourneyTests(SharedPortal portal)
{
    [Fact]
    public async Task A_job_is_run_watched_and_its_log_read()
    {
        await using var window = await portal.OpenAsync();
        await window.GoAsync("/jobs");
        var job = window.Page.Locator("tr.job", new() { HasText = "Nightly proof" });
        await Expect(job).ToContainTextAsync("Every day at 02:00");

        await job.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
        await Expect(job).ToContainTextAsync("no difference");
        await job.Locator("button.name").ClickAsync();
        var details = window.Page.Locator("tr.job-details");
        await Expect(details.Locator(".coming li")).ToHaveCountAsync(5);
        await Expect(details.Locator(".inner tbody tr").First).ToContainTextAsync("Done");

        await details.GetByRole(AriaRole.Link, new() { Name = "Log" }).First.ClickAsync();
        await Expect(window.Page.Locator(".run-steps li").First).ToContainTextAsync("Audit trail");
        await window.GoAsync("/jobs/runs?q=no+difference");
        await Expect(window.Page.Locator("tbody tr").First).ToContainTextAsync("Nightly proof");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_schedule_is_spelled_out_while_it_is_edited_and_nonsense_is_refused_in_words()
    {
        await using var window = await portal.OpenAsync();
        await window.GoAsync("/jobs?job=platform.nightly-proof");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Edit schedule" }).ClickAsync();
        var cron = window.Page.GetByLabel("Schedule", new() { Exact = true });
        var preview = window.Page.Locator(".preview");

        await cron.FillAsync("30 6 * * 1-5");
        await cron.BlurAsync();
        await Expect(preview).ToContainTextAsync("Monday to Friday at 06:30");
        await Expect(preview.Locator("li")).ToHaveCountAsync(5);
        await cron.FillAsync("0 0 31 2 *");
        await cron.BlurAsync();
        await Expect(preview).ToContainTextAsync("This is never due.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save schedule" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The schedule \"0 0 31 2 *\" is never due.");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_job_is_switched_off_and_on_again()
    {
        await using var window = await portal.OpenAsync();
        await window.GoAsync("/jobs");
        var job = window.Page.Locator("tr.job", new() { HasText = "Reservation release" });
        var onOff = job.GetByRole(AriaRole.Switch);

        await onOff.ClickAsync();
        await Expect(onOff).ToHaveAttributeAsync("aria-checked", "false");
        await Expect(job).ToContainTextAsync("Switched off by");
        await Expect(job).ToContainTextAsync("Not planned");
        await onOff.ClickAsync();
        await Expect(onOff).ToHaveAttributeAsync("aria-checked", "true");
    }

    [Fact]
    public async Task The_schedulers_own_pages_open_to_administrators_only()
    {
        await using var window = await portal.OpenAsync();
        await window.Page.GotoAsync("/hangfire/recurring");
        await Expect(window.Page.Locator("table")).ToContainTextAsync("platform.nightly-proof");
        Assert.Empty(window.Complaints);

        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        var answer = await stranger.GetAsync(new Uri("/hangfire", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var withoutToken = await window.Page.EvaluateAsync<int>("async () => (await fetch('/hangfire/recurring/trigger', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'jobs[]=platform.nightly-proof' })).status");
        Assert.InRange(withoutToken, 400, 403);
    }
}

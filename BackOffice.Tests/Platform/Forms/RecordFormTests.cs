using BackOffice.Portal.Platform.Forms;
using Bunit;

namespace BackOffice.Tests.Platform.Forms;

public sealed class RecordFormTests : IAsyncDisposable
{
    private readonly FormStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<RecordForm<Ticket>> form, string name) => form.Find($"[name={name}]");

    [Fact]
    public void A_field_reads_label_length_and_need_from_the_record()
    {
        var form = stage.Show();
        Assert.Equal("40", Field(form, "Subject").GetAttribute("maxlength"));
        Assert.Equal("Subject", form.Find($"label[for={Field(form, "Subject").Id}]").TextContent);
        Assert.Equal("Remarkoptional", form.Find($"label[for={Field(form, "Note").Id}]").TextContent);
        Assert.Equal("Price", form.Find($"label[for={Field(form, "Price").Id}]").TextContent);
        Assert.Equal("12.5", Field(form, "Price").GetAttribute("value"));
    }

    [Fact]
    public void What_is_entered_reaches_the_record_in_its_own_types()
    {
        var form = stage.Show();
        Field(form, "Subject").Change(" Opera ");
        Field(form, "Note").Change("  ");
        Field(form, "Price").Change("1,234.50");
        Field(form, "Seats").Change("4");
        Field(form, "Mood").Change("2");
        Field(form, "HeldOn").Change("2026-12-24");
        Field(form, "Paid").Change(true);
        var ticket = stage.Ticket;
        Assert.Equal(("Opera", null, 1234.5m, 4, Portal.Platform.Parts.Tone.Warn, new DateOnly(2026, 12, 24), true),
            (ticket.Subject, ticket.Note, ticket.Price, ticket.Seats, ticket.Mood, ticket.HeldOn, ticket.Paid));
        Field(form, "Seats").Change("");
        Field(form, "HeldOn").Change("");
        Assert.Equal((null, null), (ticket.Seats, ticket.HeldOn));
    }

    [Fact]
    public void Faults_stand_at_their_fields_and_in_the_summary_and_nothing_is_attempted()
    {
        var form = stage.Show();
        Field(form, "Subject").Change("");
        Field(form, "Price").Change("twelve");
        form.Find("form").Submit();
        Assert.Empty(stage.Attempts);
        Assert.Equal("2 fields need a change before this ticket can be saved", form.Find(".summary b").TextContent);
        Assert.Equal(["Subject: Subject is missing. Enter it.", "Price: \"twelve\" is not a number. Enter digits with at most one decimal separator."], form.FindAll(".summary li").Select(li => li.TextContent));
        Assert.Equal("true", Field(form, "Price").GetAttribute("aria-invalid"));
        Assert.Equal("twelve", Field(form, "Price").GetAttribute("value"));
        Assert.NotNull(form.Find($"#{Field(form, "Price").GetAttribute("aria-describedby")}"));
        Assert.Equal(12.5m, stage.Ticket.Price);
    }

    [Fact]
    public void The_records_own_rule_is_asked_before_the_door_is()
    {
        var form = stage.Show();
        Field(form, "Price").Change("0");
        Field(form, "Paid").Change(true);
        form.Find("form").Submit();
        Assert.Empty(stage.Attempts);
        Assert.Contains("Enter the price.", form.Find(".field .msg").TextContent, StringComparison.Ordinal);
        Field(form, "Price").Change("5");
        Assert.Empty(form.FindAll(".msg"));
    }

    [Fact]
    public void What_the_door_refuses_is_shown_where_it_belongs_and_a_new_record_stays_new()
    {
        stage.Answer = ticket =>
        {
            ticket.At(7, 1);
            throw new RuleBroken(new Fault("Subject", "\"{0}\" is taken. Choose another one.", "Concert"), new Fault(null, "The hall is closed."));
        };
        var form = stage.Show();
        form.Find("form").Submit();
        Assert.Contains("\"Concert\" is taken. Choose another one.", form.Find(".field .msg").TextContent, StringComparison.Ordinal);
        Assert.Equal("The hall is closed.", form.FindAll(".summary li")[^1].TextContent);
        Assert.True(stage.Ticket.IsNew);
        Assert.Equal(0, stage.Saved);
    }

    [Fact]
    public void A_double_click_saves_once_and_the_next_wish_has_another_key()
    {
        var answer = new TaskCompletionSource();
        stage.Answer = _ => answer.Task;
        var form = stage.Show();
        form.Find("form").Submit();
        form.Find("form").Submit();
        Assert.True(form.Find("[type=submit]").HasAttribute("disabled"));
        answer.SetResult();
        form.WaitForAssertion(() => Assert.Equal(1, stage.Saved));
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Equal(2, stage.Saved));
        Assert.Equal(2, stage.Attempts.Distinct().Count());
        Assert.DoesNotContain(RequestKey.None, stage.Attempts);
    }

    [Fact]
    public void After_a_failure_nobody_can_explain_the_same_wish_keeps_its_key()
    {
        stage.Answer = _ => throw new TimeoutException();
        var form = stage.Show();
        Assert.Throws<TimeoutException>(() => form.Find("form").Submit());
        stage.Answer = null;
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Equal(1, stage.Saved));
        Assert.Equal(stage.Attempts[0], Assert.Single(stage.Attempts.Distinct()));
    }

    [Fact]
    public void A_missing_right_is_said_in_the_form()
    {
        stage.Answer = _ => throw new AccessDenied("inventory.edit");
        var form = stage.Show();
        form.Find("form").Submit();
        Assert.Contains("inventory.edit", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_closed_shows_its_values_and_why()
    {
        var form = stage.Show("October was closed on 3 Nov.");
        Assert.Empty(form.FindAll("input:not([disabled]), button"));
        Assert.Contains("October was closed on 3 Nov.", form.Markup, StringComparison.Ordinal);
        Assert.Equal("12.5", form.FindAll(".ro")[2].TextContent);
    }

    [Fact]
    public void A_value_that_only_the_records_own_methods_change_is_shown_as_text()
    {
        var form = stage.Show();
        Assert.Empty(form.FindAll("[name=Number]"));
        Assert.Equal("T-1", form.Find(".ro").TextContent);
    }
}

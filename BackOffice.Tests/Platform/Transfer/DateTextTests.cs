using System.Globalization;
using BackOffice.Domain.Platform.Transfer;
using FsCheck.Xunit;

namespace BackOffice.Tests.Platform.Transfer;

public class DateTextTests
{
    [Theory]
    [InlineData("1996-07-04", "1996-07-04")]
    [InlineData("1996/7/4", "1996-07-04")]
    [InlineData("1996.07.04", "1996-07-04")]
    [InlineData("19960704", "1996-07-04")]
    [InlineData("16/7/1996", "1996-07-16")]
    [InlineData("7/16/1996", "1996-07-16")]
    [InlineData("7/7/1996", "1996-07-07")]
    [InlineData("04.07.1996", "1996-07-04")]
    [InlineData("4 Jul 1996", "1996-07-04")]
    [InlineData("4-Jul-1996", "1996-07-04")]
    [InlineData("July 4, 1996", "1996-07-04")]
    [InlineData("1996-07-04T08:26:00", "1996-07-04T08:26:00")]
    [InlineData("1996-07-04 8:26", "1996-07-04T08:26:00")]
    [InlineData("7/16/1996 8:26:05 PM", "1996-07-16T20:26:05")]
    [InlineData("16.07.1996, 20:26", "1996-07-16T20:26:00")]
    [InlineData("۱۹۹۶-۰۷-۰۴", "1996-07-04")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void A_date_that_can_mean_one_thing_is_read(string text, string expected)
    {
        Assert.True(DateText.TryRead(new Cell(text), DateOrder.Unknown, out DateTime moment, out var fault), fault?.Text);
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), moment);
    }

    [Theory]
    [InlineData("7/4/1996", "two ways")]
    [InlineData("7-4-1996", "two ways")]
    [InlineData("9999-12-31", "1900 to 2199")]
    [InlineData("31.12.9999", "1900 to 2199")]
    [InlineData("1812-01-01", "1900 to 2199")]
    [InlineData("2023-02-29", "not a day")]
    [InlineData("2023-13-01", "not a day")]
    [InlineData("32/13/2023", "not a day")]
    [InlineData("7/4/96", "two digits")]
    [InlineData("4-Jul-96", "two digits")]
    [InlineData("soon", "not a date")]
    [InlineData("", "not a date")]
    [InlineData("12345", "not a date")]
    [InlineData("2024-01-01T25:00", "not a date")]
    [InlineData("2024-01-01T10:00:00+05:00", "not a date")]
    [InlineData("1/2", "not a date")]
    public void Anything_else_is_refused_with_a_sentence_that_quotes_it(string text, string why)
    {
        Assert.False(DateText.TryRead(new Cell(text), DateOrder.Unknown, out DateTime _, out var fault));
        Assert.Contains(why, fault.Text, StringComparison.Ordinal);
        Assert.StartsWith($"\"{text}\"", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DateOrder.MonthFirst, "1996-07-04")]
    [InlineData(DateOrder.DayFirst, "1996-04-07")]
    public void The_order_of_the_column_decides(DateOrder order, string expected)
    {
        Assert.True(DateText.TryRead(new Cell("7/4/1996"), order, out DateOnly day, out _));
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), day);
    }

    [Fact]
    public void A_date_in_the_other_order_than_its_column_is_refused()
    {
        Assert.False(DateText.TryRead(new Cell("7/16/1996"), DateOrder.DayFirst, out DateOnly _, out var fault));
        Assert.Contains("does not fit", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DateOrder.MonthFirst, "7/4/1996", "7/16/1996")]
    [InlineData(DateOrder.DayFirst, "7/4/1996", "16/7/1996", "1996-01-31")]
    [InlineData(DateOrder.Unknown, "7/4/1996", "8/5/1996")]
    [InlineData(DateOrder.Unknown, "16/7/1996", "7/16/1996")]
    public void The_column_as_a_whole_tells_the_order(DateOrder expected, params string[] cells)
    {
        var column = new DateColumn();
        foreach (var cell in cells) column.Look(new Cell(cell));
        Assert.Equal(expected, column.Order);
    }

    [Fact]
    public void A_point_of_time_with_a_Z_is_UTC_and_any_other_is_the_offices_own()
    {
        Assert.True(DateText.TryRead(new Cell("2024-01-01T10:00:00Z"), DateOrder.Unknown, out DateTime utc, out _));
        Assert.True(DateText.TryRead(new Cell("2024-01-01T10:00:00"), DateOrder.Unknown, out DateTime own, out _));
        Assert.Equal((DateTimeKind.Utc, DateTimeKind.Unspecified), (utc.Kind, own.Kind));
        Assert.Equal(own, utc);
    }

    [Property]
    public void No_text_whatever_makes_reading_fall_over(string? text)
    {
        if (!DateText.TryRead(new Cell(text ?? ""), DateOrder.Unknown, out DateTime _, out var fault)) Assert.NotEmpty(fault.Text);
    }
}

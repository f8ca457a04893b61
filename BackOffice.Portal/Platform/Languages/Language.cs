using System.Globalization;

namespace BackOffice.Portal.Platform.Languages;

/// <summary>A language that the portal speaks.</summary>
/// <param name="Code">As in the address bar and in <c>lang</c>.</param>
/// <param name="OwnName">As its speakers call it.</param>
public sealed record Language(string Code, string OwnName)
{
    /// <summary>Every language that ships; the first is the one of the texts in the code.</summary>
    public static IReadOnlyList<Language> All { get; } = [new("en", "English"), new("ur", "اردو")];

    /// <summary>The culture that forms numbers and dates: Latin digits and the Gregorian calendar in every language.</summary>
    public CultureInfo Culture { get; } = Prepare(Code);

    /// <summary>Whether lines run from right to left.</summary>
    public bool RightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>The language of the current request or circuit.</summary>
    public static Language Current => All.FirstOrDefault(l => l.Code == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? All[0];

    // The minus stays the plain hyphen here, because the component library forms attributes such as tabindex="-1" in the
    // current culture; what people read goes through Figures and gets the true sign.
    private static CultureInfo Prepare(string code)
    {
        var culture = new CultureInfo(code) { NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone() };
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        culture.DateTimeFormat.ShortDatePattern = "d MMM yyyy";
        culture.DateTimeFormat.LongDatePattern = "dddd d MMMM yyyy";
        return CultureInfo.ReadOnly(culture);
    }
}

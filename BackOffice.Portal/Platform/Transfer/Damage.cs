using System.Text;
using System.Xml;
using BackOffice.Domain.Platform;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Says in a sentence what is wrong with a file when the library that takes it apart gives up.</summary>
internal static class Damage
{
    /// <summary>Runs a step of reading.</summary>
    /// <exception cref="RuleBroken">The file is damaged.</exception>
    public static T Named<T>(Func<T> read, string encoding)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (Sentence(problem, encoding) is { } fault)
        {
            throw new RuleBroken(fault);
        }
    }

    /// <summary>Hands on what is read, row by row.</summary>
    /// <exception cref="RuleBroken">The file is damaged from here on.</exception>
    public static IEnumerable<T> Named<T>(IEnumerable<T> rows, string encoding)
    {
        using var row = rows.GetEnumerator();
        Func<bool> next = row.MoveNext;
        while (Named(next, encoding)) yield return row.Current;
    }

    private static Fault? Sentence(Exception problem, string encoding) => problem switch
    {
        DecoderFallbackException => new Fault(null, "The file contains bytes that are not valid {0}. Choose the encoding in which it was saved.", encoding),
        XmlException => new Fault(null, "The spreadsheet is damaged or not safe to read. Save it again as .xlsx."),
        InvalidDataException or EndOfStreamException => new Fault(null, "The spreadsheet is damaged. Save it again as .xlsx."),
        _ => null,
    };
}

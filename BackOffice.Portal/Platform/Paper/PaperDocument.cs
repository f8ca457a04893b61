namespace BackOffice.Portal.Platform.Paper;

/// <summary>A paper of the office as it is to be laid out: a head, and blocks below each other on as many A4 pages as they need.</summary>
public sealed record PaperDocument
{
    /// <summary>What the paper is, as "Purchase order".</summary>
    public required string Title { get; init; }

    /// <summary>Its number or state, beside the title.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Whose paper it is.</summary>
    public required string Company { get; init; }

    /// <summary>The company's address, line by line.</summary>
    public string CompanyAddress { get; init; } = "";

    /// <summary>True when the paper reads from right to left; names in other scripts keep their own direction.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>The template of the page count at the foot.</summary>
    public string PageWords { get; init; } = "Page {0} of {1}";

    /// <summary>When the paper's content came about, in UTC; the same content then gives the same file.</summary>
    public required DateTime At { get; init; }

    /// <summary>What stands on it.</summary>
    public required IReadOnlyList<PaperBlock> Blocks { get; init; }
}

/// <summary>A part of a paper.</summary>
public abstract record PaperBlock;

/// <summary>A label and what it says.</summary>
/// <param name="Label">A noun.</param>
/// <param name="Value">May have several lines.</param>
public sealed record PaperFact(string Label, string Value);

/// <summary>Facts side by side, as addresses or dates; four in a row.</summary>
public sealed record PaperFacts(params IReadOnlyList<PaperFact> Facts) : PaperBlock;

/// <summary>A column of a table.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Weight">Its share of the width.</param>
/// <param name="IsNumber">Numbers stand at the right.</param>
public sealed record PaperColumn(string Title, float Weight = 1, bool IsNumber = false);

/// <summary>A table; its titles are repeated on every page it reaches.</summary>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>Sums below a table; the last one is the one that counts.</summary>
public sealed record PaperTotals(params IReadOnlyList<PaperFact> Sums) : PaperBlock;

/// <summary>Sentences, with a title if need be.</summary>
public sealed record PaperNotes(string Text, string Title = "") : PaperBlock;

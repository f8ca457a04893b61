using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Which column of a file holds which column of a kind, and how its numbers and dates are written.</summary>
/// <param name="Columns">The kind's column to the file's column.</param>
/// <param name="Formats">The kind's column to what a person said, or what was found out, about its notation.</param>
public sealed record ImportMapping(Dictionary<string, string> Columns, Dictionary<string, ColumnFormat> Formats)
{
    /// <summary>Nothing mapped.</summary>
    public static ImportMapping Empty => new([], []);

    /// <summary>A guess by names: the column's own name first, then its aliases; no column of the file is used twice.</summary>
    public static ImportMapping Guess(ImportKind kind, IReadOnlyList<string> titles)
    {
        var free = titles.Select(t => (Title: t, Plain: Plain(t))).ToList();
        var mapping = Empty;
        // Names go before aliases over all columns, so that an alias never takes what another column is called.
        foreach (var names in new Func<ImportColumn, IEnumerable<string>>[] { c => [c.Name], c => c.Aliases })
        {
            foreach (var column in kind.Columns.Where(c => !mapping.Columns.ContainsKey(c.Name)))
            {
                var at = names(column).Select(n => free.FindIndex(f => f.Plain == Plain(n))).FirstOrDefault(i => i >= 0, -1);
                if (at < 0) continue;
                mapping.Columns[column.Name] = free[at].Title;
                free.RemoveAt(at);
            }
        }
        return mapping;
    }

    /// <summary>Refuses a mapping that lacks what every row needs, or names what is not there.</summary>
    internal void Require(ImportKind kind, IReadOnlyList<string> titles)
    {
        foreach (var (column, title) in Columns)
        {
            Rule.Require(kind.Columns.Any(c => c.Name == column), "\"{0}\" is no column of this import. Choose one of: {1}.", column, string.Join(", ", kind.Columns.Select(c => c.Name)));
            Rule.Require(titles.Contains(title), "The file has no column \"{0}\". It has: {1}.", title, string.Join(", ", titles));
        }
        var missing = kind.Columns.Where(c => c.IsRequired && !Columns.ContainsKey(c.Name)).Select(c => c.Name).ToList();
        Rule.Require(missing.Count == 0, "No column of the file holds: {0}. Choose the columns that do.", string.Join(", ", missing));
    }

    /// <summary>What the titles of a file are recognised by when the same sort of file comes again.</summary>
    internal static string HeaderKey(IReadOnlyList<string> titles) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', titles))));

    private static string Plain(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>The mapping that was used last for a kind of import and a row of titles; the next such file gets it by itself.</summary>
[NotAudited("it is a convenience that every import states again")]
public sealed class SavedMapping : Entity
{
    /// <summary>The kind of import.</summary>
    [Required, MaxLength(60)]
    public string Kind { get; internal init; } = "";

    /// <summary>The titles of the file, digested.</summary>
    [Required, MaxLength(64)]
    public string HeaderKey { get; internal init; } = "";

    /// <summary>JSON of the mapping.</summary>
    public string Mapping { get; internal set; } = "{}";
}

internal sealed class SavedMappingMapping : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> builder)
    {
        builder.Property(m => m.Mapping).HasMaxLength(-1);
        builder.HasIndex(m => new { m.Kind, m.HeaderKey }).IsUnique();
    }
}

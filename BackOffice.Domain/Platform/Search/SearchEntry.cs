namespace BackOffice.Domain.Platform.Search;

/// <summary>What quick search knows of a record; kept in the same transaction as the record.</summary>
public sealed class SearchEntry
{
    /// <summary>The kind's number times 2^40 plus the record's id, so that one range holds one kind.</summary>
    public long Id { get; init; }

    /// <summary>The kind of record.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public long RecordId { get; init; }

    /// <summary>Number and name.</summary>
    public required string Title { get; set; }

    /// <summary>Everything else that finds it.</summary>
    public required string Text { get; set; }

    /// <summary>Where the ids of a kind begin.</summary>
    public static long FirstId(int kindNumber) => (long)kindNumber << 40;

    internal static SearchEntry Of(Entity record)
    {
        var kind = RecordKinds.Of(record.GetType());
        var searchable = (ISearchable)record;
        return new SearchEntry { Id = FirstId(kind.Number) + record.Id, Kind = kind.Kind, RecordId = record.Id, Title = Cut(searchable.SearchTitle, 300), Text = Cut(searchable.SearchText, 1000) };
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable(nameof(SearchEntry));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasMaxLength(60);
        builder.Property(s => s.Title).HasMaxLength(300);
        builder.Property(s => s.Text).HasMaxLength(1000);
    }
}

using System.ComponentModel.DataAnnotations.Schema;
using BackOffice.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BackOffice.Tests.Platform.Grids;

internal enum BookState
{
    Shelved,
    Lent,
    Lost,
}

[Table("Books")]
internal sealed class Book
{
    public long Id { get; set; }
    public string Title { get; set; } = "";
    public string? Author { get; set; }
    public decimal Price { get; set; }
    public int? Pages { get; set; }
    public BookState State { get; set; }
    public bool Signed { get; set; }
    public DateOnly? PrintedOn { get; set; }
    public DateTime BoughtAt { get; set; }
}

internal sealed class BookRow
{
    public long Id { get; init; }
    [Searched] public string Title { get; init; } = "";
    [Searched] public string? Author { get; init; }
    public decimal Price { get; init; }
    public int? Pages { get; init; }
    public BookState State { get; init; }
    public bool Signed { get; init; }
    public DateOnly? PrintedOn { get; init; }
    [NotSorted] public DateTime BoughtAt { get; init; }
    [NotFiltered] public string Shelf { get; init; } = "";

    public static IQueryable<BookRow> From(IQueryable<Book> books) => books.Select(b => new BookRow
    {
        Id = b.Id, Title = b.Title, Author = b.Author, Price = b.Price, Pages = b.Pages, State = b.State, Signed = b.Signed,
        PrintedOn = b.PrintedOn, BoughtAt = b.BoughtAt, Shelf = b.Title,
    });
}

/// <summary>A shelf of books in a SQLite file of its own, with the conventions of the house and every SQL text it was asked.</summary>
internal sealed class Shelf : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"shelf-{Guid.NewGuid():N}.db");

    public Shelf()
    {
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public List<string> Asked { get; } = [];

    public ShelfDb Open() => new(new DbContextOptionsBuilder<ShelfDb>().UseSqlite($"Data Source={file};Pooling=False")
        .LogTo(Asked.Add, [RelationalEventId.CommandExecuting]).EnableSensitiveDataLogging().Options);

    public static ShelfDb OpenSqlServer() => new(new DbContextOptionsBuilder<ShelfDb>().UseSqlServer("Server=nowhere").Options);

    public async Task<Shelf> HoldAsync(params IEnumerable<Book> books)
    {
        await using var db = Open();
        db.AddRange(books);
        await db.SaveChangesAsync();
        Asked.Clear();
        return this;
    }

    public async Task<Page<BookRow>> ListAsync(GridQuery query, CancellationToken ct = default)
    {
        await using var db = Open();
        return await BookRow.From(db.Set<Book>()).ToPageAsync(query, ct);
    }

    public void Dispose() => File.Delete(file);
}

internal sealed class ShelfDb(DbContextOptions<ShelfDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var book = modelBuilder.Entity<Book>();
        book.Property(b => b.State).HasConversion<string>();
        if (!Database.IsSqlite()) return;
        book.Property(b => b.Title).UseCollation("NOCASE");
        book.Property(b => b.Author).UseCollation("NOCASE");
        book.Property(b => b.Price).HasConversion(price => (long)(price * 10_000m), whole => whole / 10_000m);
    }
}

using System.Text.Json;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>What a request with a key was answered, so that its repetition gets the same.</summary>
internal sealed class RequestAnswer
{
    private static readonly Func<BackOfficeDb, Guid, IAsyncEnumerable<RequestAnswer>> ByKey = Standing.Question((BackOfficeDb db, Guid key) => db.Set<RequestAnswer>().AsNoTracking().Where(r => r.Key == key));

    public Guid Key { get; init; }
    public required string Actor { get; init; }
    public required string Permission { get; init; }
    public DateTime At { get; init; }
    public string? Answer { get; init; }

    public static async Task<string?> FindAsync(BackOfficeDb db, RequestKey key, string permission, CancellationToken ct)
    {
        if (key == RequestKey.None) return null;
        var earlier = await ByKey(db, key.Value).FirstOrDefaultAsync(ct);
        if (earlier is null) return null;
        if (earlier.Actor != ActorOf(db) || earlier.Permission != permission) throw new AccessDenied(permission);
        return earlier.Answer;
    }

    /// <summary>The answer, to be kept with the work it belongs to; the key is unique, so a second delivery cannot commit.</summary>
    public static RequestAnswer? Of<T>(BackOfficeDb db, RequestKey key, string permission, T answer) =>
        key == RequestKey.None ? null : new RequestAnswer { Key = key.Value, Actor = ActorOf(db), Permission = permission, At = db.Now, Answer = JsonSerializer.Serialize(answer) };

    private static string ActorOf(BackOfficeDb db) => db.Actor.UserId is { } id ? $"user {id}" : db.Actor.Name;
}

/// <summary>A parallel delivery of the same request was faster.</summary>
internal sealed class RequestAlreadyAnswered : Exception;

internal sealed class RequestAnswerMapping : IEntityTypeConfiguration<RequestAnswer>
{
    public void Configure(EntityTypeBuilder<RequestAnswer> builder)
    {
        builder.ToTable(nameof(RequestAnswer));
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).ValueGeneratedNever();
        builder.Property(r => r.Answer).HasMaxLength(-1);
        builder.HasIndex(r => r.At);
    }
}

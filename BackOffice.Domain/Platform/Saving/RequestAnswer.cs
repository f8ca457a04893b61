using System.Text.Json;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>What a request with a key was answered, so that its repetition gets the same.</summary>
internal sealed class RequestAnswer
{
    public Guid Key { get; init; }
    public required string Actor { get; init; }
    public required string Permission { get; init; }
    public DateTime At { get; init; }
    public string? Answer { get; set; }

    public static async Task<string?> FindAsync(BackOfficeDb db, RequestKey key, string permission, CancellationToken ct)
    {
        if (key == RequestKey.None) return null;
        var earlier = await db.Set<RequestAnswer>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key.Value, ct);
        if (earlier is null) return null;
        if (earlier.Actor != ActorOf(db) || earlier.Permission != permission) throw new AccessDenied(permission);
        return earlier.Answer;
    }

    public static async Task ReserveAsync(BackOfficeDb db, RequestKey key, string permission, CancellationToken ct)
    {
        if (key == RequestKey.None) return;
        db.Add(new RequestAnswer { Key = key.Value, Actor = ActorOf(db), Permission = permission, At = db.Now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The only unique column of the row is the key: a parallel delivery of the same request holds it.
            throw new RequestAlreadyAnswered();
        }
    }

    public static Task KeepAsync<T>(BackOfficeDb db, RequestKey key, T answer, CancellationToken ct)
    {
        if (key == RequestKey.None) return Task.CompletedTask;
        var text = JsonSerializer.Serialize(answer);
        return db.Set<RequestAnswer>().Where(r => r.Key == key.Value).ExecuteUpdateAsync(s => s.SetProperty(r => r.Answer, text), ct);
    }

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
        builder.Property(r => r.Answer).HasMaxLength(4000);
        builder.HasIndex(r => r.At);
    }
}

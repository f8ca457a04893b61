using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Domain.Platform.Audit;

/// <summary>What an audit entry tells of.</summary>
public enum AuditAction
{
    /// <summary>A record was created.</summary>
    Created,

    /// <summary>A record was changed.</summary>
    Changed,

    /// <summary>A record was deleted.</summary>
    Deleted,

    /// <summary>A sensitive field was read.</summary>
    Revealed,
}

/// <summary>Who did what to which record, when, in which request, with old and new values. Never changed, never deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>Rises in the order of commits.</summary>
    public long Id { get; internal set; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who.</summary>
    public required string ActorName { get; init; }

    /// <summary>His account.</summary>
    public long? UserId { get; init; }

    /// <summary>On whose behalf.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>In which request, run or command.</summary>
    public required string Request { get; init; }

    /// <summary>What happened.</summary>
    public AuditAction Action { get; init; }

    /// <summary>The kind of record.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public long RecordId { get; init; }

    /// <summary>JSON: field to [old, new]; a new record's fields to [null, value].</summary>
    public required string Changes { get; init; }

    /// <summary>SHA-256 over every field, each with its length before it.</summary>
    internal byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[Id, At.Ticks, UserId ?? -1, (long)Action, RecordId])
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            hash.AppendData(number);
        }
        foreach (var text in (ReadOnlySpan<string>)[ActorName, OnBehalfOf ?? "", Request, Kind, Changes])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64LittleEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}

/// <summary>A small batch of audit entries, sealed: each seal holds the digests of its entries and the hash of the seal before it.</summary>
public sealed class AuditSeal
{
    /// <summary>Rises by one, without a gap: given here and not by the database, whose counters jump.</summary>
    public long Id { get; init; }

    /// <summary>When it was sealed, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The first entry in it.</summary>
    public long FirstEntryId { get; init; }

    /// <summary>The last entry in it.</summary>
    public long LastEntryId { get; init; }

    /// <summary>For each entry its id (8 bytes, little-endian) and its digest (32 bytes).</summary>
    public required byte[] Digests { get; init; }

    /// <summary>Hash of the seal before, all zero for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 over everything above.</summary>
    public byte[] Hash { get; internal set; } = [];

    /// <summary>What the hash has to be.</summary>
    internal byte[] Recompute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[Id, At.Ticks, FirstEntryId, LastEntryId])
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            hash.AppendData(number);
        }
        hash.AppendData(PreviousHash);
        hash.AppendData(Digests);
        return hash.GetHashAndReset();
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(nameof(AuditEntry));
        builder.Property(a => a.Kind).HasMaxLength(60);
        builder.Property(a => a.Request).HasMaxLength(80);
        builder.Property(a => a.Changes).HasMaxLength(-1);
        builder.HasIndex(a => new { a.Kind, a.RecordId });
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable(nameof(AuditSeal));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Digests).HasMaxLength(-1);
        builder.Property(s => s.PreviousHash).HasMaxLength(32);
        builder.Property(s => s.Hash).HasMaxLength(32);
    }
}

using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Search;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>The office's database while one piece of work looks at it; each provider derives from it.</summary>
/// <remarks>Only <see cref="Office"/> opens and saves it. Work done in it ends together or not at all.</remarks>
public abstract class BackOfficeDb(DbContextOptions options) : DbContext(options)
{
    private TimeProvider _time = TimeProvider.System;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Grapevine? _grapevine;

    /// <summary>Who is at work.</summary>
    public Actor Actor { get; private set; } = Actor.Nobody;

    /// <summary>The moment, in UTC.</summary>
    public DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Where the company is.</summary>
    internal TimeZoneInfo Zone => _zone;

    /// <summary>The calendar day where the company is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, _zone));

    /// <summary>What will be announced once the work is committed.</summary>
    internal List<RecordChange> Changes { get; private set; } = [];

    /// <summary>Records that got an id in this work.</summary>
    internal List<Entity> New { get; private set; } = [];

    /// <summary>The work came to nothing: what was new is new again, so that a form can be saved once more.</summary>
    internal void ForgetNew()
    {
        foreach (var record in New) (record.Id, record.Version) = (0, 0);
    }

    internal void Enter(Actor actor, TimeProvider time, TimeZoneInfo zone, Grapevine grapevine, bool tracking)
    {
        (Actor, _time, _zone, _grapevine, Changes, New) = (actor, time, zone, grapevine, [], []);
        // A second attempt starts from what is stored, not from what the first one had loaded.
        ChangeTracker.Clear();
        ChangeTracker.QueryTrackingBehavior = tracking ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        ChangeTracker.AutoDetectChangesEnabled = tracking;
        // A piece of work ends together or not at all: there is nothing to go back to half-way.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>The record with this id.</summary>
    /// <exception cref="RecordMissing">There is none.</exception>
    public async Task<T> FindAsync<T>(long id, CancellationToken ct) where T : Entity =>
        await Set<T>().FirstOrDefaultAsync(e => e.Id == id, ct) ?? throw new RecordMissing(RecordKinds.Of(typeof(T)).Kind, id);

    /// <summary>Takes over what a person entered on a form into the record as it stands, provided nobody saved it meanwhile.</summary>
    /// <returns>The tracked record: a new one, or the stored one with the entered values.</returns>
    /// <exception cref="StaleRecord">Somebody saved it after the person had opened it.</exception>
    public async Task<T> TakeOverAsync<T>(T entered, CancellationToken ct) where T : Entity
    {
        if (entered.IsNew)
        {
            Add(entered);
            return entered;
        }
        var stored = await FindAsync<T>(entered.Id, ct);
        if (stored.Version != entered.Version) throw await StaleAsync(entered, stored, ct);
        Entry(stored).CurrentValues.SetValues(entered);
        return stored;
    }

    /// <summary>Refuses when the record was saved since the person looked at it.</summary>
    public async Task RequireUnchangedAsync<T>(T stored, int versionSeen, CancellationToken ct) where T : Entity
    {
        if (stored.Version != versionSeen) throw await StaleAsync(stored, stored, ct);
    }

    internal async Task<StaleRecord> StaleAsync(Entity yours, Entity theirs, CancellationToken ct)
    {
        var reference = RecordRef.Of(theirs);
        var last = await Set<Audit.AuditEntry>().Where(a => a.Kind == reference.Kind && a.RecordId == reference.Id)
            .OrderByDescending(a => a.Id).Select(a => new { a.ActorName, a.At }).FirstOrDefaultAsync(ct);
        return new StaleRecord(yours, theirs, last?.ActorName, last?.At);
    }

    /// <summary>Carries out what was changed so far, inside the running transaction; needed before set-based statements or when ids are wanted.</summary>
    public Task FlushAsync(CancellationToken ct) => SavingSteps.RunAsync(this, answer: null, ct);

    /// <summary>Tells other rooms what happened, so that they act upon it inside this piece of work.</summary>
    public Task TellAsync<TFact>(TFact fact, CancellationToken ct) where TFact : IFact => _grapevine!.CarryAsync(this, fact, ct);

    /// <summary>Inserts many new records through the same steps as any other (validated, audited, searchable), much faster than one by one.</summary>
    public virtual async Task InsertManyAsync<T>(IReadOnlyList<T> records, CancellationToken ct) where T : Entity
    {
        AddRange(records);
        await FlushAsync(ct);
        ChangeTracker.Clear();
    }

    /// <summary>Writes rows that nobody will change or look at in this work: audit entries, answers.</summary>
    internal virtual Task AppendAsync<T>(IReadOnlyList<T> rows, CancellationToken ct) where T : class
    {
        AddRange(rows);
        return Task.CompletedTask;
    }

    /// <summary>New records of this work that are not in the database yet.</summary>
    internal IEnumerable<T> Unsaved<T>() where T : Entity
    {
        // What is new is tracked as such since it was added; to look through all that was loaded would be in vain.
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        var unsaved = ChangeTracker.Entries<T>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        ChangeTracker.AutoDetectChangesEnabled = looks;
        return unsaved;
    }

    /// <summary>Ids of the records of a kind in which every word of the text occurs, also inside words.</summary>
    /// <param name="kind">As <c>inventory.item</c>.</param>
    /// <param name="text">One word or several.</param>
    /// <param name="most">Only so many, those that were entered first.</param>
    public virtual IQueryable<long> SearchIds(string kind, string text, int? most = null)
    {
        var found = Resembling(RecordKinds.Of(RecordKinds.TypeOf(kind)).Number, text);
        return (most is null ? found : found.OrderBy(entry => entry.Id).Take(most.Value)).Select(entry => entry.RecordId);
    }

    /// <summary>The same without an index over words, for looking at records one by one.</summary>
    protected internal IQueryable<SearchEntry> Resembling(int kindNumber, string text)
    {
        var (first, next) = (SearchEntry.FirstId(kindNumber), SearchEntry.FirstId(kindNumber + 1));
        var found = Set<SearchEntry>().Where(entry => entry.Id >= first && entry.Id < next);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = $"%{GridFiltering.Literal(word)}%";
            found = found.Where(entry => EF.Functions.Like(entry.Title, pattern, "\\") || EF.Functions.Like(entry.Text, pattern, "\\"));
        }
        return found;
    }

    /// <summary>Holds a named lock until the transaction ends: shared among writers, exclusive for who must see all of them finished.</summary>
    public abstract Task LockAsync(string name, bool exclusive, CancellationToken ct);

    /// <summary>Waits for this process's turn to write, where the database has room for one writer only.</summary>
    internal virtual ValueTask<IAsyncDisposable> WaitForWriteTurnAsync(CancellationToken ct) => new(NoTurn.Instance);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Secret>().HaveConversion<SecretConverter>().HaveMaxLength(400);
        configurationBuilder.Properties<TimeZoneInfo>().HaveConversion<TimeZoneConverter>().HaveMaxLength(64);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var type in typeof(BackOfficeDb).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entity)) && !t.IsAbstract).OrderBy(t => t.FullName, StringComparer.Ordinal))
            modelBuilder.Entity(type).ToTable(type.Name);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BackOfficeDb).Assembly);
        // What others point at is not deleted along: only where a mapping says so.
        foreach (var foreignKey in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Cast<IConventionForeignKey>())
        {
            if (!foreignKey.IsOwnership && foreignKey.GetDeleteBehaviorConfigurationSource() is null or ConfigurationSource.Convention) ((IMutableForeignKey)foreignKey).DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private sealed class NoTurn : IAsyncDisposable
    {
        public static readonly NoTurn Instance = new();
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

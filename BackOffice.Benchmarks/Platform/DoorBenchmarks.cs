using BackOffice.Benchmarks.Inventory;
using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;

namespace BackOffice.Benchmarks.Platform;

/// <summary>Passages through the door, and the bare thing beside them.</summary>
[MemoryDiagnoser]
public class DoorBenchmarks
{
    private readonly RequestKey _answered = RequestKey.New();
    private BenchHouse _house = null!;
    private Office _office = null!;
    private ItemCatalog _catalog = null!;
    private SqliteCommand _bare = null!;
    private int _turn;

    /// <summary>A database with 1,000 items and a person with two rights.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        _house = await BenchHouse.OpenAsync("door");
        Warehouse.AddItems(_house, 1000);
        var person = await _house.PersonAsync(InventoryPermissions.View, InventoryPermissions.Edit);
        (_office, _catalog) = (_house.Get<Office>(person), _house.Get<ItemCatalog>(person));
        _bare = _house.Plain().CreateCommand();
        _bare.CommandText = "UPDATE Item SET Name = 'bare', Version = Version + 1 WHERE Id = 2";
        await AgainAsync();
    }

    /// <summary>Closes the database.</summary>
    [GlobalCleanup]
    public async Task CloseAsync()
    {
        _bare.Connection!.Dispose();
        await _house.DisposeAsync();
    }

    /// <summary>The right, and one record.</summary>
    [Benchmark(Description = "read a record")]
    public Task<Item> ReadAsync() => _office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<Item>(1, CancellationToken.None));

    /// <summary>The right, the query of a list and its rows.</summary>
    [Benchmark(Description = "a page of 20 items out of 1,000, sorted by name and filtered")]
    public Task<Page<ItemRow>> PageAsync() => _catalog.ListAsync(new GridQuery { Take = 20, Sorts = [new GridSort("Name")], Filters = [new GridFilter("Status", GridOperator.Is, "Active")] });

    /// <summary>The right, validation, version, audit, search index and a durable commit.</summary>
    [Benchmark(Description = "change a record")]
    public Task ChangeAsync() => _office.ChangeAsync(InventoryPermissions.Edit, async db => (await db.FindAsync<Item>(1, CancellationToken.None)).Name = $"Item {_turn++}");

    /// <summary>The right and the answer that is kept.</summary>
    [Benchmark(Description = "the same wish a second time")]
    public Task AgainAsync() => _office.ChangeAsync(InventoryPermissions.Edit, _answered, async db => { await db.FindAsync<Item>(1, CancellationToken.None); });

    /// <summary>What the disk takes for a durable commit.</summary>
    [Benchmark(Description = "for comparison: one prepared UPDATE by plain SQL, durable")]
    public int Bare() => _bare.ExecuteNonQuery();
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>Fills a database with as many items and movements as a measurement wants, by plain SQL: how they came in is not what is measured.</summary>
internal static class Warehouse
{
    private static readonly string[] Words = ["Copy paper", "Envelope", "Thermal roll", "Barcode label", "Toner", "Drum unit", "Packing tape", "Stretch film", "Carton", "Nitrile gloves", "Network cable", "Battery", "Lamp", "Hinge", "Bracket"];
    private static readonly string[] Kinds = ["white", "black", "large", "small", "80 g", "windowed", "heavy duty", "recycled", "box of ten", "for outdoors", "sterile"];

    /// <summary>Items with their totals, findable by quick search; sizes and figures vary so that sorting has work to do.</summary>
    public static void AddItems(BenchHouse house, int count)
    {
        using var connection = house.Plain();
        Run(connection, $"""
            BEGIN IMMEDIATE;
            CREATE TEMP TABLE Word(Id INTEGER PRIMARY KEY, Text TEXT);
            CREATE TEMP TABLE Sort(Id INTEGER PRIMARY KEY, Text TEXT);
            {Insert("Word", Words)}
            {Insert("Sort", Kinds)}
            INSERT INTO ItemCategory (Id, Name, Path, Version) SELECT value, 'Category ' || value, '/' || value || '/', 1 FROM generate_series(1, 40);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
            INSERT INTO Item (Id, Sku, Name, CategoryId, Unit, Price, Currency, Status, TracksLots, TracksSerials, TracksExpiry, Version)
            SELECT i, printf('ITM-%07d', i * 7919 % 10000000), w.Text || ' ' || s.Text || ' ' || (i % 9973), 1 + i % 40, 'pcs', 10000 + i * 613 % 9000000, 'EUR', 'Active', 0, 0, 0, 1
            FROM n JOIN Word w ON w.Id = i % {Words.Length} JOIN Sort s ON s.Id = i % {Kinds.Length};
            INSERT INTO ItemStock (ItemId, OnHand, Held, InTransit, Reserved, OnOrder, Available, Projected, AverageCost, StockValue, State, ToReorder, MovedAt, Version)
            SELECT Id, 10000 * (Id * 31 % 5000), 0, 0, 0, 10000 * (Id * 17 % 50), 10000 * (Id * 31 % 5000), 10000 * (Id * 31 % 5000 + Id * 17 % 50), Price / 2, 0, CASE WHEN Id * 31 % 5000 = 0 THEN 'OutOfStock' ELSE 'InStock' END, 0, '2026-11-23 06:00:00', 1 FROM Item;
            INSERT INTO SearchEntry (Id, Kind, RecordId, Title, Text) SELECT (101 << 40) + Id, 'inventory.item', Id, Sku || ' ' || Name, '' FROM Item;
            COMMIT;
            INSERT INTO SearchText(SearchText) VALUES ('optimize');
            ANALYZE;
            PRAGMA wal_checkpoint(TRUNCATE);
            """.Replace("generate_series(1, 40)", "(WITH RECURSIVE g(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM g WHERE value < 40) SELECT value FROM g)", StringComparison.Ordinal));
    }

    /// <summary>Runs statements.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Insert(string table, string[] texts) =>
        string.Concat(texts.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {table} VALUES ({i}, '{t}');\n")));
}

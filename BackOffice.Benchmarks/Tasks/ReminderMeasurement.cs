using System.Globalization;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Deadlines;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Benchmarks.Tasks;

/// <summary>The deadline reminders over a million tasks of which twenty thousand are due: the first run tells, the second finds nothing new.</summary>
internal sealed class ReminderMeasurement : Measurement
{
    private const int Tasks = 1_000_000;
    private const int Due = 20_000;
    private const int People = 2_000;

    public override string Name => "reminders";

    public override string Subject => $"deadline reminders over {Tasks:N0} tasks of {People:N0} people, {Due:N0} of them due";

    public override async Task RunAsync(Report report)
    {
        await using var house = await BenchHouse.OpenAsync("reminders", fresh: !File.Exists(Path.Combine(Repository.Artifacts, "reminders.db")));
        // Somebody is always at work: the figure must not hang on the hour at which it is taken.
        var hours = await house.Get<OfficeClock>().HoursAsync();
        if (hours.IsNew)
        {
            (hours.Monday, hours.Tuesday, hours.Wednesday, hours.Thursday, hours.Friday, hours.Saturday, hours.Sunday) = ("00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00");
            await house.Get<OfficeClock>().SaveAsync(hours, RequestKey.None);
            Fill(house);
        }
        using (var plain = house.Plain()) Run(plain, "DELETE FROM Reminder; DELETE FROM Notice;");

        using var peak = new Peak();
        var words = "";
        async Task RemindAsync()
        {
            var run = new RunningJob((_, _, _) => Task.CompletedTask);
            await house.Get<DeadlineReminders>().RunAsync(run, CancellationToken.None);
            words = run.ResultWords!;
        }
        var first = await Clock.TimeAsync(RemindAsync);
        Console.WriteLine(words);
        report.Limit("first run, tells everybody", first / 1000, "s", 20);
        report.Limit("second run, nothing new", await Clock.TimeAsync(RemindAsync) / 1000, "s", 20);
        report.Limit("managed memory at its highest, the whole process", peak.Megabytes, "MB", 300);
        var bare = await Clock.TimeAsync(() =>
        {
            using var plain = house.Plain();
            using var ask = plain.CreateCommand();
            ask.CommandText = "SELECT AssigneeId, COUNT(*), MIN(DueAt) FROM WorkItem WHERE \"Group\" IN ('Backlog', 'ToDo', 'InProgress', 'Waiting') AND DueAt < datetime('now') GROUP BY AssigneeId";
            using var reader = ask.ExecuteReader();
            while (reader.Read()) { }
            return Task.CompletedTask;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain: who has how much due, by one statement: {bare / 1000:0.00} s"));
        var written = await Clock.TimeAsync(() =>
        {
            using var plain = house.Plain();
            Run(plain, "BEGIN IMMEDIATE; CREATE TABLE Bare AS SELECT Id, DueAt, 1 AS Said FROM WorkItem WHERE \"Group\" IN ('Backlog', 'ToDo', 'InProgress', 'Waiting') AND DueAt < datetime('now'); DROP TABLE Bare; COMMIT;");
            return Task.CompletedTask;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain: the same written down by one statement: {written / 1000:0.00} s"));
    }

    private static void Run(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Fill(BenchHouse house)
    {
        using var connection = house.Plain();
        Run(connection, $"""
            PRAGMA cache_size = -400000;
            BEGIN IMMEDIATE;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {People})
            INSERT INTO UserAccount ({Columns(connection, "UserAccount", ("Id", "i"), ("TenantId", "'t'"), ("ObjectId", "'o' || i"), ("Name", "'Person ' || i"), ("Enabled", "1"))} FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {People})
            INSERT INTO Person ({Columns(connection, "Person", ("Id", "i"), ("AccountId", "i"), ("Name", "'Person ' || i"))} FROM n;
            INSERT INTO TaskList ({Columns(connection, "TaskList", ("Id", "1"), ("Name", "'Everything'"), ("Audience", "'Everybody'"), ("RemindBefore", "8"), ("RemindEvery", "8"))};
            INSERT INTO WorkState ({Columns(connection, "WorkState", ("Id", "1"), ("ListId", "1"), ("Group", "'ToDo'"), ("Name", "'To do'"), ("Position", "1"))};
            INSERT INTO WorkState ({Columns(connection, "WorkState", ("Id", "2"), ("ListId", "1"), ("Group", "'Done'"), ("Name", "'Done'"), ("Position", "2"))};
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Tasks})
            INSERT INTO WorkItem ({Columns(connection, "WorkItem", ("Id", "i"), ("Number", "'T-2026-' || i"), ("Title", "'Task number ' || i"), ("ListId", "1"),
                ("StateId", "CASE WHEN i % 2 = 0 THEN 1 ELSE 2 END"), ("Group", "CASE WHEN i % 2 = 0 THEN 'ToDo' ELSE 'Done' END"), ("Rank", "5000000000 + i"), ("Priority", "'Normal'"), ("AssigneeId", $"1 + i / {Tasks / Due} % {People}"),
                ("DueAt", $"CASE WHEN i % {Tasks / Due} = 0 THEN datetime('now', '-' || (i % 20) || ' hours') ELSE datetime('now', '+' || (60 + i % 200) || ' days') END"),
                ("StateSince", "datetime('now')"), ("TouchedAt", "datetime('now')"), ("CreatedAt", "datetime('now')"))} FROM n;
            COMMIT;
            ANALYZE;
            PRAGMA wal_checkpoint(TRUNCATE);
            """);
    }

    // Columns that are not named get what an empty record has, so that a new one does not break the measurement.
    private static string Columns(Microsoft.Data.Sqlite.SqliteConnection connection, string table, params (string Name, string Value)[] named)
    {
        using var ask = connection.CreateCommand();
        ask.CommandText = $"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')";
        using var reader = ask.ExecuteReader();
        var columns = named.ToList();
        while (reader.Read())
        {
            if (reader.GetInt64(2) == 0 || named.Any(n => n.Name == reader.GetString(0))) continue;
            columns.Add((reader.GetString(0), reader.GetString(0) == "Version" ? "1" : reader.GetString(1) == "INTEGER" ? "0" : "''"));
        }
        return $"{string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) SELECT {string.Join(", ", columns.Select(c => c.Value))}";
    }

    /// <summary>Looks at the managed heap ten times a second.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer _timer;
        private long _highest;

        public Peak() => _timer = new Timer(_ => _highest = Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 100);

        public double Megabytes => _highest / 1048576d;

        public void Dispose() => _timer.Dispose();
    }
}

using System.Data;
using System.Globalization;
using BackOffice.Portal.Platform.Data;
using Microsoft.Data.Sqlite;

namespace BackOffice.Tests.Platform.Data;

public sealed class KeptConnectionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backoffice-");
    private readonly KeptConnection _connection;

    public KeptConnectionTests()
    {
        _connection = Open();
        Run(_connection, "CREATE TABLE Page (Id INTEGER PRIMARY KEY, Text TEXT); INSERT INTO Page VALUES (1, 'one'), (2, 'two'), (3, 'three');");
    }

    [Fact]
    public void A_text_asked_again_has_forgotten_what_it_was_asked_before()
    {
        Assert.Equal("one", Text(1));
        Assert.Equal("three", Text(3));
        Assert.Null(Text(4));

        using var without = _connection.CreateCommand();
        without.CommandText = "SELECT Text FROM Page WHERE Id = @id";
        Assert.Throws<InvalidOperationException>(without.ExecuteScalar);
    }

    [Fact]
    public void The_same_text_can_be_asked_while_it_is_being_answered()
    {
        using var outer = _connection.CreateCommand();
        outer.CommandText = "SELECT Text FROM Page ORDER BY Id";
        using var rows = outer.ExecuteReader();
        Assert.True(rows.Read());
        using (var inner = _connection.CreateCommand())
        {
            inner.CommandText = outer.CommandText;
            Assert.Equal("one", inner.ExecuteScalar());
        }
        Assert.True(rows.Read());
        Assert.Equal("two", rows.GetString(0));
    }

    [Fact]
    public void It_stays_open_when_all_is_done_and_closes_over_work_left_undone()
    {
        Text(1);
        _connection.Close();
        Assert.Equal(ConnectionState.Open, _connection.State);

        var half = _connection.CreateCommand();
        half.CommandText = "SELECT Text FROM Page";
        Assert.True(half.ExecuteReader().Read());
        _connection.Close();
        Assert.Equal(ConnectionState.Closed, _connection.State);

        _connection.Open();
        half.Dispose();
        Assert.Equal("two", Text(2));
    }

    [Fact]
    public void A_transaction_left_open_is_rolled_back_when_it_closes()
    {
        _ = _connection.BeginTransaction();
        Run(_connection, "DELETE FROM Page");
        _connection.Close();
        Assert.Equal(ConnectionState.Closed, _connection.State);

        _connection.Open();
        Assert.Equal("one", Text(1));
    }

    [Fact]
    public void A_statement_that_failed_works_the_next_time()
    {
        Assert.Throws<SqliteException>(() => Add(1));
        Add(4);
        Assert.Equal("new", Text(4));
    }

    [Fact]
    public void A_table_changed_by_others_is_seen()
    {
        Assert.Equal("two", Text(2));
        using (var other = Open()) Run(other, "ALTER TABLE Page ADD COLUMN Note TEXT; UPDATE Page SET Text = 'zwei' WHERE Id = 2;");
        Assert.Equal("zwei", Text(2));
    }

    [Fact]
    public void More_texts_than_there_is_room_for_are_answered_all_the_same()
    {
        for (var i = 0; i < 1000; i++)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT {i}");
            Assert.Equal((long)i, command.ExecuteScalar());
        }
        Assert.Equal("one", Text(1));
    }

    public void Dispose()
    {
        _connection.Dispose();
        SqliteConnection.ClearPool(_connection);
        _folder.Delete(recursive: true);
    }

    private KeptConnection Open()
    {
        var connection = new KeptConnection($"Data Source={Path.Combine(_folder.FullName, "pages.db")}");
        connection.Open();
        return connection;
    }

    private string? Text(int id)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT Text FROM Page WHERE Id = @id";
        command.Parameters.AddWithValue("@id", id);
        return (string?)command.ExecuteScalar();
    }

    private void Add(int id)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO Page VALUES (@id, 'new')";
        command.Parameters.AddWithValue("@id", id);
        command.ExecuteNonQuery();
    }

    private static void Run(KeptConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

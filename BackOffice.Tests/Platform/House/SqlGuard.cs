using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BackOffice.Tests.Platform.House;

/// <summary>Reads every SQL text that a test sends to SQLite and refuses what would be wrong: amounts are whole ten-thousandths there, so multiplying or dividing columns applies the scale twice; and some rows of many, without an order, are any rows.</summary>
public sealed partial class SqlGuard : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Look(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Look(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Look(command, result));

    /// <summary>Whether a statement multiplies or divides a column.</summary>
    public static bool MultipliesColumns(string sql) => Product().IsMatch(sql);

    /// <summary>Whether a statement reads some rows without saying which; counting no further than a limit, or clearing away chunk by chunk, is another thing.</summary>
    public static bool TakesAnyRows(string sql) =>
        sql.StartsWith("SELECT", StringComparison.Ordinal) && sql.Contains("LIMIT @", StringComparison.Ordinal) && !sql.Contains("ORDER BY", StringComparison.Ordinal) && !sql.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal);

    private static T Look<T>(DbCommand command, T result) =>
        MultipliesColumns(command.CommandText) ? throw new InvalidOperationException($"A column is multiplied or divided in SQL; do it in C# and store the result: {command.CommandText}")
        : TakesAnyRows(command.CommandText) ? throw new InvalidOperationException($"Rows are taken without an order: {command.CommandText}") : result;

    [GeneratedRegex("""("\w+"\)*\s*[*/]\s*[("@\w])|([\w)"]\s*[*/]\s*\(*"\w+"\."\w+")""")]
    private static partial Regex Product();
}

public sealed class SqlGuardTests
{
    [Theory]
    [InlineData("""SELECT "l"."Quantity" * "l"."Price" FROM "Line" AS "l" """, true)]
    [InlineData("""SELECT SUM("l"."Quantity" / 2) FROM "Line" AS "l" """, true)]
    [InlineData("""SELECT @p * "l"."Price" FROM "Line" AS "l" """, true)]
    [InlineData("""SELECT COUNT(*) FROM "Line" AS "l" WHERE "l"."A" + "l"."B" > 0""", false)]
    [InlineData("""SELECT * FROM "Line" WHERE "Id" = 1""", false)]
    public void Products_of_columns_are_seen(string sql, bool multiplies) => Assert.Equal(multiplies, SqlGuard.MultipliesColumns(sql));

    [Theory]
    [InlineData("""SELECT "l"."Id" FROM "Line" AS "l" LIMIT @p""", true)]
    [InlineData("""SELECT "l"."Id" FROM "Line" AS "l" ORDER BY "l"."Id" LIMIT @p""", false)]
    [InlineData("""SELECT COUNT(*) FROM (SELECT 1 FROM "Line" AS "l" LIMIT @p) AS "l0" """, false)]
    [InlineData("""DELETE FROM "Line" AS "l" WHERE "l"."Id" IN (SELECT "l0"."Id" FROM "Line" AS "l0" LIMIT @p)""", false)]
    public void Rows_that_are_taken_without_an_order_are_seen(string sql, bool any) => Assert.Equal(any, SqlGuard.TakesAnyRows(sql));
}

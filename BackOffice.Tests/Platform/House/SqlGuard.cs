using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BackOffice.Tests.Platform.House;

/// <summary>Reads every SQL text that a test sends to SQLite and refuses what would be wrong there: amounts are whole ten-thousandths, so multiplying or dividing columns applies the scale twice.</summary>
public sealed partial class SqlGuard : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Look(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Look(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Look(command, result));

    /// <summary>Whether a statement multiplies or divides a column.</summary>
    public static bool MultipliesColumns(string sql) => Product().IsMatch(sql);

    private static T Look<T>(DbCommand command, T result) =>
        MultipliesColumns(command.CommandText) ? throw new InvalidOperationException($"A column is multiplied or divided in SQL; do it in C# and store the result: {command.CommandText}") : result;

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
}

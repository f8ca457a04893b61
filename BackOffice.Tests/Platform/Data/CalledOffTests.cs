using BackOffice.Domain.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Tests.Platform.Data;

public sealed class CalledOffTests
{
    private const string WithoutEnd = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) AS Value FROM n";

    [Fact]
    public async Task A_reading_that_nobody_waits_for_any_more_is_stopped_in_the_database_and_the_next_one_runs()
    {
        Assert.SkipUnless(TestHouse.SqlServer is null, "SQL Server stops readings by itself.");
        await using var house = await TestHouse.OpenAsync();
        var office = house.Get<Office>();
        using var waiting = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var asked = Task.Run(() => office.ReadAsync(Permission.SignedIn, db => db.Database.SqlQueryRaw<long>(WithoutEnd).ToListAsync(waiting.Token), waiting.Token), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        Assert.Equal(1, Assert.Single(await office.ReadAsync(Permission.SignedIn, db => db.Database.SqlQueryRaw<long>("SELECT 1 AS Value").ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)));
    }
}

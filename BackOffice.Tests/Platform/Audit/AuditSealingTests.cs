using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Data;
using BackOffice.Tests.Platform.Security;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BackOffice.Tests.Platform.Audit;

public sealed class AuditSealingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<long> UnsealedAsync(TestHouse house) => house.Get<Office>().ReadAsync(PlatformPermissions.Audit, async db =>
        await db.Set<AuditEntry>().MaxAsync(a => a.Id, Ct) - (await db.Set<AuditSeal>().MaxAsync(s => (long?)s.LastEntryId, Ct) ?? 0), Ct);

    [Fact]
    public async Task What_was_written_is_sealed_soon_and_the_rest_when_the_portal_stops()
    {
        await using var portal = await OpenPortal.StartAsync();
        await using var house = portal.House();
        using (var person = new DevBrowser(portal.Address)) await person.SignInAsync("clerk");
        await Patience.UntilAsync(async () => await UnsealedAsync(house) == 0);

        using (var person = new DevBrowser(portal.Address)) await person.SignInAsync("buyer");
        Assert.Equal(0, await portal.Process.StopAsync());

        Assert.Equal(0, await UnsealedAsync(house));
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public void What_a_server_does_after_its_migrations_is_valid_and_can_be_repeated()
    {
        foreach (var batch in SqlServerDb.AfterMigration)
        {
            using var text = new StringReader(batch);
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
            Assert.Empty(errors.Select(e => $"{batch}: {e.Message}"));
            Assert.Matches("^(CREATE OR ALTER|IF EXISTS) ", batch);
        }
        Assert.Equal(["AuditEntry", "AuditSeal"], SqlServerDb.AfterMigration.Where(b => b.Contains("INSTEAD OF UPDATE, DELETE", StringComparison.Ordinal)).Select(b => b.Split(' ')[6]));
    }
}

using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Audit;

/// <summary>Whoever changes the trail behind the house's back is found, and the place is named.</summary>
public sealed class AuditChainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Thirty roles in three seals of ten, and the triggers that forbid forging taken away.</summary>
    private static async Task<TestHouse> SealedAsync()
    {
        var house = await TestHouse.OpenAsync();
        for (var batch = 0; batch < 3; batch++)
        {
            await WriteAsync(house, batch * 10, 10);
            await house.Get<AuditTrail>().SealAsync(Ct);
        }
        foreach (var trigger in TestHouse.SqlServer is null ? (string[])["AuditEntry_NoChange", "AuditEntry_NoDelete", "AuditSeal_NoChange", "AuditSeal_NoDelete"] : ["AuditEntry_WrittenOnce", "AuditSeal_WrittenOnce"])
            await ForgeAsync(house, $"DROP TRIGGER {trigger}");
        return house;
    }

    private static Task WriteAsync(TestHouse house, int from, int count) => house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, db =>
    {
        db.AddRange(Enumerable.Range(from, count).Select(i => new Role { Name = $"Role {i}" }));
        return Task.CompletedTask;
    }, Ct);

    private static Task ForgeAsync(TestHouse house, string sql) => house.Get<Office>().ChangeAsync(PlatformPermissions.Audit, db => db.Database.ExecuteSqlRawAsync(sql, Ct), Ct);

    private static Task<IReadOnlyList<string>> FaultsAsync(TestHouse house) =>
        house.Get<Office>().ReadAsync(PlatformPermissions.Audit, async db => (await new AuditChain(new AuditAnchor(Path.Combine(house.Folder, "audit-head.log"))).RunAsync(db, Ct)).Faults, Ct);

    [Fact]
    public async Task An_untouched_trail_is_in_order()
    {
        await using var house = await SealedAsync();
        Assert.Empty(await FaultsAsync(house));
    }

    [Theory]
    [InlineData("UPDATE AuditEntry SET ActorName = 'Somebody else' WHERE Id = 14", "Entry 14 was edited or swapped: Created platform.role/14 (seal 2).")]
    [InlineData("UPDATE AuditEntry SET UserId = 1 WHERE Id = 14", "Entry 14 was edited or swapped: Created platform.role/14 (seal 2).")]
    [InlineData("UPDATE AuditEntry SET At = '2020-01-01 00:00:00' WHERE Id = 30", "Entry 30 was edited or swapped: Created platform.role/30 (seal 3).")]
    [InlineData("DELETE FROM AuditEntry WHERE Id = 1", "Entry 1 was deleted (seal 1).")]
    [InlineData("DELETE FROM AuditEntry WHERE Id = 15", "Entry 15 was deleted (seal 2).")]
    [InlineData("UPDATE AuditSeal SET Digests = PreviousHash WHERE Id = 2", "Seal 2 was edited.")]
    [InlineData("UPDATE AuditSeal SET At = '2020-01-01 00:00:00' WHERE Id = 2", "Seal 2 was edited.")]
    [InlineData("UPDATE AuditSeal SET LastEntryId = 19 WHERE Id = 2", "Seal 2 was edited.")]
    [InlineData("UPDATE AuditSeal SET Hash = PreviousHash WHERE Id = 2", "Seal 2 was edited.")]
    [InlineData("DELETE FROM AuditSeal WHERE Id = 2", "Seals 2 to 2 are missing.")]
    [InlineData("DELETE FROM AuditSeal WHERE Id = 1", "Seals 1 to 1 are missing.")]
    public async Task A_forgery_is_found_and_its_place_is_named(string forgery, string finding)
    {
        await using var house = await SealedAsync();
        await ForgeAsync(house, forgery);
        Assert.Contains(finding, await FaultsAsync(house));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    public async Task An_entry_slipped_in_is_found(long id)
    {
        await using var house = await SealedAsync();
        // In the place of a deleted one, and below all that was ever given.
        if (id == 0) await ForgeAsync(house, "DELETE FROM AuditEntry WHERE Id = 15");
        var identity = TestHouse.SqlServer is null ? ("", "") : ("SET IDENTITY_INSERT AuditEntry ON;", "SET IDENTITY_INSERT AuditEntry OFF;");
        await ForgeAsync(house, $"{identity.Item1} INSERT INTO AuditEntry (Id, At, ActorName, Request, Action, Kind, RecordId, Changes) VALUES ({(id == 0 ? 15 : id)}, '2026-11-23 09:00:00', 'x', '-', 'Created', 'platform.role', 15, '{{}}'); {identity.Item2}".Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        Assert.Contains(id == 0 ? "Entry 15 was edited or swapped: Created platform.role/15 (seal 2)." : "Entry -7 was inserted after seal 1 was made.", await FaultsAsync(house));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_both_named()
    {
        await using var house = await SealedAsync();
        await ForgeAsync(house, "UPDATE AuditEntry SET Changes = CASE Id WHEN 12 THEN (SELECT Changes FROM AuditEntry WHERE Id = 28) ELSE (SELECT Changes FROM AuditEntry WHERE Id = 12) END, RecordId = CASE Id WHEN 12 THEN 28 ELSE 12 END WHERE Id IN (12, 28)");

        var faults = await FaultsAsync(house);

        Assert.Equal(["Entry 12 was edited or swapped: Created platform.role/28 (seal 2).", "Entry 28 was edited or swapped: Created platform.role/12 (seal 3)."], faults);
    }

    [Fact]
    public async Task A_tail_cut_off_with_its_seal_is_missed_by_the_file_outside()
    {
        await using var house = await SealedAsync();
        await ForgeAsync(house, "DELETE FROM AuditEntry WHERE Id > 20");
        await ForgeAsync(house, "DELETE FROM AuditSeal WHERE Id = 3");

        Assert.Equal(["The tail is cut: seal 3 was written down outside the database, the last one inside is 2."], await FaultsAsync(house));
    }

    [Fact]
    public async Task A_chain_recomputed_without_a_seam_is_not_the_one_written_down_outside()
    {
        await using var house = await SealedAsync();
        await ForgeAsync(house, "UPDATE AuditEntry SET ActorName = 'Somebody else' WHERE Id = 14");
        await ResealAsync(house);

        var faults = await FaultsAsync(house);

        Assert.Equal(2, faults.Count);
        Assert.StartsWith("Seal 2 is not the one written down outside the database at ", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("Seal 3 is not the one written down outside the database at ", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_outside_that_was_cut_is_noticed_but_one_line_lost_in_a_crash_is_not_a_fault()
    {
        await using var house = await SealedAsync();
        var file = Path.Combine(house.Folder, "audit-head.log");
        var lines = (await File.ReadAllLinesAsync(file, Ct)).Where(l => l.Length > 0).ToList();

        await File.WriteAllTextAsync(file, $"\n{lines[0]}\n{lines[1]}\n{lines[2][..30]}", Ct);
        Assert.Empty(await FaultsAsync(house));
        await WriteAsync(house, 100, 1);
        await house.Get<AuditTrail>().SealAsync(Ct);
        Assert.Empty(await FaultsAsync(house));

        File.Delete(file);
        Assert.StartsWith("The heads written down outside the database end at seal 0", Assert.Single(await FaultsAsync(house)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_itself_refuses_changes_on_every_way_but_a_forgers()
    {
        await using var house = await TestHouse.OpenAsync();
        await WriteAsync(house, 0, 1);
        await house.Get<AuditTrail>().SealAsync(Ct);

        foreach (var act in (string[])["UPDATE AuditEntry SET ActorName = 'x'", "DELETE FROM AuditEntry", "UPDATE AuditSeal SET LastEntryId = 5", "DELETE FROM AuditSeal"])
            Assert.Contains("written once", (await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ForgeAsync(house, act))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sealers_at_once_make_one_chain()
    {
        await using var house = await TestHouse.OpenAsync();
        await using var second = house.Second();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            var at = i % 2 == 0 ? house : second;
            await WriteAsync(at, i * 10, 10);
            await at.Get<AuditTrail>().SealAsync(Ct);
        }, Ct)));
        await house.Get<AuditTrail>().SealAsync(Ct);

        Assert.Empty(await FaultsAsync(house));
        var seals = await house.Get<Office>().ReadAsync(PlatformPermissions.Audit, db => db.Set<AuditSeal>().OrderBy(s => s.Id).ToListAsync(Ct), Ct);
        Assert.Equal(120, seals.Sum(s => s.Digests.Length / 40));
        Assert.Equal(seals.Count, (await File.ReadAllLinesAsync(Path.Combine(house.Folder, "audit-head.log"), Ct)).Count(l => l.Length > 0));
    }

    [Fact]
    public async Task Ten_thousand_entries_are_sealed_and_proved_at_once()
    {
        await using var house = await TestHouse.OpenAsync();
        UserAccount[] people = [.. Enumerable.Range(0, 10_000).Select(i => new UserAccount { TenantId = "t", ObjectId = $"{i}", Name = $"Person {i}" })];
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, db => db.InsertManyAsync(people, Ct), Ct);

        Assert.Equal(10_000, await house.Get<AuditTrail>().SealAsync(Ct));
        Assert.Empty(await FaultsAsync(house));
    }

    /// <summary>What a forger with all knowledge would do: every digest and hash made anew.</summary>
    private static async Task ResealAsync(TestHouse house)
    {
        var entries = await house.Get<Office>().ReadAsync(PlatformPermissions.Audit, db => db.Set<AuditEntry>().OrderBy(a => a.Id).ToListAsync(Ct), Ct);
        var previous = new byte[32];
        for (var id = 1; id <= 3; id++)
        {
            var at = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
            var seal = AuditChain.Seal(entries.GetRange((id - 1) * 10, 10), id, previous, at);
            await house.Get<Office>().ChangeAsync(PlatformPermissions.Audit, db => db.Set<AuditSeal>().Where(s => s.Id == seal.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Digests, seal.Digests).SetProperty(x => x.Hash, seal.Hash).SetProperty(x => x.PreviousHash, seal.PreviousHash), Ct), Ct);
            previous = seal.Hash;
        }
    }
}

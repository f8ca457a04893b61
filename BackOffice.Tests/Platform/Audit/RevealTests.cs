using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Audit;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Tests.Platform.Audit;

public sealed class RevealTests
{
    private const string Account = "DE89370400440532013000";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<long> SupplierAsync(TestHouse house) => house.Get<Office>().ChangeAsync(InventoryPermissions.Edit, async db =>
    {
        var supplier = db.Add(new Supplier { Number = "S1", Name = "Tokyo Traders", BankAccount = Secret.Of(Account) }).Entity;
        await db.FlushAsync(Ct);
        return supplier.Id;
    }, Ct);

    private static Task<string> ReadAsync(TestHouse house, Actor who, long id, string reason) =>
        house.As<AuditTrail>(who).RevealAsync<Supplier>(id, s => s.BankAccount, nameof(Supplier.BankAccount), reason, Ct);

    [Fact]
    public async Task Reading_a_sensitive_field_is_written_down_with_its_reason_and_the_value_is_not()
    {
        await using var house = await TestHouse.OpenAsync();
        var id = await SupplierAsync(house);
        var anna = await house.PersonAsync("Anna", PlatformPermissions.Reveal, InventoryPermissions.View);

        Assert.Equal(Account, await ReadAsync(house, anna, id, "Payment of order 17"));

        var history = await house.As<AuditTrail>(anna).HistoryAsync(RecordRef.Of<Supplier>(id), ct: Ct);
        Assert.Equal((AuditAction.Revealed, "Anna"), (history[0].Action, history[0].ActorName));
        Assert.Contains("Payment of order 17", history[0].Changes, StringComparison.Ordinal);
        Assert.All(history, h => Assert.DoesNotContain(Account[..^4], h.Changes, StringComparison.Ordinal));
        Assert.Contains("•••• 3000", history[^1].Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_it_without_a_reason_the_right_to_reveal_or_the_right_to_the_record()
    {
        await using var house = await TestHouse.OpenAsync();
        var id = await SupplierAsync(house);
        var anna = await house.PersonAsync("Anna", PlatformPermissions.Reveal, InventoryPermissions.View);

        await Assert.ThrowsAsync<RuleBroken>(() => ReadAsync(house, anna, id, "    no   "));
        await Assert.ThrowsAsync<AccessDenied>(async () => await ReadAsync(house, await house.PersonAsync("Ben", InventoryPermissions.View), id, "Payment of order 17"));
        await Assert.ThrowsAsync<AccessDenied>(async () => await ReadAsync(house, await house.PersonAsync("Cleo", PlatformPermissions.Reveal), id, "Payment of order 17"));

        Assert.DoesNotContain(await house.As<AuditTrail>(anna).HistoryAsync(RecordRef.Of<Supplier>(id), ct: Ct), h => h.Action == AuditAction.Revealed);
    }

    [Fact]
    public async Task The_trail_is_told_in_the_readers_words()
    {
        await using var house = await TestHouse.OpenAsync();
        var texts = new Texts();
        var words = new AuditWords(texts, new Reader(house.Get<Office>().Company, house.Clock, texts));

        Assert.Equal("Supplier", words.Kind("inventory.supplier"));
        Assert.Equal(
            [new AuditChange("Name", "Buyer", "Head buyer"), new AuditChange("Lead time in days", "–", "1,284"), new AuditChange("Enabled", "Yes", "No"), new AuditChange("At", "–", "Today 10:00")],
            words.Changes("inventory.supplier", """{"Name":["Buyer","Head buyer"],"LeadDays":[null,1284],"Enabled":[true,false],"At":[null,"2026-11-23T09:00:00.0000000Z"]}"""));
        Assert.Equal("A b 1 → 2 · C 3 · 1 more", words.Brief("RoleMember", """{"AB":[1,2],"C":[null,3],"D":[null,4]}""", fields: 2));
    }
}

using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Calendars;

/// <summary>The office's working time: what administrators set, and the calendar it makes.</summary>
public sealed class OfficeClock(Office office)
{
    /// <summary>The hours as they stand; the usual week until somebody saved others.</summary>
    public Task<OfficeHours> HoursAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, db => HoursAsync(db, ct), ct);

    /// <summary>Saves other hours.</summary>
    public Task SaveAsync(OfficeHours hours, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, key, async db =>
        {
            var exists = await db.Set<OfficeHours>().AnyAsync(ct);
            Rule.Require(!hours.IsNew || !exists, "Somebody else has just written down the office hours. Open the page again.");
            await db.TakeOverAsync(hours, ct);
        }, ct);

    /// <summary>The company's calendar, inside a piece of work.</summary>
    internal static async Task<WorkingCalendar> CalendarAsync(BackOfficeDb db, Company company, CancellationToken ct) =>
        (await HoursAsync(db, ct)).In(company.TimeZone);

    /// <summary>The hours as they stand, inside a piece of work.</summary>
    internal static async Task<OfficeHours> HoursAsync(BackOfficeDb db, CancellationToken ct) =>
        await db.Set<OfficeHours>().AsNoTracking().OrderBy(h => h.Id).FirstOrDefaultAsync(ct) ?? new OfficeHours();
}

using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.Chart;

/// <summary>The organization chart as of a day, level by level: one question a level, never one a seat.</summary>
public sealed class OrganizationChart(Office office)
{
    /// <summary>The most seats that one drawing holds.</summary>
    public const int MostDrawn = 1000;

    private static readonly IReadOnlyList<ISeatLoad> Loads =
        [.. typeof(ISeatLoad).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISeatLoad))).Select(t => (ISeatLoad)Activator.CreateInstance(t)!)];

    /// <summary>The seats at the top.</summary>
    public Task<IReadOnlyList<ChartSeat>> TopAsync(DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => SeatsAsync(db, db.Set<Placement>().Where(p => p.SuperiorId == null), day, ct), ct);

    /// <summary>The seats that report to any of these.</summary>
    public Task<IReadOnlyList<ChartSeat>> BelowAsync(IReadOnlyCollection<long> superiors, DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => SeatsAsync(db, db.Set<Placement>().Where(p => p.SuperiorId != null && superiors.Contains(p.SuperiorId.Value)), day, ct), ct);

    /// <summary>The way from the top down to a seat, without the seat itself.</summary>
    public Task<List<long>> WayToAsync(long positionId, DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => db.Set<CommandLink>().On(day).Where(l => l.BelowId == positionId).OrderByDescending(l => l.Depth).Select(l => l.AboveId).ToListAsync(ct), ct);

    /// <summary>The seat of the person at the door; none when he holds none on that day.</summary>
    public Task<long?> MineAsync(DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, async db =>
        {
            var mine = from person in db.Set<Person>()
                       where person.AccountId != null && person.AccountId == db.Actor.UserId
                       join held in db.Set<Holding>().On(day) on person.Id equals held.PersonId
                       orderby held.Besides, held.Id
                       select (long?)held.PositionId;
            return await mine.FirstOrDefaultAsync(ct);
        }, ct);

    /// <summary>Everything below a seat, or the whole chart, so many levels deep, for a drawing; each seat after the one above it.</summary>
    /// <exception cref="RuleBroken">It would be too large to be read.</exception>
    public Task<IReadOnlyList<ChartSeat>> DrawnAsync(long? fromId, int levels, DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<ChartSeat>>(OrganizationPermissions.View, async db =>
        {
            var (links, placements) = (db.Set<CommandLink>().On(day), db.Set<Placement>());
            var drawn = fromId is { } from
                ? placements.Where(p => p.PositionId == from || links.Any(l => l.AboveId == from && l.BelowId == p.PositionId && l.Depth < levels))
                : placements.Where(p => links.Count(l => l.BelowId == p.PositionId) < levels);
            Rule.Require(await drawn.On(day).Take(MostDrawn + 1).CountAsync(ct) <= MostDrawn, "More than {0} positions cannot be read on one drawing. Draw fewer levels, or begin further down.", MostDrawn);
            var seats = await SeatsAsync(db, drawn, day, ct);
            var children = seats.ToLookup(s => s.Id == fromId ? null : s.SuperiorId);
            var ordered = new List<ChartSeat>();
            Walk(null, 0);
            return ordered;

            void Walk(long? under, int depth)
            {
                foreach (var seat in children[under])
                {
                    ordered.Add(seat with { Depth = depth });
                    Walk(seat.Id, depth + 1);
                }
            }
        }, ct);

    /// <summary>What waits at these seats, as far as the person at the door stands above them or keeps the structure; nothing when no room counts such work.</summary>
    public Task<IReadOnlyList<SeatLoad>> LoadsAsync(IReadOnlyCollection<long> seats, DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<SeatLoad>>(OrganizationPermissions.View, async db =>
        {
            if (Loads.Count == 0 || seats.Count == 0) return [];
            var shown = seats;
            if (!await RightsCheck.HoldsAsync(db, OrganizationPermissions.Edit, ct))
            {
                var mine = from person in db.Set<Person>()
                           where person.AccountId != null && person.AccountId == db.Actor.UserId
                           join held in db.Set<Holding>().On(day) on person.Id equals held.PersonId
                           select held.PositionId;
                shown = await db.Set<Position>().Where(p => seats.Contains(p.Id) && (mine.Contains(p.Id) || db.Set<CommandLink>().On(day).Any(l => l.BelowId == p.Id && mine.Contains(l.AboveId)))).Select(p => p.Id).ToListAsync(ct);
            }
            var loads = new List<SeatLoad>();
            foreach (var load in Loads) loads.AddRange(await load.OfAsync(db, shown, day, ct));
            return [.. loads.GroupBy(l => l.PositionId).Select(same => new SeatLoad(same.Key, same.Sum(l => l.Waiting), same.Min(l => l.OldestAt), same.Sum(l => l.Overdue)))];
        }, ct);

    private static async Task<IReadOnlyList<ChartSeat>> SeatsAsync(BackOfficeDb db, IQueryable<Placement> placements, DateOnly day, CancellationToken ct)
    {
        var (all, links, lines) = (db.Set<Placement>().On(day), db.Set<CommandLink>().On(day), db.Set<DottedLine>().On(day));
        return await (from placed in placements.On(day)
                      join position in db.Set<Position>() on placed.PositionId equals position.Id
                      join department in db.Set<Department>() on placed.DepartmentId equals department.Id
                      join held in db.Set<Holding>().On(day) on position.Id equals held.PositionId into holdings
                      from held in holdings.DefaultIfEmpty()
                      join person in db.Set<Person>() on held.PersonId equals person.Id into people
                      from person in people.DefaultIfEmpty()
                      orderby department.Name, position.Title, position.Id
                      select new ChartSeat
                      {
                          Id = position.Id, SuperiorId = placed.SuperiorId, Title = position.Title, Department = department.Name, HolderId = (long?)person.Id, Holder = person.Name, Besides = (bool?)held.Besides == true,
                          Direct = all.Count(p => p.SuperiorId == position.Id), Below = links.Count(l => l.AboveId == position.Id),
                          Dotted = (from line in lines where line.PositionId == position.Id join to in db.Set<Position>() on line.ToPositionId equals to.Id orderby to.Title select new ChartLine(to.Id, to.Title, line.Purpose)).ToList(),
                      }).ToListAsync(ct);
    }
}

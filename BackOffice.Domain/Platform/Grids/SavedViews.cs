using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Grids;

/// <summary>The views that each person keeps of each list; nobody sees another person's.</summary>
public sealed class SavedViews(Office office)
{
    /// <summary>More than these help nobody.</summary>
    public const int MostOfAList = 20;

    /// <summary>The person's views of a list, in the order in which he kept them.</summary>
    public Task<List<SavedView>> OfAsync(string list, CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, db => Mine(db, list).OrderBy(v => v.Id).ToListAsync(ct), ct);

    /// <summary>Keeps what the person sees under a name; a view of that name is replaced.</summary>
    public Task KeepAsync(string list, string name, string query, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            var userId = office.Actor.UserId ?? throw new RuleBroken("Views are kept by people, not by the house.");
            var called = name.Trim();
            var views = await Mine(db, list).ToListAsync(ct);
            var view = views.Find(v => string.Equals(v.Name, called, StringComparison.OrdinalIgnoreCase));
            if (view is null)
            {
                Rule.Require(views.Count < MostOfAList, "You keep {0} views of this list already. Remove one of them first.", views.Count);
                db.Add(view = new SavedView { UserId = userId, List = list });
            }

            (view.Name, view.Query) = (called, query);
        }, ct);

    /// <summary>Forgets a view of the person's own.</summary>
    public Task ForgetAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            var view = await db.FindAsync<SavedView>(id, ct);
            if (view.UserId != office.Actor.UserId) throw new RecordMissing("view", id);
            db.Remove(view);
        }, ct);

    private IQueryable<SavedView> Mine(BackOfficeDb db, string list) => db.Set<SavedView>().Where(v => v.UserId == office.Actor.UserId && v.List == list);
}

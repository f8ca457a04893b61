using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Lists;

/// <summary>Which lists, and so which tasks, somebody meets; one filter for list, search, count, board and export.</summary>
public static class ListAccess
{
    /// <summary>The lists that are open to somebody for reading.</summary>
    public static IQueryable<TaskList> VisibleTo(this IQueryable<TaskList> lists, Actor actor, BackOfficeDb db)
    {
        if (actor.IsHouse) return lists;
        var all = RightsCheck.Grants(db, actor.UserId ?? 0, TasksPermissions.All);
        var opened = Memberships.OfAccount(db, actor.UserId ?? 0).Select(m => m.ListId);
        return lists.Where(l => l.Audience != Audience.Members || opened.Contains(l.Id) || all.Any());
    }

    /// <summary>The lists in which somebody may work.</summary>
    public static IQueryable<TaskList> EditableBy(this IQueryable<TaskList> lists, Actor actor, BackOfficeDb db)
    {
        if (actor.IsHouse) return lists;
        var all = RightsCheck.Grants(db, actor.UserId ?? 0, TasksPermissions.All);
        var opened = Memberships.OfAccount(db, actor.UserId ?? 0).Where(m => m.MayEdit).Select(m => m.ListId);
        return lists.Where(l => l.Audience == Audience.Everybody || opened.Contains(l.Id) || all.Any());
    }

    /// <summary>The tasks that somebody may see.</summary>
    public static IQueryable<WorkItem> VisibleTo(this IQueryable<WorkItem> items, Actor actor, BackOfficeDb db)
    {
        if (actor.IsHouse) return items;
        var lists = db.Set<TaskList>().VisibleTo(actor, db).Select(l => l.Id);
        return items.Where(i => lists.Contains(i.ListId));
    }

    /// <summary>A list with its states, for somebody who may work in it.</summary>
    /// <exception cref="RecordMissing">It is not there, or not open to him.</exception>
    internal static async Task<TaskList> EditableListAsync(this BackOfficeDb db, long listId, CancellationToken ct)
    {
        var list = await db.VisibleListAsync(listId, ct);
        Rule.Require(await db.Set<TaskList>().Where(l => l.Id == listId).EditableBy(db.Actor, db).AnyAsync(ct), "You may read {0} but not work in it. Ask one of its members.", list.Name);
        return list;
    }

    /// <summary>A list with its states, for somebody to whom it is open.</summary>
    /// <exception cref="RecordMissing">It is not there, or not open to him.</exception>
    internal static async Task<TaskList> VisibleListAsync(this BackOfficeDb db, long listId, CancellationToken ct) =>
        await db.Set<TaskList>().Include(l => l.States).VisibleTo(db.Actor, db).FirstOrDefaultAsync(l => l.Id == listId, ct) ?? throw new RecordMissing("tasks.list", listId);

    /// <summary>The people to whom a list is open: members, those who see every list, and everybody if it is open to all.</summary>
    /// <remarks>Somebody who has never signed in counts as long as the list is open to him: the work may wait for his first day.</remarks>
    internal static IQueryable<Person> PeopleOf(BackOfficeDb db, TaskList list)
    {
        var (id, open, today) = (list.Id, list.Audience != Audience.Members, db.Today);
        var members = Memberships.PeopleOf(db, id);
        var readers = RightsCheck.Holders(db, TasksPermissions.View);
        var all = RightsCheck.Holders(db, TasksPermissions.All);
        return db.Set<Person>().Where(p => (p.LeftOn == null || p.LeftOn > today) && (p.AccountId == null || readers.Contains(p.AccountId.Value)) && (open || members.Contains(p.Id) || all.Contains(p.AccountId!.Value)));
    }

    /// <summary>Refuses people to whom the list is not open.</summary>
    internal static async Task RequireSeenByAsync(BackOfficeDb db, TaskList list, IReadOnlyCollection<long> personIds, CancellationToken ct)
    {
        if (personIds.Count == 0) return;
        var seeing = await PeopleOf(db, list).Where(p => personIds.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        var blind = personIds.Except(seeing).ToList();
        if (blind.Count == 0) return;
        var names = await db.Set<Person>().Where(p => blind.Contains(p.Id)).Select(p => p.Name).OrderBy(n => n).ToListAsync(ct);
        throw new RuleBroken(new Fault(null, "{0} may not see {1}. Make them a member of the list first, or choose somebody else.", string.Join(", ", names), list.Name));
    }
}

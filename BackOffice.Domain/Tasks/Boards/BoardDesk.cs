using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>Where boards are looked at and cards are moved.</summary>
public sealed class BoardDesk(Office office)
{
    /// <summary>Lets somebody up to a board.</summary>
    /// <returns>Whether he may move cards, and who he is.</returns>
    /// <exception cref="RecordMissing">There is no such list, or it is not open to him.</exception>
    public Task<BoardPass> EnterAsync(BoardPlan plan, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleListAsync(plan.ListId, ct);
            var edits = await RightsCheck.HoldsAsync(db, TasksPermissions.Edit, ct) && await db.Set<TaskList>().Where(l => l.Id == plan.ListId).EditableBy(db.Actor, db).AnyAsync(ct);
            return new BoardPass(db.Actor.Name, (await Organization.People.PeopleReading.ActingPersonAsync(db, ct))?.Id, edits);
        }, ct);

    /// <summary>How the whole board stands.</summary>
    public Task<BoardSnapshot> ReadAsync(BoardPlan plan, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => BoardReading.SnapshotAsync(db, plan, office.Company.TimeZone, ct), ct);

    /// <summary>How boards stand after these tasks were changed: one question for all of them.</summary>
    /// <returns>In their order; null for a board that has to be read anew.</returns>
    public Task<List<BoardSnapshot?>> FollowAsync(IReadOnlyList<BoardSnapshot> boards, IReadOnlyCollection<long> touched, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            var rows = await BoardReading.RowsOf(db, office.Company.TimeZone).Where(r => touched.Contains(r.Id)).ToListAsync(ct);
            var after = new List<BoardSnapshot?>();
            foreach (var board in boards)
            {
                var here = rows.Where(r => r.ListId == board.Plan.ListId).ToDictionary(r => r.Id);
                var news = here.Count == 0 ? [] : await BoardNews.ReadAsync(db, board.Plan.ListId, here.Keys, db.Now.AddMinutes(-1), ct);
                after.Add(board.With(here, touched, news));
            }
            return after;
        }, ct);

    /// <summary>Moves a card: what its new column and lane stand for becomes true of the task. It takes what stands now, so two who move the same card lose nothing: the second has the last word.</summary>
    /// <returns>What a full column has to say, when it does not refuse.</returns>
    /// <exception cref="RuleBroken">A rule does not let the card go there.</exception>
    public Task<Fault?> MoveAsync(BoardPlan plan, BoardMove move, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var (item, list) = await db.EditableTaskAsync(move.CardId, ct);
            Rule.Require(item.ListId == plan.ListId, "{0} belongs to another list by now. Look for it on that list's board.", item.Number);
            var moves = new BoardMoves(db, list, item, office.Company.TimeZone);
            var said = await moves.PutAsync(plan.Columns, move.Column, move.Spot, ct);
            if (plan.Lanes is { } lanes && move.Lane is { } lane) said = await moves.PutAsync(lanes, lane, null, ct) ?? said;
            item.TouchedAt = db.Now;
            return said;
        }, ct);
}

/// <summary>Who stands before a board.</summary>
/// <param name="Name">His name.</param>
/// <param name="PersonId">The person he is.</param>
/// <param name="MayMove">He may move cards.</param>
public sealed record BoardPass(string Name, long? PersonId, bool MayMove);

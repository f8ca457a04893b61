using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Domain.Inventory.Reservations;

/// <summary>Gives back what was promised until a day that has passed.</summary>
[Recurring("inventory.release-reservations", "15 0 * * *", "Releases reservations whose last day has passed")]
public sealed class ReservationRelease(Office office) : IJob
{
    private const int Chunk = 500;

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        for (var released = Chunk; released == Chunk;)
        {
            released = await office.ChangeAsync(InventoryPermissions.Move, async db =>
            {
                var today = db.Today;
                var ended = await db.Set<Reservation>().Where(r => r.Until < today).OrderBy(r => r.Id).Take(Chunk).ToListAsync(ct);
                await ReservationBook.ReleaseAsync(db, ended, ct);
                return ended.Count;
            }, ct);
            run.Touch(released);
            await run.ProgressAsync(run.Touched, null, ct);
        }
        run.Result(run.Touched == 0 ? new Saying("No reservation has ended") : run.Touched == 1 ? new Saying("1 reservation released") : new Saying("{0:N0} reservations released", run.Touched));
    }
}

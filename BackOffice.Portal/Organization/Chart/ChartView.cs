using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.Chart;

namespace BackOffice.Portal.Organization.Chart;

/// <summary>The organization chart as one reader has opened it: which seats are known, and which stand open.</summary>
public sealed class ChartView(OrganizationChart chart)
{
    private readonly Dictionary<long, IReadOnlyList<ChartSeat>> _below = [];
    private readonly HashSet<long> _open = [];
    private readonly Dictionary<long, SeatLoad> _loads = [];
    private IReadOnlyList<ChartSeat>? _top;

    /// <summary>As of which day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The top has been read.</summary>
    public bool IsRead => _top is not null;

    /// <summary>Seats on the whole chart.</summary>
    public int Total => _top?.Sum(s => s.Below + 1) ?? 0;

    /// <summary>Every seat that shows, in order.</summary>
    public IEnumerable<(ChartSeat Seat, int Depth)> Rows() => Rows(_top ?? [], 0);

    /// <summary>Whether the seats below one show.</summary>
    public bool IsOpen(ChartSeat seat) => _open.Contains(seat.Id);

    /// <summary>What waits there; null when nothing does or the reader does not stand above it.</summary>
    public SeatLoad? Load(long seat) => _loads.GetValueOrDefault(seat);

    /// <summary>Reads the chart of a day anew: the top with its first level, and whatever stood open.</summary>
    public async Task ReadAsync(DateOnly day)
    {
        var open = _open.ToList();
        (Day, _top) = (day, await chart.TopAsync(day));
        _below.Clear();
        _open.Clear();
        _loads.Clear();
        await LearnLoadsAsync(_top);
        await OpenAsync([.. _top.Select(s => s.Id).Union(open)]);
    }

    /// <summary>Opens or closes a seat.</summary>
    public Task ToggleAsync(ChartSeat seat)
    {
        if (_open.Remove(seat.Id)) return Task.CompletedTask;
        return OpenAsync([seat.Id]);
    }

    /// <summary>Opens the way down to a seat.</summary>
    public async Task ShowAsync(long seat) => await OpenAsync(await chart.WayToAsync(seat, Day));

    // One question for all the levels that are not known yet.
    private async Task OpenAsync(IReadOnlyCollection<long> seats)
    {
        var unknown = seats.Where(s => !_below.ContainsKey(s)).ToList();
        if (unknown.Count > 0)
        {
            var found = await chart.BelowAsync(unknown, Day);
            foreach (var seat in unknown) _below[seat] = [.. found.Where(s => s.SuperiorId == seat)];
            await LearnLoadsAsync(found);
        }
        _open.UnionWith(seats.Where(s => _below[s].Count > 0));
    }

    private async Task LearnLoadsAsync(IReadOnlyList<ChartSeat> seats)
    {
        foreach (var load in await chart.LoadsAsync([.. seats.Select(s => s.Id)], Day)) _loads[load.PositionId] = load;
    }

    private IEnumerable<(ChartSeat, int)> Rows(IReadOnlyList<ChartSeat> seats, int depth)
    {
        foreach (var seat in seats)
        {
            yield return (seat, depth);
            if (!_open.Contains(seat.Id)) continue;
            foreach (var below in Rows(_below[seat.Id], depth + 1)) yield return below;
        }
    }
}

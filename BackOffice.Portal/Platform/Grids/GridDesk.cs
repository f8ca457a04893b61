using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>What a person does with a list: he moves in it, and rows, address and selection follow.</summary>
public sealed class GridDesk<TRow> : IDisposable where TRow : class
{
    private readonly NavigationManager _navigation;
    private readonly GridAddress? _address;
    private readonly string _path;
    private readonly Func<Task> _changed;
    private readonly Action<Task> _watch;

    /// <summary>Opens a list in the state that the address asks for.</summary>
    /// <param name="list">The use case.</param>
    /// <param name="home">How the list looks when the address says nothing.</param>
    /// <param name="address">The list's part of the address; null keeps the address out of it.</param>
    /// <param name="navigation">Where the address stands.</param>
    /// <param name="changed">Draws.</param>
    /// <param name="watch">Looks after work that nobody awaits, so that its failure is seen.</param>
    public GridDesk(Func<GridQuery, CancellationToken, Task<Page<TRow>>> list, GridState home, GridAddress? address, NavigationManager navigation, Func<Task> changed, Action<Task> watch)
    {
        (_address, _navigation, _changed, _watch, Home) = (address, navigation, changed, watch, home);
        Source = new GridSource<TRow>(list);
        Layout = new GridLayout<TRow>(() => watch(changed()));
        _path = PathOf(_navigation.Uri);
        State = _address?.Read(_navigation.Uri) ?? home;
        Layout.Choose(State.Columns);
        _navigation.LocationChanged += FollowAddress;
    }

    /// <summary>The list when nobody asked for anything.</summary>
    public GridState Home { get; }

    /// <summary>What is asked for.</summary>
    public GridState State { get; private set; }

    /// <summary>The rows.</summary>
    public GridSource<TRow> Source { get; }

    /// <summary>The columns.</summary>
    public GridLayout<TRow> Layout { get; }

    /// <summary>The picked rows.</summary>
    public GridSelection Selection { get; } = new();

    /// <summary>Raised by one with every page shown, so that a key pressed on an earlier one is known as late.</summary>
    public int Turn { get; private set; }

    /// <summary>Called when the search was changed by something other than typing.</summary>
    public Action<string>? SearchMoved { get; set; }

    /// <summary>The ids of the rows shown.</summary>
    public IReadOnlyList<long> Ids => [.. (Source.Page?.Rows ?? []).Select(IdOf)];

    /// <summary>The id of a row.</summary>
    public Func<TRow, long> IdOf { get; } = GridColumns.Of(typeof(TRow)).Find("Id")?.GetMethod?.CreateDelegate<Func<TRow, long>>()
        ?? throw new InvalidOperationException($"{typeof(TRow).Name} needs an Id.");

    /// <summary>Shows another state of the list, and writes it into the address once its rows are there.</summary>
    public async Task GoAsync(GridState next, bool typing = false)
    {
        var (before, known) = (State, _address?.Write(State));
        var sameRows = next.ToQuery(null).Equals(before.ToQuery(null)) && next.Sorts.SequenceEqual(before.Sorts) && next.Filters.SequenceEqual(before.Filters);
        Take(next, typing);
        if (sameRows) await _changed();
        else if (!await LoadAsync()) return;
        if (_address is not null && _address.Write(State) != known)
            _navigation.NavigateTo(_address.Write(_navigation.Uri, State), new NavigationOptions { ReplaceHistoryEntry = typing && before.Search.Length > 0 });
    }

    /// <summary>Reads the page again and counts again.</summary>
    public Task RefreshAsync()
    {
        Source.ForgetTotal();
        return LoadAsync();
    }

    /// <summary>Reads the page; the rows of before stay until the new ones are there.</summary>
    /// <returns>Whether these rows are the latest that were asked for.</returns>
    public async Task<bool> LoadAsync()
    {
        if (!await Source.AskAsync(State)) return false;
        Turn++;
        if (Source is { Refusal: null, Page: { Rows.Count: 0, Total: > 0 } page } && State.Page > 1)
        {
            State = State with { Page = ((page.Total - 1) / State.Size) + 1 };
            return await LoadAsync();
        }

        await _changed();
        // The rows are on their way to the screen; what they are a part of is counted meanwhile.
        _watch(CountAsync());
        return true;
    }

    /// <summary>Carries out what the browser reports of keys and clicks in the table.</summary>
    public Task ActAsync(GridAct act) => act.Kind switch
    {
        "sort" when act.Index < Layout.Shown.Count && Layout.Shown[act.Index] is { CanSort: true } column => GoAsync(State.SortedBy(column.Name, act.Shift)),
        "search" => act.Text == State.Search ? Task.CompletedTask : GoAsync(State with { Search = act.Text ?? "", Page = 1 }, typing: true),
        "pick" when act.Turn == Turn && act.Index < Ids.Count => PickAsync(() => Selection.Turn(Ids, act.Index, act.Shift)),
        "pickAll" when act.Turn == Turn => PickAsync(() => Selection.TurnAll(Ids)),
        "clear" when Selection.Count > 0 => PickAsync(Selection.Clear),
        "page" => TurnToAsync(State.Page + act.Index),
        _ => Task.CompletedTask,
    };

    /// <summary>Turns to a page, as far as there are any.</summary>
    public Task TurnToAsync(int page)
    {
        // While nothing is counted there is at least the next page.
        var last = Source.Page is { } shown ? Math.Max(1, ((shown.Total - 1) / State.Size) + 1) : 1;
        page = Math.Clamp(page, 1, last);
        return page == State.Page ? Task.CompletedTask : GoAsync(State with { Page = page });
    }

    /// <summary>How many rows another state of the list has; null when nobody waits any more, or when it asks for what the list no longer has.</summary>
    public async Task<int?> CountAsync(GridState state, CancellationToken ct)
    {
        try
        {
            return (await Source.CountAsync(state, ct)).Total;
        }
        catch (Exception refusal) when (refusal is RuleBroken or AccessDenied || ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _navigation.LocationChanged -= FollowAddress;
        Source.Dispose();
    }

    private async Task CountAsync()
    {
        if (await Source.CountAsync(State)) await _changed();
    }

    private Task PickAsync(Action pick)
    {
        pick();
        return _changed();
    }

    private void Take(GridState next, bool typing)
    {
        if (!typing && next.Search != State.Search) SearchMoved?.Invoke(next.Search);
        State = next;
        Layout.Choose(next.Columns);
    }

    // A link or the back button; our own writing comes by here too and finds nothing to do.
    private void FollowAddress(object? sender, LocationChangedEventArgs e)
    {
        if (_address is null || PathOf(e.Location) != _path) return;
        var asked = _address.Read(e.Location);
        if (_address.Write(asked) == _address.Write(State)) return;
        Take(asked, typing: false);
        _watch(LoadAsync());
    }

    private static string PathOf(string uri) => uri.Split('?', '#')[0];
}

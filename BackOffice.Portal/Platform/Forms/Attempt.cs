namespace BackOffice.Portal.Platform.Forms;

/// <summary>Carries out one act at a time and keeps what went wrong; the one place where a broken rule, a missing right or a stale record is caught.</summary>
/// <param name="changed">Draws.</param>
public sealed class Attempt(Action changed)
{
    private RequestKey _key = RequestKey.New();

    /// <summary>The act is under way; a second click is left alone.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What was wrong with the latest attempt.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>Somebody else had saved the record before.</summary>
    public StaleRecord? Conflict { get; private set; }

    /// <summary>Forgets what was wrong.</summary>
    public void Forget() => (Faults, Conflict) = ([], null);

    /// <summary>Says that this is wrong, before anything was attempted.</summary>
    public void Refuse(IReadOnlyList<Fault> faults)
    {
        (Faults, Conflict) = (faults, null);
        changed();
    }

    /// <summary>Carries the act out. The key stays the same until an answer is known, so a repeated wish has one effect.</summary>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(Func<RequestKey, Task> act)
    {
        if (IsBusy) return false;
        Forget();
        IsBusy = true;
        changed();
        try
        {
            await act(_key);
            _key = RequestKey.New();
            return true;
        }
        catch (RuleBroken rule)
        {
            Faults = rule.Faults;
        }
        catch (AccessDenied denied)
        {
            Faults = [denied.Fault];
        }
        catch (StaleRecord stale)
        {
            Conflict = stale;
        }
        finally
        {
            IsBusy = false;
        }

        // Refused is an answer too: nothing was changed, and what comes next is another wish.
        _key = RequestKey.New();
        return false;
    }
}

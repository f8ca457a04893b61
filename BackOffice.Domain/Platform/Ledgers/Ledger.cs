using System.Linq.Expressions;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Platform.Ledgers;

/// <summary>A stored balance: the sum of its entries, kept in the same transaction as each of them.</summary>
[NotAudited("it is the sum of audited entries, proved every night")]
public abstract class LedgerAccount : Entity
{
    /// <summary>The sum of all entries.</summary>
    public decimal Balance { get; private set; }

    /// <summary>The smallest balance allowed; null when it may be anything.</summary>
    protected virtual decimal? Floor => 0;

    /// <summary>What the person reads when an entry would lead below the floor.</summary>
    protected abstract Fault BelowFloor(decimal amount);

    /// <summary>Writes an entry: the balance moves with it or nothing happens.</summary>
    /// <exception cref="RuleBroken">The balance would fall below the floor.</exception>
    internal void Post(LedgerEntry entry)
    {
        var after = Balance + entry.Amount;
        if (entry.Amount < 0 && Floor is { } floor && after < floor) throw new RuleBroken(BelowFloor(entry.Amount));
        Balance = after;
        entry.BalanceAfter = after;
    }
}

/// <summary>One line of a ledger: written once, corrected only by another line.</summary>
[AppendOnly]
public abstract class LedgerEntry : Entity
{
    /// <summary>What is added; negative takes away. Never zero.</summary>
    public decimal Amount { get; internal init; }

    /// <summary>The balance of the account after this line.</summary>
    public decimal BalanceAfter { get; internal set; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTime PostedAt { get; internal init; }

    /// <summary>The calendar day it counts for.</summary>
    public DateOnly PostedOn { get; internal init; }
}

/// <summary>Recomputes the balances of a ledger from its entries.</summary>
public abstract class LedgerProof<TAccount, TEntry> : IProof where TAccount : LedgerAccount where TEntry : LedgerEntry
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>The account of an entry.</summary>
    protected abstract Expression<Func<TEntry, long>> AccountOf { get; }

    /// <summary>The account in words, for a fault.</summary>
    protected abstract string Describe(TAccount account);

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var sums = db.Set<TEntry>().GroupBy(AccountOf).Select(g => new { Id = g.Key, Sum = g.Sum(e => e.Amount) });
        var wrong = await (from account in db.Set<TAccount>()
                           join sum in sums on account.Id equals sum.Id into found
                           from sum in found.DefaultIfEmpty()
                           where account.Balance != ((decimal?)sum.Sum ?? 0)
                           select new { Account = account, Sum = (decimal?)sum.Sum }).OrderBy(w => w.Account.Id).Take(1000).ToListAsync(ct);
        var total = await db.Set<TAccount>().CountAsync(ct);
        return new ProofResult(Name, new Saying("{0:N0} balances", total), [.. wrong.Select(w => $"{Describe(w.Account)}: stored {w.Account.Balance:0.####}, its entries add up to {w.Sum ?? 0:0.####}.")]);
    }
}

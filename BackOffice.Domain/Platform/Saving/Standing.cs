using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>Questions that are asked at every turn: put into SQL once for each database, not each time.</summary>
/// <remarks>A standing question says itself whether its records are tracked, since what the first asker wants would count for all.</remarks>
internal static class Standing
{
    /// <summary>A question about one value.</summary>
    public static Func<BackOfficeDb, TAbout, IAsyncEnumerable<T>> Question<TAbout, T>(Expression<Func<BackOfficeDb, TAbout, IQueryable<T>>> question)
    {
        var byModel = new ConditionalWeakTable<IModel, Func<BackOfficeDb, TAbout, IAsyncEnumerable<T>>>();
        return (db, about) => byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, about);
    }

    /// <summary>A question about two values.</summary>
    public static Func<BackOfficeDb, TAbout, TAndAbout, IAsyncEnumerable<T>> Question<TAbout, TAndAbout, T>(Expression<Func<BackOfficeDb, TAbout, TAndAbout, IQueryable<T>>> question)
    {
        var byModel = new ConditionalWeakTable<IModel, Func<BackOfficeDb, TAbout, TAndAbout, IAsyncEnumerable<T>>>();
        return (db, about, and) => byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, about, and);
    }

    /// <summary>A question about three values.</summary>
    public static Func<BackOfficeDb, TAbout, TAndAbout, TAndLast, IAsyncEnumerable<T>> Question<TAbout, TAndAbout, TAndLast, T>(Expression<Func<BackOfficeDb, TAbout, TAndAbout, TAndLast, IQueryable<T>>> question)
    {
        var byModel = new ConditionalWeakTable<IModel, Func<BackOfficeDb, TAbout, TAndAbout, TAndLast, IAsyncEnumerable<T>>>();
        return (db, about, and, last) => byModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, about, and, last);
    }
}

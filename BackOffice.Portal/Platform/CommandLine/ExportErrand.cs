using System.CommandLine;
using System.Reflection;
using BackOffice.Portal.Platform.Grids;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Writes a list of the office into a file.</summary>
internal sealed class ExportErrand : Errand
{
    private static readonly MethodInfo Typed = typeof(ExportErrand).GetMethod(nameof(WriteAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Argument<string?> _kind = new("KIND") { Description = "The list, as --list names it.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _file = new("FILE") { Description = "Where to write; ends with .csv or .xlsx.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _list = new("--list") { Description = "Show what can be exported." };
    private readonly Option<string> _query = new("--query") { Description = "Which rows in which order, as it stands in the address of the list: \"where=Status.Is.Active&sort=-Name\".", DefaultValueFactory = _ => "" };

    /// <summary>An errand for one list.</summary>
    public ExportErrand() : base("export", "Writes a list into a .csv or .xlsx file, in chunks.")
    {
        Add(_kind);
        Add(_file);
        Add(_list);
        Add(_query);
    }

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        if (asked.GetValue(_list))
        {
            foreach (var known in ExportableList.All.OrderBy(l => l.Key, StringComparer.Ordinal)) await output.WriteLineAsync(known.Key);
            return ExitCode.Fine;
        }
        var (kind, file) = (asked.GetValue(_kind), asked.GetValue(_file));
        Rule.Require(kind is not null && file is not null, "Name the list and the file: export KIND FILE. \"export --list\" shows the lists.");
        var list = ExportableList.Find(kind!);
        Rule.Require(list is not null, "There is no list called {0}. \"export --list\" shows the lists.", kind);
        var rows = await (Task<int>)Typed.MakeGenericMethod(list!.Row).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [list, house, file, asked.GetValue(_query), ct], null)!;
        await output.WriteLineAsync(FormattableString.Invariant($"{file}: {rows:N0} rows"));
        return ExitCode.Fine;
    }

    // Written beside its place and moved there when it is whole.
    private static async Task<int> WriteAsync<TRow>(ExportableList list, IServiceProvider house, string file, string query, CancellationToken ct) where TRow : class
    {
        var format = TableExport.FormatOf(file);
        var asked = new GridAddress(new GridState()).Read("?" + query.TrimStart('?'));
        var given = System.Web.HttpUtility.ParseQueryString(query);
        var rows = GridPaging.StreamAsync(list.Open<TRow>(house, name => given[name]), asked.ToQuery(null), ct);
        var part = file + ".part";
        try
        {
            int count;
            await using (var target = File.Create(part)) count = await TableExport.WriteAsync(target, format, ExportableList.Columns<TRow>(asked.Columns, words => words), rows, ct);
            File.Move(part, file, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(part);
        }
    }
}

using System.CommandLine;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Imports a file, or says what would become of its rows.</summary>
internal sealed class ImportErrand : Errand
{
    private const int MostReasons = 20;

    private readonly Argument<string?> _kind = new("KIND") { Description = "What is imported, as --list names it.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _file = new("FILE") { Description = "A CSV file, tab-separated text or .xlsx.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _list = new("--list") { Description = "Show what can be imported, with its columns." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would become of every row and change nothing." };
    private readonly Option<string[]> _mapping = new("--mapping") { Description = "Which column of the file holds a column, as \"SKU=ProductID\"; may be given several times. The rest is guessed.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "The file's encoding, when it is not found out rightly." };
    private readonly Option<string?> _delimiter = new("--delimiter") { Description = "What stands between cells, when it is not found out rightly; \"tab\" for a tab." };
    private readonly Option<string?> _sheet = new("--sheet") { Description = "The sheet of a spreadsheet; the first one otherwise." };
    private readonly Option<int?> _titles = new("--titles") { Description = "The row that holds the titles of the columns, when it is not found out rightly." };
    private readonly Option<NumberFormat?> _numbers = new("--numbers") { Description = "How all numbers are written, when a column could be read in two ways." };
    private readonly Option<DateOrder?> _dates = new("--dates") { Description = "How all dates are written, when a column could be read in two ways." };
    private readonly Option<string?> _rejected = new("--rejected") { Description = "Write rejected rows with their reasons into this .csv or .xlsx file." };

    /// <summary>An errand for one file.</summary>
    public ImportErrand() : base("import", "Imports a file in chunks and prints what became of its rows. Ends with 1 when rows were rejected.")
    {
        Add(_kind);
        Add(_file);
        foreach (var option in new Option[] { _list, _dryRun, _mapping, _encoding, _delimiter, _sheet, _titles, _numbers, _dates, _rejected }) Add(option);
    }

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        if (asked.GetValue(_list)) return await ListAsync(output);
        Rule.Require(asked.GetValue(_kind) is not null && asked.GetValue(_file) is not null, "Name what is imported and the file: import KIND FILE. \"import --list\" shows the kinds.");
        var (kind, path) = (asked.GetValue(_kind)!, asked.GetValue(_file)!);
        var (desk, files) = (house.GetRequiredService<ImportDesk>(), house.GetRequiredService<ImportFiles>());
        ImportKind.Find(kind);
        Rule.Require(File.Exists(path), "There is no file \"{0}\".", path);
        await using var source = File.OpenRead(path);
        var key = await files.KeepAsync(source, ct);
        var table = files.Open(key, new TableOptions(asked.GetValue(_encoding), asked.GetValue(_delimiter) is { Length: > 0 } d ? d is "tab" ? '\t' : d[0] : null, asked.GetValue(_sheet), asked.GetValue(_titles)));

        var run = await desk.CheckAsync(kind, Path.GetFileName(path), table, await MappingAsync(asked, desk, kind, table, ct), key, ct: ct);
        foreach (var note in run.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries)) await output.WriteLineAsync(note);
        if (!asked.GetValue(_dryRun)) run = await desk.CommitAsync(run.Id, table, ct: ct);
        await output.WriteLineAsync(ImportResult.Words(run));
        return await TellRejectedAsync(asked, house, run, table, output, ct);
    }

    private static async Task<ExitCode> ListAsync(TextWriter output)
    {
        foreach (var about in ImportKind.All)
        {
            await output.WriteLineAsync($"{about.Kind}  {about.Title}");
            await output.WriteLineAsync("    " + string.Join(", ", ImportKind.Find(about.Kind).Kind.Columns.Select(c => c.IsRequired ? c.Name : $"[{c.Name}]")));
        }
        return ExitCode.Fine;
    }

    private async Task<ImportMapping> MappingAsync(ParseResult asked, ImportDesk desk, string kind, Table table, CancellationToken ct)
    {
        var mapping = await desk.ProposeAsync(kind, table, ct);
        foreach (var pair in asked.GetValue(_mapping) ?? [])
        {
            var parts = pair.Split('=', 2);
            Rule.Require(parts.Length == 2, "\"{0}\" is no mapping. Write it as \"SKU=ProductID\".", pair);
            if (parts[1].Length == 0) mapping.Columns.Remove(parts[0]);
            else mapping.Columns[parts[0]] = parts[1];
        }
        var (numbers, dates) = (asked.GetValue(_numbers) ?? NumberFormat.Unknown, asked.GetValue(_dates) ?? DateOrder.Unknown);
        foreach (var column in ImportKind.Find(kind).Kind.Columns)
            if ((column.Content == ColumnContent.Number && numbers != NumberFormat.Unknown) || (column.Content == ColumnContent.Date && dates != DateOrder.Unknown))
                mapping.Formats[column.Name] = new ColumnFormat(numbers, dates);
        return mapping;
    }

    private async Task<ExitCode> TellRejectedAsync(ParseResult asked, IServiceProvider house, ImportRun run, Table table, TextWriter output, CancellationToken ct)
    {
        if (run.Rejected == 0) return ExitCode.Fine;
        var reasons = await house.GetRequiredService<ImportBook>().ReasonsAsync(run.Id, ct);
        foreach (var (row, reason) in reasons.OrderBy(r => r.Key).Take(MostReasons))
            await output.WriteLineAsync(reason.Field is null ? $"Row {row}: {reason.Text}" : $"Row {row}, {reason.Field}: {reason.Text}");
        if (reasons.Count > MostReasons) await output.WriteLineAsync($"... and {reasons.Count - MostReasons} more. --rejected FILE writes them all.");
        if (asked.GetValue(_rejected) is { } target)
        {
            await using var file = File.Create(target);
            await RejectedRows.WriteAsync(file, TableExport.FormatOf(target), table, reasons, f => f.Text, ct);
        }
        return ExitCode.Fault;
    }
}

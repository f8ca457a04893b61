using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using Microsoft.AspNetCore.Components.Forms;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>An import while a person prepares it: the kind, the file, how it is understood, and which column holds what.</summary>
public sealed class ImportDraft(ImportDesk desk, ImportFiles files)
{
    private string? _fileKey;
    private ImportMapping _mapping = ImportMapping.Empty;

    /// <summary>What is imported.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The file's name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What the person said about the file.</summary>
    public TableOptions Options { get; private set; } = new();

    /// <summary>The file as it is understood now.</summary>
    public Table? Table { get; private set; }

    /// <summary>The first rows of the file.</summary>
    public IReadOnlyList<TableRow> Sample { get; private set; } = [];

    /// <summary>The columns of the kind.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; private set; } = [];

    /// <summary>Chooses what is imported.</summary>
    public Task ChooseAsync(string kind, CancellationToken ct = default)
    {
        (Kind, Columns) = (kind, ImportKind.Find(kind).Kind.Columns);
        return GuessAsync(ct);
    }

    /// <summary>Takes a file.</summary>
    /// <exception cref="RuleBroken">It cannot be used.</exception>
    public async Task TakeAsync(IBrowserFile file, CancellationToken ct = default)
    {
        Rule.Require(file.Size <= TableFile.LargestFile, "The file has {0:N0} MB. At most {1} MB are read: split it.", file.Size >> 20, TableFile.LargestFile >> 20);
        Table = null;
        await using var content = file.OpenReadStream(TableFile.LargestFile, ct);
        (_fileKey, FileName) = (await files.KeepAsync(content, ct), file.Name);
        await ReadAsync(new TableOptions(), ct);
    }

    /// <summary>Understands the file otherwise.</summary>
    public Task ReadAsync(TableOptions options, CancellationToken ct = default)
    {
        Options = options;
        Table = files.Open(_fileKey, options);
        Sample = [.. Table.Rows().Take(3)];
        return GuessAsync(ct);
    }

    /// <summary>The column of the file that holds a column of the kind, or nothing.</summary>
    public string? TitleOf(ImportColumn column) => _mapping.Columns.GetValueOrDefault(column.Name);

    /// <summary>Says which column of the file holds a column of the kind; none when nothing is named.</summary>
    public void Map(ImportColumn column, string? title)
    {
        _mapping.Formats.Remove(column.Name);
        if (string.IsNullOrEmpty(title)) _mapping.Columns.Remove(column.Name);
        else _mapping.Columns[column.Name] = title;
    }

    /// <summary>What the person said about the notation of a column; null while it is found out.</summary>
    public ColumnFormat? FormatOf(ImportColumn column) => _mapping.Formats.GetValueOrDefault(column.Name);

    /// <summary>Says how a column is written; null lets it be found out.</summary>
    public void Write(ImportColumn column, ColumnFormat? format)
    {
        if (format is null) _mapping.Formats.Remove(column.Name);
        else _mapping.Formats[column.Name] = format;
    }

    /// <summary>The first values of a column, for the eye.</summary>
    public string Values(ImportColumn column)
    {
        var at = TitleOf(column) is { } title && Table is not null ? Table.Columns.ToList().IndexOf(title) : -1;
        return at < 0 ? "" : string.Join(" · ", Sample.Select(r => r.Cells[at]).Where(c => !c.IsEmpty).Select(c => c.Shown));
    }

    /// <summary>Tries the file out.</summary>
    public Task<ImportRun> CheckAsync(IProgress<ImportProgress> progress, CancellationToken ct = default) =>
        desk.CheckAsync(Kind, FileName, Table!, _mapping, _fileKey, progress, ct);

    private async Task GuessAsync(CancellationToken ct)
    {
        if (Table is not null && Kind.Length > 0) _mapping = await desk.ProposeAsync(Kind, Table, ct);
    }
}

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>What one look at a whole file tells: how many rows, how its numbers and dates are written, and what is odd.</summary>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Mapping">The mapping with every notation that could be found out.</param>
/// <param name="Notes">What a person should know.</param>
public sealed record ImportSurvey(int Rows, ImportMapping Mapping, IReadOnlyList<Fault> Notes)
{
    /// <summary>Looks at every row once; what a person said about a column is not questioned.</summary>
    public static ImportSurvey Of(Table table, ImportKind kind, ImportMapping mapping, CancellationToken ct)
    {
        mapping.Require(kind, table.Columns);
        var titles = table.Columns.ToList();
        var looked = kind.Columns.Where(c => c.Content != ColumnContent.Text && mapping.Columns.ContainsKey(c.Name) && !mapping.Formats.ContainsKey(c.Name))
            .Select(c => (Column: c, At: titles.IndexOf(mapping.Columns[c.Name]), Numbers: new NumberColumn(), Dates: new DateColumn())).ToList();
        var rows = 0;
        foreach (var row in table.Rows())
        {
            rows++;
            if (rows % 1_000 == 0) ct.ThrowIfCancellationRequested();
            foreach (var (column, at, numbers, dates) in looked)
                if (column.Content == ColumnContent.Number) numbers.Look(row.Cells[at]);
                else dates.Look(row.Cells[at]);
        }
        var formats = new Dictionary<string, ColumnFormat>(mapping.Formats);
        var notes = new List<Fault>();
        if (table.TitleRow > 1) notes.Add(new Fault(null, "The titles were found in row {0}; what stands above is left out.", table.TitleRow));
        var left = titles.Except(mapping.Columns.Values).ToList();
        if (left.Count > 0) notes.Add(new Fault(null, "These columns of the file are not imported: {0}.", string.Join(", ", left.Take(10).Select(Cell.Shorten)) + (left.Count > 10 ? ", ..." : "")));
        foreach (var (column, _, numbers, dates) in looked)
        {
            formats[column.Name] = new ColumnFormat(numbers.Format, dates.Order);
            var title = mapping.Columns[column.Name];
            if (numbers.Currencies.Count > 0) notes.Add(new Fault(column.Name, "Column {0}: the currency signs {1} are left out.", title, string.Join(" ", numbers.Currencies)));
            if (numbers is { Format: NumberFormat.Unknown, Doubtful: { } number }) notes.Add(new Fault(column.Name, "Column {0}: \"{1}\" can be read in two ways. Say how numbers are written there.", title, number));
            if (dates is { Order: DateOrder.Unknown, Doubtful: { } date }) notes.Add(new Fault(column.Name, "Column {0}: \"{1}\" can be read in two ways. Say whether the day or the month comes first.", title, date));
        }
        return new ImportSurvey(rows, mapping with { Formats = formats }, notes);
    }
}

using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

public class RealFilesTests
{
    private static Table Open(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", name) is var path && File.Exists(path)) return TableFile.Open(path);
        Assert.Skip($"The real file {name} is not on this machine.");
        return null!;
    }

    [Theory]
    [InlineData("northwind/products.csv", 77, 10)]
    [InlineData("northwind/suppliers.csv", 29, 12)]
    [InlineData("northwind/orders.csv", 830, 14)]
    [InlineData("northwind/order-lines.csv", 2155, 5)]
    [InlineData("northwind/employees.csv", 9, 16)]
    [InlineData("retail/online-retail-2010-12.csv", 42481, 8)]
    [InlineData("iso/iso4217-currencies.csv", 449, 6)]
    [InlineData("iso/iso3166-countries.csv", 249, 56)]
    public void Every_row_of_a_real_file_is_read_without_a_fault(string name, int rows, int columns)
    {
        var table = Open(name);
        Assert.Equal(columns, table.Columns.Count);
        Assert.Equal(rows, table.Rows().Count(r => r.Fault is null));
        Assert.Equal(rows, table.Rows().Count());
    }

    [Theory]
    [InlineData("northwind/orders.csv", "OrderDate", DateOrder.MonthFirst)]
    [InlineData("northwind/employees.csv", "BirthDate", DateOrder.MonthFirst)]
    public void The_dates_of_Northwind_are_American(string name, string column, DateOrder order)
    {
        var table = Open(name);
        var index = table.Columns.ToList().IndexOf(column);
        var dates = new DateColumn();
        foreach (var row in table.Rows()) dates.Look(row.Cells[index]);
        Assert.Equal(order, dates.Order);
        Assert.All(table.Rows(), r => Assert.True(DateText.TryRead(r.Cells[index], order, out DateOnly _, out _)));
    }

    [Fact]
    public void Every_price_and_moment_of_a_month_of_real_sales_is_read()
    {
        var table = Open("retail/online-retail-2010-12.csv");
        var (price, moment) = (table.Columns.ToList().IndexOf("UnitPrice"), table.Columns.ToList().IndexOf("InvoiceDate"));
        var column = new NumberColumn();
        foreach (var row in table.Rows()) column.Look(row.Cells[price]);
        Assert.Equal(NumberFormat.DecimalPoint, column.Format);
        Assert.All(table.Rows(), r => Assert.True(NumberText.TryRead(r.Cells[price], column.Format, out _, out _) && DateText.TryRead(r.Cells[moment], DateOrder.Unknown, out DateTime _, out _)));
    }
}

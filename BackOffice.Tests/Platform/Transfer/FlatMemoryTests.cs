using System.Globalization;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

/// <summary>Measures the memory of the whole process, and therefore runs alone.</summary>
[CollectionDefinition(nameof(FlatMemoryTests), DisableParallelization = true)]
[Collection(nameof(FlatMemoryTests))]
public class FlatMemoryTests
{
    private sealed record Line(int Id, string Name, decimal Price, DateOnly On);

    private static readonly ExportColumn<Line>[] Columns = [new("Id", l => l.Id), new("Name", l => l.Name), new("Price", l => l.Price), new("On", l => l.On)];

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task Two_hundred_thousand_rows_leave_and_come_back_without_being_held(ExportFormat format)
    {
        var path = Path.Combine(Path.GetTempPath(), $"backoffice-test-{Guid.NewGuid():N}");
        try
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var largest = 0L;
            await using (var file = File.Create(path))
                Assert.Equal(200_000, await TableExport.WriteAsync(file, format, Columns, Lines(Measure).ToAsyncEnumerable(), TestContext.Current.CancellationToken));
            Assert.InRange(largest, 0, 3_000_000);

            largest = 0;
            var count = 0;
            foreach (var row in TableFile.Open(path).Rows())
            {
                if (++count % 50_000 == 0) Measure();
                Assert.Equal(count.ToString(CultureInfo.InvariantCulture), row.Cells[0].Text);
            }
            Assert.Equal(200_000, count);
            Assert.InRange(largest, 0, 3_000_000);

            void Measure() => largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<Line> Lines(Action measure)
    {
        for (var i = 1; i <= 200_000; i++)
        {
            if (i % 50_000 == 0) measure();
            yield return new Line(i, $"Item {i}", i / 100m, new DateOnly(2026, 1, 1).AddDays(i % 365));
        }
    }
}

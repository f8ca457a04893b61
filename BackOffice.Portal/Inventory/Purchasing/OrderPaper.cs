using System.Globalization;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Paper;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Inventory.Purchasing;

/// <summary>The purchase order as the supplier gets it.</summary>
public sealed class OrderPaper(OrderBook book, Company company, TimeProvider clock, IStringLocalizer texts) : PaperKind("purchase-order")
{
    /// <inheritdoc/>
    public override async Task<PaperDocument> MakeAsync(long id, CancellationToken ct)
    {
        var (order, supplier, location, lines) = await book.OpenAsync(id, ct);
        return new PaperDocument
        {
            Title = texts["Purchase order"],
            Subtitle = order.Number ?? texts["Draft"],
            Company = company.Name,
            CompanyAddress = company.Address,
            RightToLeft = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft,
            PageWords = texts["Page {0} of {1}"],
            At = order.Steps is [.., var last] ? last.At : clock.GetUtcNow().UtcDateTime.Date,
            Blocks =
            [
                new PaperFacts(
                    new PaperFact(texts["Supplier"], Lines(supplier.Name, supplier.ContactName, supplier.Address, supplier.City, supplier.Country)),
                    new PaperFact(texts["Deliver to"], location.Name),
                    new PaperFact(texts["Wanted"], order.WantedOn is { } day ? Day(day) : "–"),
                    new PaperFact(texts["Payment"], order.PaymentTerms ?? "–")),
                new PaperTable(
                    [new(texts["No."], 0.4f), new(texts["Item"], 3.4f), new(texts["Supplier's code"], 1.3f), new(texts["Quantity"], 1.2f, IsNumber: true), new(texts["Price"], 1, IsNumber: true), new(texts["Amount"], 1.2f, IsNumber: true)],
                    [.. lines.Select(l => (IReadOnlyList<string>)
                    [
                        l.Position.ToString(CultureInfo.InvariantCulture), l.WantedOn is { } on && on != order.WantedOn ? $"{l.Item}\n{l.Sku} · {Day(on)}" : $"{l.Item}\n{l.Sku}",
                        l.SupplierCode ?? "", $"{Figures.Quantity(l.Quantity)} {l.Unit}", Figures.Number(l.Price, Math.Max(Money.Decimals(order.Currency), l.Price.Scale)), Amount(l.Amount),
                    ])]),
                new PaperTotals(
                    new PaperFact(texts["Net"], Amount(order.Subtotal)), new PaperFact(texts["Freight"], Amount(order.Freight)),
                    new PaperFact(texts["Tax"], Amount(order.Tax)), new PaperFact(texts["Total {0}", order.Currency], Amount(order.Total))),
                .. order.NoteToSupplier is { Length: > 0 } note ? [new PaperNotes(note, texts["Note"])] : Array.Empty<PaperBlock>(),
            ],
        };

        string Amount(decimal amount) => Figures.Amount(new Money(amount, order.Currency));
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));
}

using BackOffice.Domain.Organization.Responsibilities;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Portal.Platform.Demo;
using Bogus;

namespace BackOffice.Portal.Organization.Responsibilities;

/// <summary>What has to be done at the demo company again and again, and who of its positions answers for it; two gaps are left to be seen.</summary>
public sealed class ResponsibilitySamples(ResponsibilityMatrix matrix, PositionPlan plan) : ISamples
{
    private static readonly (string Area, string Name, string Parts)[] Activities =
    [
        ("Purchasing", "Choose suppliers", "ARC"), ("Purchasing", "Order goods", "IARC"), ("Purchasing", "Approve orders above the limit", "A I"),
        ("Warehouse", "Receive goods", "I AR"), ("Warehouse", "Count stock", " IAR"), ("Warehouse", "Approve differences of counts", "AA C"),
        ("Office", "Answer inquiries of customers", " IRI"), ("Office", "Pay invoices", "ACIR"), ("Office", "Keep the directory of people", "AICR"),
    ];

    /// <inheritdoc />
    public int Order => 30;

    /// <inheritdoc />
    public string Words => "Responsibilities";

    /// <inheritdoc />
    public async Task FillAsync(Faker chance, CancellationToken ct)
    {
        var seats = await plan.ChooseAsync("", take: 4, ct: ct);
        foreach (var (area, name, parts) in Activities)
        {
            var activity = await matrix.SaveAsync(new Activity { Area = area, Name = name }, ct: ct);
            foreach (var (seat, letter) in seats.Zip(parts))
            {
                Part? part = letter switch { 'R' => Part.Responsible, 'A' => Part.Accountable, 'C' => Part.Consulted, 'I' => Part.Informed, _ => null };
                if (part is not null) await matrix.SetAsync(activity, new MatrixColumn(seat.Id, null, seat.Title, seat.Holder, false), part, ct);
            }
        }
    }
}

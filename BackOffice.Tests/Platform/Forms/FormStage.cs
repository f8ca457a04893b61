using System.ComponentModel.DataAnnotations;
using BackOffice.Portal.Platform.Forms;
using BackOffice.Portal.Platform.Parts;
using Bunit;
using MudBlazor;

namespace BackOffice.Tests.Platform.Forms;

/// <summary>A record as forms meet it: annotated fields, a rule of its own, and one value that no form may touch.</summary>
public sealed class Ticket : Entity, IValidatableObject
{
    [Required, MaxLength(40)]
    public string Subject { get; set; } = "";

    [MaxLength(400), Display(Name = "Remark")]
    public string? Note { get; set; }

    public decimal Price { get; set; }

    public int? Seats { get; set; }

    public Tone Mood { get; set; }

    public DateOnly? HeldOn { get; set; }

    public bool Paid { get; set; }

    public string Number { get; private set; } = "T-1";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Paid && Price == 0) yield return new("A ticket without a price cannot be paid. Enter the price.", [nameof(Price)]);
    }

    internal Ticket At(long id, int version)
    {
        (Id, Version) = (id, version);
        return this;
    }
}

/// <summary>A ticket's form on a stage, with every attempt to save it.</summary>
internal sealed class FormStage : Stage
{
    public Ticket Ticket { get; set; } = new() { Subject = "Concert", Price = 12.5m };

    public List<RequestKey> Attempts { get; } = [];

    public Func<Ticket, Task>? Answer { get; set; }

    public int Saved { get; private set; }

    public IRenderedComponent<RecordForm<Ticket>> Show(string? readOnlyBecause = null) => Render<TicketForm>(form => form
        .Add(f => f.Ticket, Ticket).Add(f => f.Saved, () => Saved++).Add(f => f.ReadOnlyBecause, readOnlyBecause)
        .Add(f => f.Save, (ticket, key) =>
        {
            Attempts.Add(key);
            return Answer?.Invoke(ticket) ?? Task.CompletedTask;
        })).FindComponent<RecordForm<Ticket>>();

    public IRenderedComponent<MudDialogProvider> ShowDialogs() => Render<MudDialogProvider>();
}

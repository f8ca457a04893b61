using System.Linq.Expressions;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Forms;

/// <summary>A field of a form: label above, hint and fault below, all tied to the input.</summary>
public abstract class FormField : ComponentBase, IDisposable
{
    /// <summary>What it is called, when the record's own word does not fit.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>A sentence that helps to fill it in.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Takes the whole width of the form.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>The form.</summary>
    [CascadingParameter]
    public FormDesk? Desk { get; set; }

    /// <summary>The reader's language.</summary>
    [Inject]
    protected IStringLocalizer Texts { get; set; } = default!;

    /// <summary>The reader.</summary>
    [Inject]
    protected Reader Reader { get; set; } = default!;

    /// <summary>The property.</summary>
    public abstract BoundProperty Bound { get; }

    /// <summary>The property's name.</summary>
    public string Name => Bound.Name;

    /// <summary>Ties label, hint and fault to the input.</summary>
    public string Id { get; } = $"f{Guid.NewGuid():N}";

    /// <summary>The label that the reader sees.</summary>
    public string Heading => Label ?? Bound.Label(Texts);

    /// <summary>It may be left empty.</summary>
    public virtual bool IsOptional => Bound.IsOptional;

    /// <summary>Shown as text, because it cannot be changed here.</summary>
    public bool IsReadOnly => Desk?.ReadOnlyBecause is not null || !Bound.IsFree;

    /// <summary>What is wrong with it, in the reader's language.</summary>
    public IReadOnlyList<string> Faults => Desk is null ? [] : [.. Desk.FaultsOf(Name).Select(f => Texts.Say(f.Calling(Bound.EnglishLabel, Heading)))];

    /// <summary>"true" when something is wrong with it.</summary>
    protected string? Invalid => Faults.Count > 0 ? "true" : null;

    /// <summary>The hint or the fault, for readers that cannot see where it stands.</summary>
    protected string? DescribedBy => Faults.Count > 0 ? Id + "-fault" : Hint is null ? null : Id + "-hint";

    /// <summary>A value of this field in words, as history and conflicts show it.</summary>
    public virtual string Show(object? value) => FieldWords.Show(value, Texts, Reader);

    /// <summary>Makes sure that <see cref="Show"/> has words for a value that the form does not hold.</summary>
    public virtual Task LearnAsync(object? value) => Task.CompletedTask;

    /// <inheritdoc />
    protected override void OnInitialized() => Desk?.Add(this);

    /// <inheritdoc />
    public void Dispose()
    {
        Desk?.Remove(this);
        GC.SuppressFinalize(this);
    }
}

/// <summary>A field for a property of one type.</summary>
public abstract class FormField<TValue> : FormField
{
    private BoundProperty? _bound;

    /// <summary>The property: <c>() => item.Name</c>.</summary>
    [Parameter, EditorRequired]
    public Expression<Func<TValue>> For { get; set; } = default!;

    /// <summary>The value was changed.</summary>
    [Parameter]
    public EventCallback<TValue> Changed { get; set; }

    /// <inheritdoc />
    public override BoundProperty Bound => _bound ??= BoundProperty.Of(For);

    /// <summary>The value now.</summary>
    protected TValue Value => (TValue)Bound.Value!;

    /// <inheritdoc />
    protected override void OnParametersSet() => _bound = null;

    /// <summary>Puts a value into the record.</summary>
    protected async Task PutAsync(TValue value)
    {
        Bound.Value = value;
        Desk?.Touch(Name);
        await Changed.InvokeAsync(value);
    }

    /// <summary>Says that what was typed is no value.</summary>
    protected void Refuse(Fault fault) => Desk?.Touch(Name, fault with { Field = Name });
}

/// <summary>Values and faults of fields in words.</summary>
public static class FieldWords
{
    /// <summary>A value in words.</summary>
    public static string Show(object? value, IStringLocalizer texts, Reader reader) => value switch
    {
        null or "" => "–",
        bool yes => texts[yes ? "Yes" : "No"],
        Enum state => texts.Say(state),
        decimal number => Figures.Quantity(number),
        int or long => Figures.Quantity(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)),
        DateOnly day => reader.Day(day),
        DateTime at => reader.WithTime(at),
        _ => value.ToString()!,
    };

    /// <summary>The same fault, calling the property as the reader's form does.</summary>
    public static Fault Calling(this Fault fault, string english, string heading) =>
        fault.Args.Length > 0 && fault.Args[0] is string name && name == english ? fault with { Args = [heading, .. fault.Args[1..]] } : fault;
}

namespace BackOffice.Portal.Platform.Shell;

/// <summary>What the open page calls itself; the last of the breadcrumbs.</summary>
public sealed class Trail
{
    /// <summary>The title, or null while the page has none.</summary>
    public string? Title { get; private set; }

    /// <summary>Raised after the title has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>The page says what it is.</summary>
    public void Say(string? title)
    {
        if (Title == title) return;
        Title = title;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

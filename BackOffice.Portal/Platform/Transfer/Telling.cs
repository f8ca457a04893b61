namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Tells how far something is, in the order in which it happens.</summary>
internal sealed class Telling<T>(Action<T> tell) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => tell(value);
}

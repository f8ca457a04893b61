using Bogus;

namespace BackOffice.Portal.Platform.Demo;

/// <summary>The part of the demo company that one domain brings, entered through its own use cases. Found by scanning; its constructor asks for what it needs.</summary>
public interface ISamples
{
    /// <summary>Lower numbers come first: people before work, items before orders.</summary>
    int Order { get; }

    /// <summary>What it brings, in words, for whoever waits.</summary>
    string Words { get; }

    /// <summary>Enters the records.</summary>
    /// <param name="chance">The same on every machine: its seed is fixed.</param>
    /// <param name="ct">Cancels.</param>
    Task FillAsync(Faker chance, CancellationToken ct);
}

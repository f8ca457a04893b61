namespace BackOffice.Benchmarks.Platform;

/// <summary>One thing that must be fast, measured beside the plain thing in the same run.</summary>
internal abstract class Measurement
{
    /// <summary>What one calls it on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, on how much.</summary>
    public abstract string Subject { get; }

    /// <summary>Measures and reports.</summary>
    public abstract Task RunAsync(Report report);
}

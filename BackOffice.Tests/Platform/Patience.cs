using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace BackOffice.Tests.Platform;

/// <summary>How long a test waits for what it expects: as long as a busy machine may need; what is right is seen at once.</summary>
internal static class Patience
{
    /// <summary>The one limit for all waiting.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    [ModuleInitializer]
    internal static void Have()
    {
        Bunit.BunitContext.DefaultWaitTimeout = Limit;
        Assertions.SetDefaultExpectTimeout((float)Limit.TotalMilliseconds);
    }

    /// <summary>Waits until something holds in another process, which can only be asked again and again.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Limit);
        while (!await holds()) await Task.Delay(5, patience.Token);
    }
}

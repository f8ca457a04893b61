using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace BackOffice.Tests.Platform;

/// <summary>How long a test waits for what it expects to see: as long as a busy machine may need; what is right is seen at once.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Have()
    {
        Bunit.BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Assertions.SetDefaultExpectTimeout(30_000);
    }
}

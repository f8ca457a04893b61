using System.Net.Sockets;
using System.Text;

#pragma warning disable CA1050, MA0047 // The runtime looks for exactly this class without a namespace.
/// <summary>Loaded by the runtime into a measured process (DOTNET_STARTUP_HOOKS): answers how large the managed heap is after a full collection. The product itself has no such door.</summary>
internal static class StartupHook
{
    /// <summary>The environment variable that names the socket.</summary>
    public const string SocketVariable = "BACKOFFICE_BENCHMARK_HEAP";

    /// <summary>Called by the runtime before Main.</summary>
    public static void Initialize()
    {
        var path = Environment.GetEnvironmentVariable(SocketVariable);
        if (path is null) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var asker = listener.Accept();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }
            asker.Send(Encoding.ASCII.GetBytes(GC.GetTotalMemory(forceFullCollection: true).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BackOffice.Benchmarks.Platform.Browser;

/// <summary>A web application in a process of its own, started from its built assembly.</summary>
internal sealed class MeasuredProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _socket;

    private MeasuredProcess(Process process, string address, string socket, TimeSpan started) => (_process, Address, _socket, TimeToFirstPage) = (process, address, socket, started);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>From the start of the process to the first answered page.</summary>
    public TimeSpan TimeToFirstPage { get; }

    /// <summary>Starts an assembly and waits until it answers.</summary>
    public static async Task<MeasuredProcess> StartAsync(string assembly, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var socket = Path.Combine(Path.GetTempPath(), $"bo-{Guid.NewGuid():N}.sock");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(assembly)!, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(MeasuredProcess).Assembly.Location;
        start.Environment[StartupHook.SocketVariable] = socket;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true });
        while (watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited) throw new InvalidOperationException($"{Path.GetFileName(assembly)} ended: {output}");
            try
            {
                using var answer = await client.GetAsync(new Uri(address + "/"));
                return new MeasuredProcess(process, address, socket, watch.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
        throw new TimeoutException($"{Path.GetFileName(assembly)} does not answer: {output}");
    }

    /// <summary>Bytes of managed heap after a full collection.</summary>
    public async Task<long> HeapAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
        var buffer = new byte[64];
        var read = await socket.ReceiveAsync(buffer);
        return long.Parse(Encoding.ASCII.GetString(buffer, 0, read), CultureInfo.InvariantCulture);
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Largest resident memory so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_socket);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

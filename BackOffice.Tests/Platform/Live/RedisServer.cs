using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BackOffice.Tests.Platform.Live;

/// <summary>A real Redis on a port of its own, stopped and started as a test wishes.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private Process? _process;

    private RedisServer(int port) => Port = port;

    public int Port { get; }

    /// <summary>How a portal names it.</summary>
    public string Connection => $"127.0.0.1:{Port}";

    /// <summary>A running server; without one on the machine the test is skipped.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var redis = Ready();
        await redis.OpenAsync();
        return redis;
    }

    /// <summary>A server that has not been started yet.</summary>
    public static RedisServer Ready()
    {
        Assert.SkipUnless(File.Exists(Path), "There is no redis-server on this machine; test.sh installs it where the system has packages.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new RedisServer(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    private static string Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Select(f => System.IO.Path.Combine(f, "redis-server")).FirstOrDefault(File.Exists) ?? "redis-server";

    public async Task OpenAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Path, ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--dir", _folder.Path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal)) break;
        }
        Assert.False(_process.HasExited, "redis-server ended at its start.");
        // Read on, or a talkative server would wait for us.
        _ = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As the power does it.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }
}

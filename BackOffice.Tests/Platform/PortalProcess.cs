using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BackOffice.Tests.Platform;

/// <summary>The built portal as a real process of its own: started, talked to, killed.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(string folder, string[] args, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "BackOffice.Portal.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Sqlite"] = $"Data Source={Path.Combine(folder, "office.db")}";
        start.Environment["Audit__HeadFile"] = Path.Combine(folder, "audit-head.log");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data, _output);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, _errors);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The portal ended with {_process.ExitCode}: {Output} {Errors}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => _address.Task.Result;

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    public int Id => _process.Id;

    /// <summary>Starts the portal on the database of a folder and waits until it is open.</summary>
    public static async Task<PortalProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? settings = null, params string[] args)
    {
        var portal = new PortalProcess(folder, args, settings);
        await portal._address.Task.WaitAsync(Patience.Limit * 3, TestContext.Current.CancellationToken);
        return portal;
    }

    /// <summary>Starts a command and leaves it running.</summary>
    public static PortalProcess Launch(string folder, params string[] args) => new(folder, args, null);

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Code, string Output, string Errors)> RunAsync(string folder, params string[] args) => RunAsync(folder, null, args);

    /// <summary>Runs a command to its end with settings of its own.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, IReadOnlyDictionary<string, string>? settings, params string[] args)
    {
        await using var command = new PortalProcess(folder, args, settings);
        return await command.EndAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit * 3, TestContext.Current.CancellationToken);
        return (_process.ExitCode, Output, Errors);
    }

    /// <summary>As the power does it: no goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As an operator does it: asks it to end and waits.</summary>
    public async Task<int> StopAsync()
    {
        Assert.Equal(0, SendTermination(_process.Id, Termination));
        return (await EndAsync()).Code;
    }

    public async ValueTask DisposeAsync()
    {
        _ = _address.Task.Exception;
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private const int Termination = 15;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendTermination(int process, int signal);

    private void Read(string? line, ConcurrentQueue<string> into)
    {
        if (line is null) return;
        into.Enqueue(line);
        const string Open = " is open at ";
        if (line.Contains(Open, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[(line.IndexOf(Open, StringComparison.Ordinal) + Open.Length)..]));
    }
}

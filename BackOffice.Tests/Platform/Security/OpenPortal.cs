using Microsoft.Playwright;

namespace BackOffice.Tests.Platform.Security;

/// <summary>The portal as a process of its own with people in front of it: recognised by a real directory, or chosen on the development sign-in page.</summary>
public sealed class OpenPortal : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly LoopbackDirectory? _directory;
    private readonly Dictionary<string, string> _settings;

    private OpenPortal(TestFolder folder, LoopbackDirectory? directory, PortalProcess process, Dictionary<string, string> settings) =>
        (_folder, _directory, Process, _settings) = (folder, directory, process, settings);

    /// <summary>The running process.</summary>
    public PortalProcess Process { get; private set; }

    /// <summary>Where it is open.</summary>
    public Uri Address => Process.Address;

    /// <summary>Where it keeps its data.</summary>
    public string Folder => _folder.Path;

    /// <summary>Who recognises people; only with <see cref="WithDirectoryAsync"/>.</summary>
    public LoopbackDirectory Directory => _directory ?? throw new InvalidOperationException("This portal was started with the development sign-in page.");

    /// <summary>A portal with the development sign-in page.</summary>
    public static Task<OpenPortal> StartAsync(params string[] args) => StartAsync(null, [], args);

    /// <summary>A portal that signs people in through a directory, as with Entra.</summary>
    public static async Task<OpenPortal> WithDirectoryAsync(params string[] args)
    {
        var directory = await LoopbackDirectory.StartAsync();
        return await StartAsync(directory, directory.Settings, args);
    }

    /// <summary>Ends the process and starts it again on the same folder and address.</summary>
    public async Task RestartAsync()
    {
        _settings["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
        await Process.DisposeAsync();
        Process = await PortalProcess.StartAsync(Folder, _settings, "--empty");
    }

    /// <summary>The same office as the process works in, for arranging and for looking.</summary>
    public TestHouse House() => TestHouse.On(Folder);

    /// <summary>A fresh browser of a person whom the directory knows, signed in and at the given address.</summary>
    public async Task<IPage> SignInAsync(DirectoryPerson person, string address = "/")
    {
        var page = await Chromium.PageAsync(Address);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = person.Name, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Uri(Address, address).ToString());
        return page;
    }

    /// <summary>A fresh browser of the persona with this role, signed in on the development page and at the given address.</summary>
    public async Task<IPage> SignInAsync(string role, string address = "/")
    {
        var page = await Chromium.PageAsync(Address);
        await page.GotoAsync(address);
        await page.Locator($"button[value='{role.ToLowerInvariant().Replace(' ', '-')}']").ClickAsync();
        await page.WaitForURLAsync(new Uri(Address, address).ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        if (_directory is not null) await _directory.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<OpenPortal> StartAsync(LoopbackDirectory? directory, Dictionary<string, string> settings, string[] args)
    {
        var folder = new TestFolder();
        settings["SignIn__PerMinute"] = "1000";
        return new OpenPortal(folder, directory, await PortalProcess.StartAsync(folder.Path, settings, args.Length > 0 ? args : ["--empty"]), settings);
    }
}

using BackOffice.Portal.Platform;
using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Files;
using BackOffice.Portal.Platform.Grids;
using BackOffice.Portal.Platform.Jobs;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Live;
using BackOffice.Portal.Platform.Mail;
using BackOffice.Portal.Platform.Operations;
using BackOffice.Portal.Platform.Paper;
using BackOffice.Portal.Platform.Security;
using BackOffice.Portal.Platform.Shell;
using BackOffice.Portal.Platform.Transfer;

return await Switchboard.RunAsync(args, (settings, serving) =>
{
    var builder = WebApplication.CreateBuilder(settings);
    builder.AddSettingsFile();
    builder.AddLogs(serving);
    builder.AddTelemetry();
    builder.Services.AddOffice(builder.Configuration);
    builder.AddJobs();
    builder.AddTransfer();
    if (!serving) return builder.Build();
    builder.AddHealth();
    builder.AddLive();
    builder.AddLanguages();
    builder.AddMail();
    builder.AddShell();
    builder.AddPaper();
    builder.AddSecurity();

    var app = builder.Build();
    app.UseProxies();
    app.UseErrorPages();
    app.UseSecurityHeaders();
    app.UseLanguages();
    app.UseSecurity();
    app.MapSecurity();
    app.MapHealth();
    app.MapLanguages();
    app.MapJobs();
    app.MapExports();
    app.MapFiles();
    app.MapTransfer();
    app.MapPaper();
    app.MapShell();
    return app;
});

/// <summary>The portal's process; named so that tests can start it.</summary>
public partial class Program;

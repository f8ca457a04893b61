using BackOffice.Portal.Platform;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Security;
using BackOffice.Portal.Platform.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddSettingsFile();
builder.Services.AddOffice(builder.Configuration);
builder.AddLanguages();
builder.AddShell();
builder.AddSecurity();

var app = builder.Build();
app.UseProxies();
app.UseErrorPages();
app.UseSecurityHeaders();
app.UseLanguages();
app.UseSecurity();
app.MapSecurity();
app.MapLanguages();
app.MapShell();
await app.Services.GetRequiredService<DatabaseSetup>().PrepareAsync(migrate: app.Configuration.GetValue<bool>("migrate"));
app.PrintAddress();
await app.RunAsync();

/// <summary>The portal's process; named so that tests can start it.</summary>
public partial class Program;

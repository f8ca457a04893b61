using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Jobs;
using BackOffice.Portal.Platform.Transfer;
using Microsoft.AspNetCore.Builder;

namespace BackOffice.Tests.Platform.CommandLine;

/// <summary>The commands inside this process: the real switchboard and the real host, built as Program builds it for an errand.</summary>
internal static class Errands
{
    public static async Task<(int Code, string Output, string Errors)> RunAsync(TestHouse house, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Switchboard.RunAsync(args, (_, _) =>
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [$"--ConnectionStrings:Sqlite=Data Source={Path.Combine(house.Folder, "office.db")}", $"--Audit:HeadFile={Path.Combine(house.Folder, "audit-head.log")}", $"--Import:Folder={Path.Combine(house.Folder, "imports")}"] });
            builder.Services.AddOffice(builder.Configuration);
            builder.AddJobs();
            builder.AddTransfer();
            return builder.Build();
        }, output, errors);
        return (code, output.ToString().Trim(), errors.ToString().Trim());
    }
}

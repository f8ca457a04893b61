using BackOffice.Portal.Platform.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace BackOffice.Tests.Platform.Security;

public sealed class SignInModeTests
{
    private static SignInMode Of(string environment, string settings)
    {
        var pairs = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).Select(p => KeyValuePair.Create<string, string?>("AzureAd:" + p[0], p[1]));
        return SignInMode.Of(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(), new HostingEnvironment { EnvironmentName = environment });
    }

    [Fact]
    public void Without_settings_there_is_a_page_for_developers_and_for_nobody_else()
    {
        Assert.False(Of("Development", "").ByDirectory);
        Assert.All(new[] { "Production", "Staging", "Test", "development2" }, e => Assert.Throws<RuleBroken>(() => Of(e, "")));
    }

    [Theory]
    [InlineData("Production", "", "AzureAd:TenantId, AzureAd:ClientId, AzureAd:ClientSecret")]
    [InlineData("Production", "TenantId=8a1;ClientId=b2", "AzureAd:ClientSecret")]
    [InlineData("Staging", "TenantId=8a1;ClientSecret=x", "AzureAd:ClientId")]
    [InlineData("Development", "ClientId=b2;ClientSecret=x", "AzureAd:TenantId")]
    [InlineData("Production", "TenantId=common;ClientId=b2;ClientSecret=x", "AzureAd:TenantId is \"common\"")]
    [InlineData("Production", "TenantId=8a1;ClientId=b2;ClientSecret=x;Instance=http://login.example", "AzureAd:Instance is \"http://login.example\"")]
    [InlineData("Production", "Authority=http://127.0.0.1:5600/8a1/v2.0;ClientId=b2;ClientSecret=x", "AzureAd:Authority names a directory on this machine")]
    [InlineData("Development", "Authority=https://evil.example/8a1/v2.0;ClientId=b2;ClientSecret=x", "AzureAd:Authority is \"https://evil.example/8a1/v2.0\"")]
    [InlineData("Production", "Authority=https://login.microsoftonline.com/8a1/v2.0;ClientId=b2;ClientSecret=x", "AzureAd:Authority is")]
    public void What_is_missing_or_unsafe_is_named(string environment, string settings, string named) =>
        Assert.Contains(named, Assert.Throws<RuleBroken>(() => Of(environment, settings)).Message, StringComparison.Ordinal);

    [Fact]
    public void Entra_is_found_by_its_tenant_and_a_directory_on_this_machine_by_its_authority()
    {
        var entra = Of("Production", "TenantId=8a1;ClientId=b2;ClientSecret=x");
        Assert.Equal(("https://login.microsoftonline.com", false), (entra.Origin, entra.Loopback));
        Assert.True(Of("Development", "Authority=http://127.0.0.1:5600/8a1/v2.0;ClientId=b2;ClientSecret=x").Loopback);
    }

    [Fact]
    public async Task The_portal_itself_refuses_to_start_and_says_so_in_one_line()
    {
        using var folder = new TestFolder();
        var (code, _, errors) = await PortalProcess.RunAsync(folder.Path, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["AzureAd__ClientId"] = "b2" });

        Assert.NotEqual(0, code);
        Assert.Equal("People could not sign in. Missing in the settings: AzureAd:TenantId, AzureAd:ClientSecret. The environment is Production; a sign-in page without a directory exists in Development only.", errors);
        Assert.False(File.Exists(folder["office.db"]));
    }

    [Fact]
    public async Task In_production_cookies_belong_to_this_host_and_to_https_and_there_is_no_page_to_choose_a_person_on()
    {
        using var folder = new TestFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["AzureAd__TenantId"] = Guid.NewGuid().ToString(), ["AzureAd__ClientId"] = "b2", ["AzureAd__ClientSecret"] = "x", ["Proxies"] = "127.0.0.1",
        }, "--empty");
        using var browser = new DevBrowser(portal.Address);

        var entry = await browser.GetAsync("/", ("X-Forwarded-Host", "portal.example"), ("X-Forwarded-Proto", "https"));
        Assert.Equal("https://portal.example/sign-in?returnUrl=%2F", entry.Headers.Location!.ToString());
        Assert.Contains("max-age=", Assert.Single(entry.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://login.microsoftonline.com;", entry.Headers.GetValues("Content-Security-Policy").First(), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await browser.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["persona"] = "administrator" }))).StatusCode);
        Assert.DoesNotContain("persona", await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}

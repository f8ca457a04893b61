namespace BackOffice.Portal.Platform.Security;

/// <summary>How people sign in here, as the settings say.</summary>
/// <param name="Directory">The directory's address; null for the development sign-in page.</param>
/// <param name="Loopback">Whether that is the tests' own directory on this machine.</param>
internal sealed record SignInMode(Uri? Directory, bool Loopback)
{
    private static readonly string[] ManyTenants = ["common", "organizations", "consumers"];

    /// <summary>Whether an Entra directory (or the tests' stand-in) recognises people.</summary>
    public bool ByDirectory => Directory is not null;

    /// <summary>Where a sign-out form may lead, for the content security policy.</summary>
    public string? Origin => Directory?.GetLeftPart(UriPartial.Authority);

    /// <summary>Reads the <c>AzureAd</c> section; without it there is a sign-in page in Development and no start anywhere else.</summary>
    /// <exception cref="RuleBroken">Something is missing or unsafe; says which key.</exception>
    public static SignInMode Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var azure = configuration.GetSection("AzureAd");
        var any = new[] { "Instance", "TenantId", "ClientId", "Authority", "ClientSecret" }.Any(k => !string.IsNullOrEmpty(azure[k]));
        if (!any && environment.IsDevelopment()) return new SignInMode(null, Loopback: false);
        var authority = azure["Authority"];
        List<string> missing = [];
        if (string.IsNullOrEmpty(authority) && string.IsNullOrEmpty(azure["TenantId"])) missing.Add("AzureAd:TenantId");
        if (string.IsNullOrEmpty(azure["ClientId"])) missing.Add("AzureAd:ClientId");
        if (string.IsNullOrEmpty(azure["ClientSecret"]) && !azure.GetSection("ClientCredentials").Exists() && !azure.GetSection("ClientCertificates").Exists()) missing.Add("AzureAd:ClientSecret");
        Rule.Require(missing.Count == 0, "People could not sign in. Missing in the settings: {0}. The environment is {1}; a sign-in page without a directory exists in Development only.", string.Join(", ", missing), environment.EnvironmentName);
        Rule.Require(!ManyTenants.Contains(azure["TenantId"], StringComparer.OrdinalIgnoreCase), "AzureAd:TenantId is \"{0}\", which lets in people of any company. Set it to your own tenant's id.", azure["TenantId"]);
        return string.IsNullOrEmpty(authority) ? OfEntra(azure["Instance"]) : OfLoopback(authority, environment);
    }

    private static SignInMode OfEntra(string? instance)
    {
        var address = string.IsNullOrEmpty(instance) ? "https://login.microsoftonline.com/" : instance;
        Rule.Require(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps, "AzureAd:Instance is \"{0}\". It must be an https address.", address);
        return new SignInMode(uri, Loopback: false);
    }

    // Only the tests' own directory is named by its authority: Entra itself is found by instance and tenant.
    private static SignInMode OfLoopback(string authority, IHostEnvironment environment)
    {
        Rule.Require(Uri.TryCreate(authority, UriKind.Absolute, out var uri) && uri.IsLoopback, "AzureAd:Authority is \"{0}\". Only a directory on this machine may be named so; set AzureAd:TenantId for Entra.", authority);
        Rule.Require(environment.IsDevelopment(), "AzureAd:Authority names a directory on this machine. That is for tests, in Development only; remove it.");
        return new SignInMode(uri, Loopback: true);
    }
}

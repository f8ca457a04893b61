using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Somebody a developer may be: one for each built-in role.</summary>
/// <param name="Role">His role.</param>
/// <param name="Name">What he is called, the same at every start.</param>
public sealed record Persona(RoleTemplate Role, string Name)
{
    private static readonly string[] Names = ["Amna Siddiqui", "Bilal Ahmed", "Sana Tariq", "Daniyal Khan", "Farah Qureshi", "Hamza Malik", "Iqra Hussain", "Kamran Shah", "Maryam Baig", "Nadia Farooq", "Omar Rashid", "Zainab Mirza"];

    /// <summary>All of them, in the order of their roles.</summary>
    public static IReadOnlyList<Persona> All { get; } = Christen();

    /// <summary>Short and stable, as it stands in the form.</summary>
    public string Key => Role.Name.ToLowerInvariant().Replace(' ', '-');

    // By the role's own name and not by its place, so that a new role does not rename the others.
    private static List<Persona> Christen()
    {
        var personas = new List<Persona>();
        foreach (var role in RoleTemplate.All)
        {
            var first = role.Name.Aggregate(0, (sum, letter) => (sum * 31 + letter) & 0xFFFF);
            personas.Add(new Persona(role, Enumerable.Range(first, Names.Length).Select(i => Names[i % Names.Length]).FirstOrDefault(n => personas.All(p => p.Name != n)) ?? role.Name));
        }
        return personas;
    }
}

/// <summary>Signing in without a directory, on a developer's machine. These endpoints are mapped nowhere else: <see cref="SignInMode"/> refuses to start instead.</summary>
internal static class DevelopmentSignIn
{
    public static void MapDevelopmentSignIn(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) throw new InvalidOperationException("The development sign-in exists in Development only.");
        app.MapGet(SignIn.Address, (string? returnUrl) => new RazorComponentResult<SignInPage>(new { ReturnUrl = LocalAddress.Of(returnUrl) }))
            .AllowAnonymous().RequireRateLimiting(SecuritySetup.SignInLimit);
        app.MapPost(SignIn.Address, EnterAsync).AllowAnonymous().RequireRateLimiting(SecuritySetup.SignInLimit);
    }

    private static async Task<IResult> EnterAsync([FromForm] string persona, [FromForm] string? returnUrl, HttpContext http)
    {
        if (Persona.All.FirstOrDefault(p => p.Key == persona) is not { } chosen) return TypedResults.NotFound();
        var admission = await SignIn.AdmitAsync(http, new Arrival("development", chosen.Key, chosen.Name, $"{chosen.Key}@example.org", chosen.Role.Name));
        if (!admission.Enabled) return await SignIn.RefusalAsync(http);
        // Not by the role in the arrival, which makes nobody administrator: a developer is the operator of his own machine.
        if (chosen.Role.Name == Role.Administrator) await http.RequestServices.GetRequiredService<RightsDesk>().GrantAdministratorAsync(admission.Id, http.RequestAborted);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PersonClaims.Of(admission));
        return TypedResults.LocalRedirect(LocalAddress.Of(returnUrl));
    }
}

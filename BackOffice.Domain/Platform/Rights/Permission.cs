using System.ComponentModel;
using System.Reflection;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>One thing a person may be allowed to do.</summary>
/// <param name="Name">Stable name, "domain.act", as <c>inventory.reorder</c>.</param>
/// <param name="Words">What it allows, in words.</param>
/// <param name="Limited">Whether a role may allow it up to an amount only.</param>
public sealed record Permission(string Name, string Words, bool Limited = false)
{
    /// <summary>The domain it belongs to, as the first part of its name says.</summary>
    public string Domain => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Whoever is signed in with an account that is switched on.</summary>
    public const string SignedIn = "platform.signed-in";

    /// <summary>Every permission of the house: the constants of all classes called ...Permissions, found by scanning.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        .. typeof(Permission).Assembly.GetTypes().Where(t => t.Name.EndsWith("Permissions", StringComparison.Ordinal)).SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.IsLiteral)
            .Select(f => new Permission((string)f.GetRawConstantValue()!, f.GetCustomAttribute<DescriptionAttribute>()?.Description ?? f.Name, f.IsDefined(typeof(LimitedAttribute))))
            .OrderBy(p => p.Name, StringComparer.Ordinal),
    ];
}

/// <summary>The act has an amount, and a role may allow it up to a limit.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LimitedAttribute : Attribute;

/// <summary>What may be done with the house itself.</summary>
public static class PlatformPermissions
{
    /// <summary>Accounts and roles.</summary>
    [Description("Manage people, roles and permissions")]
    public const string Rights = "platform.rights";

    /// <summary>Recurring jobs.</summary>
    [Description("See, schedule, run and stop background jobs")]
    public const string Jobs = "platform.jobs";

    /// <summary>The audit trail of everything.</summary>
    [Description("Read the audit trail of all records")]
    public const string Audit = "platform.audit";

    /// <summary>What goes out by mail.</summary>
    [Description("Read the outbox, resend and discard mail")]
    public const string Mail = "platform.mail";

    /// <summary>Sensitive fields.</summary>
    [Description("Reveal sensitive fields; every reading is written down")]
    public const string Reveal = "platform.reveal";
}

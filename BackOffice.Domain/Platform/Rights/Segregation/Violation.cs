using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights.Segregation;

/// <summary>Somebody who holds both permissions of a rule, and through which roles.</summary>
public sealed record Violation
{
    /// <summary>The rule.</summary>
    public long RuleId { get; init; }

    /// <summary>The one permission.</summary>
    public string First { get; init; } = "";

    /// <summary>The other.</summary>
    public string Second { get; init; } = "";

    /// <summary>What could happen.</summary>
    public string Why { get; init; } = "";

    /// <summary>The account.</summary>
    public long UserId { get; init; }

    /// <summary>Its name.</summary>
    public string Person { get; init; } = "";

    /// <summary>The role that allows the one.</summary>
    public string FirstRole { get; init; } = "";

    /// <summary>The role that allows the other.</summary>
    public string SecondRole { get; init; } = "";
}

/// <summary>Finds out who holds what nobody should hold together; one question, however many people there are.</summary>
internal static class Violations
{
    /// <summary>All of a day. Administrators are left out: they hold everything, and their number is a matter of its own.</summary>
    public static IQueryable<Violation> On(BackOfficeDb db, DateOnly day)
    {
        var members = db.Set<RoleMember>().On(day);
        return from rule in db.Set<SegregationRule>()
               join one in db.Set<RoleGrant>() on rule.First equals one.Permission
               join other in db.Set<RoleGrant>() on rule.Second equals other.Permission
               join first in members on one.RoleId equals first.RoleId
               join second in members on new { other.RoleId, first.UserId } equals new { second.RoleId, second.UserId }
               join user in db.Set<UserAccount>() on first.UserId equals user.Id
               join firstRole in db.Set<Role>() on one.RoleId equals firstRole.Id
               join secondRole in db.Set<Role>() on other.RoleId equals secondRole.Id
               where user.Enabled && firstRole.Template != Role.Administrator && secondRole.Template != Role.Administrator
               select new Violation
               {
                   RuleId = rule.Id, First = rule.First, Second = rule.Second, Why = rule.Why,
                   UserId = user.Id, Person = user.Name, FirstRole = firstRole.Name, SecondRole = secondRole.Name,
               };
    }
}

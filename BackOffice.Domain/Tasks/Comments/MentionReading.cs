using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Tasks.Comments;

/// <summary>Finds whom a text calls: @ and a person's whole name, or his employee number or e-mail.</summary>
internal static class MentionReading
{
    private const int LongestName = 120;
    private const int Most = 50;

    /// <summary>The people who are called, each of whom may see the record.</summary>
    /// <exception cref="RuleBroken">One of them may not see it, or it is not clear who is meant.</exception>
    public static async Task<IReadOnlyList<Person>> PeopleAsync(BackOfficeDb db, string text, RecordRef record, CancellationToken ct)
    {
        var called = new Dictionary<long, Person>();
        foreach (var name in Calls(text).Distinct(StringComparer.CurrentCultureIgnoreCase).Take(Most))
        {
            var first = name.Split(' ', 2)[0].TrimEnd('.', ',', ';', ':', '!', '?', ')');
            if (first.Length == 0) continue;
            var people = await db.Set<Person>().Where(p => p.Name.StartsWith(first) || p.EmployeeNumber == first || p.Email == first).OrderBy(p => p.Id).Take(1000).ToListAsync(ct);
            var meant = people.Where(p => Matches(name, p)).ToList();
            if (meant.Count == 0) continue;
            var longest = meant.Max(p => Length(name, p));
            meant.RemoveAll(p => Length(name, p) < longest);
            Rule.Require(meant.Count == 1, "Several people are called {0}. Write @ and the e-mail of the one you mean.", meant[0].Name);
            called[meant[0].Id] = meant[0];
        }
        foreach (var person in called.Values)
        {
            var sees = person.AccountId is { } account && await RecordSight.SeesAsync(db, account, record, ct);
            Rule.Require(sees, "{0} may not see this and would not understand. Take the mention out, or let them see it first.", person.Name);
        }
        return [.. called.Values];
    }

    // What stands behind each @ that begins a word.
    private static IEnumerable<string> Calls(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '@')) continue;
            var behind = text.AsSpan(at + 1, Math.Min(LongestName + 1, text.Length - at - 1)).ToString();
            var line = behind.AsSpan().IndexOfAny('\r', '\n');
            if (line >= 0) behind = behind[..line];
            if (behind.Length > 0 && !char.IsWhiteSpace(behind[0])) yield return behind;
        }
    }

    private static bool Matches(string said, Person person) => Length(said, person) > 0;

    private static int Length(string said, Person person) => new[] { person.Name, person.EmployeeNumber, person.Email }.Max(name => Begins(said, name) ? name!.Length : 0);

    private static bool Begins(string said, string? name) =>
        name is { Length: > 0 } && said.StartsWith(name, StringComparison.CurrentCultureIgnoreCase) && (said.Length == name.Length || !char.IsLetterOrDigit(said[name.Length]));
}

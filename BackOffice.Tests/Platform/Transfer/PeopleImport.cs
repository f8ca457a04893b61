using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

/// <summary>A kind of import as a domain writes one, over the accounts that every house has.</summary>
[Import("test.people", "People", PlatformPermissions.Rights)]
public sealed class PeopleImport : ImportKind
{
    private static readonly ImportColumn<string> Code = ImportColumn.Text("Code", 64).Key().Alias("PersonID", "Employee no");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("Name", 120).Required().Alias("Full name");
    private static readonly ImportColumn<string> Email = ImportColumn.Text("Email", 254).Alias("E-mail address");
    private static readonly ImportColumn<decimal> Limit = ImportColumn.Number("Limit").Alias("Approval limit");
    private static readonly ImportColumn<DateOnly> Since = ImportColumn.Day("Since");
    private static readonly ImportColumn<string> Group = ImportColumn.Text("Group", 80);

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Code, Name, Email, Limit, Since, Group];

    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var people = await chunk.FindAsync<UserAccount>(Code, p => p.ObjectId, ct);
        var groups = await chunk.FindAsync<Role>(Group, r => r.Name, ct);
        chunk.Each(line =>
        {
            var role = line.Has(Group) ? line.Require(groups, Group, "There is no group \"{0}\". Create it first.") : null;
            var person = line.Record(people, line.Get(Code), () => new UserAccount { TenantId = "import", ObjectId = line.Get(Code) });
            line.Set(Name, name => person.Name = name);
            line.Set(Email, email => person.Email = email);
            line.Set(Since, day => person.Theme = day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));
            line.Set(Limit, limit => Rule.RequireField(Limit.Name, limit >= 0, "\"{0}\" is negative. Enter 0 or more.", limit));
            // What only the database can refuse: a second record under a taken key.
            if (person.Name.StartsWith("Twin of ", StringComparison.Ordinal)) line.Add(new UserAccount { TenantId = "import", ObjectId = person.Name[8..], Name = person.Name });
            if (role is not null && person.IsNew) line.AddLater(() => new RoleMember { RoleId = role.Id, UserId = person.Id });
        });
    }
}

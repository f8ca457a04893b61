using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;

namespace BackOffice.Domain.Tasks.Lists;

/// <summary>Somebody to whom a list is open.</summary>
public sealed class ListMember : Entity
{
    /// <summary>The list.</summary>
    public long ListId { get; private set; }

    /// <summary>One person.</summary>
    public long? PersonId { get; internal init; }

    /// <summary>Everybody of a team.</summary>
    public long? TeamId { get; internal init; }

    /// <summary>Everybody whose seat is in a department, or in one below it.</summary>
    public long? DepartmentId { get; internal init; }

    /// <summary>May work in it, not only read.</summary>
    public bool MayEdit { get; internal init; }

    internal bool IsFor(ListMember other) => (PersonId, TeamId, DepartmentId) == (other.PersonId, other.TeamId, other.DepartmentId);
}

internal sealed class ListMemberMapping : IEntityTypeConfiguration<ListMember>
{
    public void Configure(EntityTypeBuilder<ListMember> builder)
    {
        builder.HasIndex(m => new { m.PersonId, m.ListId });
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId);
        builder.HasOne<Department>().WithMany().HasForeignKey(m => m.DepartmentId);
    }
}

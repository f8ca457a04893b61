using System.Globalization;

namespace BackOffice.Domain.Platform.Trees;

/// <summary>A record that stands under another of its kind: a category, a location, a department. Its path names all above it, so that a whole branch is one range.</summary>
public abstract class Branch : Entity
{
    /// <summary>The one above; none for a root.</summary>
    [Display(Name = "Parent")]
    public long? ParentId { get; set; }

    /// <summary>Ids from the root down to this one: <c>/3/17/</c>. Empty until it is placed.</summary>
    [MaxLength(200)]
    public string Path { get; private set; } = "";

    /// <summary>How deep it stands; a root stands at 1.</summary>
    public int Depth => Path.Count(c => c == '/') - 1;

    /// <summary>As people know it, for sentences.</summary>
    protected abstract string Title { get; }

    /// <summary>Places it under another one, or at the root.</summary>
    /// <exception cref="RuleBroken">The other one stands below it, or the tree would become too deep.</exception>
    internal void PlaceUnder(Branch? parent)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"/{Id}/");
        Rule.RequireField(nameof(ParentId), parent is null || !parent.Path.Contains(own, StringComparison.Ordinal), "{0} cannot stand under {1}, which stands below it.", Title, parent?.Title);
        var path = parent is null ? own : parent.Path + own[1..];
        Rule.RequireField(nameof(ParentId), path.Length <= 200, "{0} would stand too deep in the tree.", Title);
        (ParentId, Path) = (parent?.Id, path);
    }

    /// <summary>Follows a branch that was placed elsewhere.</summary>
    internal void Follow(string oldPath, string newPath) => Path = newPath + Path[oldPath.Length..];
}

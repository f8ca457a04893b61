namespace BackOffice.Portal.Platform.Shell;

/// <summary>Puts a page into the navigation, under the domain whose folder it lies in; it shows to those who may open it.</summary>
/// <param name="title">What the entry says, in English; key of its translation.</param>
/// <param name="icon">One of <see cref="Glyphs"/>; shown where entries stand alone.</param>
/// <param name="order">Place among the entries of the same group.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NavAttribute(string title, string icon, int order) : Attribute
{
    /// <summary>What the entry says, in English.</summary>
    public string Title { get; } = title;

    /// <summary>The entry's glyph.</summary>
    public string Icon { get; } = icon;

    /// <summary>Place among the entries of the same group.</summary>
    public int Order { get; } = order;

    /// <summary>Stands above the domains, because it is about the person and not about a trade.</summary>
    public bool Personal { get; init; }
}

/// <summary>How a domain shows in the navigation; declared once in the domain's own folder.</summary>
/// <param name="domain">The folder's name.</param>
/// <param name="icon">One of <see cref="Glyphs"/>.</param>
/// <param name="order">Place among the domains.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class NavGroupAttribute(string domain, string icon, int order) : Attribute
{
    /// <summary>The folder's name.</summary>
    public string Domain { get; } = domain;

    /// <summary>The domain's glyph.</summary>
    public string Icon { get; } = icon;

    /// <summary>Place among the domains.</summary>
    public int Order { get; } = order;
}

/// <summary>Shows a component on the start page of everybody who passes its <c>[Authorize]</c>; domains bring their own, as a <c>TodayPanel</c> each.</summary>
/// <param name="order">Place among the panels.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TodayAttribute(int order) : Attribute
{
    /// <summary>Place among the panels.</summary>
    public int Order { get; } = order;
}

/// <summary>Says that a page shows one kind of record, so that links, search hits and notices find it. The page's route ends in <c>{Id:long}</c>.</summary>
/// <typeparam name="T">The record.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ShowsAttribute<T> : Attribute, IShows where T : Entity
{
    /// <inheritdoc />
    public Type Record => typeof(T);
}

/// <summary>A page of one kind of record.</summary>
public interface IShows
{
    /// <summary>The entity's type.</summary>
    Type Record { get; }
}

/// <summary>Counts what waits behind an entry of the navigation; found by scanning, asked in the person's own scope.</summary>
public interface INavCounter
{
    /// <summary>The page whose entry shows the number.</summary>
    Type Page { get; }

    /// <summary>How much waits; 0 shows nothing.</summary>
    Task<int> CountAsync(CancellationToken ct);
}

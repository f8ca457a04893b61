namespace BackOffice.Portal.Platform.Paper;

/// <summary>A kind of paper that the portal hands out as PDF; found by scanning, made in the reader's own scope and under his own rights.</summary>
/// <param name="name">As it stands in the address, "purchase-order".</param>
public abstract class PaperKind(string name)
{
    /// <summary>As it stands in the address.</summary>
    public string Name { get; } = name;

    /// <summary>The paper of one record.</summary>
    public abstract Task<PaperDocument> MakeAsync(long id, CancellationToken ct);
}

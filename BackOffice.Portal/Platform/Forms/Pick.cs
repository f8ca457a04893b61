namespace BackOffice.Portal.Platform.Forms;

/// <summary>A record that can be picked in a field.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Title">What the reader knows it by.</param>
public sealed record Pick(long Id, string Title);

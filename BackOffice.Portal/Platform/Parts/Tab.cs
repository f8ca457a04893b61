namespace BackOffice.Portal.Platform.Parts;

/// <summary>A section of a record's page; which one is open stands in the address.</summary>
/// <param name="Key">As in the address: <c>?tab=stock</c>.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Count">How many records it shows.</param>
public sealed record Tab(string Key, string Title, int? Count = null);

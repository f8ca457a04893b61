namespace BackOffice.Portal.Inventory.Locations;

/// <summary>How people call a location: by its code, and by its name where that says more.</summary>
internal static class LocationWords
{
    public static string Of(string code, string name) => string.Equals(code, name, StringComparison.OrdinalIgnoreCase) ? code : $"{code} {name}";
}

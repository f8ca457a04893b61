using BackOffice.Portal.Platform.Shell;

[assembly: NavGroup("Inventory", Glyphs.Box, 60)]

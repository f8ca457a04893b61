using BackOffice.Portal.Platform.Shell;

[assembly: NavGroup("Organization", Glyphs.Organization, 10)]

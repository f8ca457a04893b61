using BackOffice.Portal.Platform.Shell;

[assembly: NavGroup("Tasks", Glyphs.Checklist, 20)]

using MudBlazor;

namespace BackOffice.Portal.Platform.Shell;

/// <summary>The tokens of tokens.css as the component library's theme knows them.</summary>
internal static class HouseTheme
{
    private static readonly string[] Fonts = ["Inter", "Noto Naskh Arabic", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b6577", PrimaryDarken = "#09525f", PrimaryContrastText = "#ffffff", Secondary = "#47515b", SecondaryContrastText = "#ffffff",
            Tertiary = "#0b6577", TertiaryContrastText = "#ffffff",
            Success = "#1d6a3c", SuccessContrastText = "#ffffff", Warning = "#80500a", WarningContrastText = "#ffffff",
            Error = "#a82a26", ErrorContrastText = "#ffffff", Info = "#2f4f8f", InfoContrastText = "#ffffff",
            Background = "#ffffff", Surface = "#ffffff", BackgroundGray = "#f5f6f7", TableStriped = "#f5f6f7",
            DrawerBackground = "#f5f6f7", DrawerText = "#47515b", DrawerIcon = "#5f6a74", AppbarBackground = "#ffffff", AppbarText = "#14191e",
            TextPrimary = "#14191e", TextSecondary = "#47515b", TextDisabled = "#5f6a74", ActionDisabled = "#5f6a74", ActionDefault = "#47515b",
            ActionDisabledBackground = "#eff1f3", Skeleton = "#eff1f3",
            LinesInputs = "#868f98", LinesDefault = "#e3e6e9", TableLines = "#e3e6e9", Divider = "#e3e6e9", TableHover = "#f2f4f5",
            OverlayDark = "rgba(17,22,27,0.38)", RippleOpacity = 0, RippleOpacitySecondary = 0,
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#1a7285", PrimaryDarken = "#1c7d91", PrimaryContrastText = "#ffffff", Secondary = "#b3bcc4", SecondaryContrastText = "#14181c",
            Tertiary = "#63bccd", TertiaryContrastText = "#14181c",
            Success = "#7ecb9b", SuccessContrastText = "#14181c", Warning = "#e3b566", WarningContrastText = "#14181c",
            Error = "#f29a93", ErrorContrastText = "#14181c", Info = "#a0b9ec", InfoContrastText = "#14181c",
            Background = "#14181c", Surface = "#1c2126", BackgroundGray = "#0f1316", TableStriped = "#0f1316",
            DrawerBackground = "#0f1316", DrawerText = "#b3bcc4", DrawerIcon = "#929ca6", AppbarBackground = "#14181c", AppbarText = "#e8ebee",
            TextPrimary = "#e8ebee", TextSecondary = "#b3bcc4", TextDisabled = "#929ca6", ActionDisabled = "#929ca6", ActionDefault = "#b3bcc4",
            ActionDisabledBackground = "#0f1316", Skeleton = "#0f1316",
            LinesInputs = "#6b757f", LinesDefault = "#282e34", TableLines = "#282e34", Divider = "#282e34", TableHover = "#1b2025",
            OverlayDark = "rgba(0,0,0,0.6)", RippleOpacity = 0, RippleOpacitySecondary = 0,
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px", AppbarHeight = "44px", DrawerWidthLeft = "224px", DrawerMiniWidthLeft = "52px", DrawerWidthRight = "316px",
        },
        Typography = new Typography
        {
            Default = Type<DefaultTypography>("13px", "20px", "400"),
            Body1 = Type<Body1Typography>("14px", "20px", "400"),
            Body2 = Type<Body2Typography>("13px", "20px", "400"),
            Caption = Type<CaptionTypography>("12px", "16px", "400"),
            Overline = Type<OverlineTypography>("12px", "16px", "400"),
            Subtitle1 = Type<Subtitle1Typography>("14px", "20px", "600"),
            Subtitle2 = Type<Subtitle2Typography>("13px", "20px", "600"),
            Button = Type<ButtonTypography>("13px", "20px", "500"),
            H1 = Type<H1Typography>("24px", "32px", "600"),
            H2 = Type<H2Typography>("24px", "32px", "600"),
            H3 = Type<H3Typography>("24px", "32px", "600"),
            H4 = Type<H4Typography>("24px", "32px", "600"),
            H5 = Type<H5Typography>("20px", "28px", "600"),
            H6 = Type<H6Typography>("16px", "24px", "600"),
        },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(step => step switch { 8 => "var(--shadow-2)", 24 => "var(--shadow-3)", _ => "none" })] },
    };

    private static T Type<T>(string size, string line, string weight) where T : BaseTypography, new() => new()
    {
        FontFamily = Fonts, FontSize = size, LineHeight = line, FontWeight = weight, LetterSpacing = "normal", TextTransform = "none",
    };
}

using System.Collections.Frozen;

namespace Santral.Contracts.Files;

/// <summary>Files that can run or bring something that runs when they are opened: people are warned, and none is ever shown in the page.</summary>
public static class RiskyFiles
{
    // Programs and installers, scripts, what starts them, pages that carry scripts, discs and archives that Windows opens by itself, documents with macros.
    private static readonly FrozenSet<string> Endings = new[]
    {
        ".apk", ".app", ".appx", ".bat", ".cmd", ".com", ".cpl", ".deb", ".dll", ".dmg", ".exe", ".gadget", ".jar", ".msi", ".msix", ".msp", ".pif", ".pkg", ".rpm", ".scr",
        ".hta", ".js", ".jse", ".ps1", ".reg", ".sh", ".vb", ".vbe", ".vbs", ".wsf", ".wsh",
        ".lnk", ".msc", ".one", ".rdp", ".url",
        ".chm", ".htm", ".html", ".mht", ".mhtml", ".shtml", ".svg", ".xhtml", ".xml", ".xsl",
        ".img", ".iso", ".vhd", ".vhdx",
        ".docm", ".dotm", ".pptm", ".xlam", ".xll", ".xlsm",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the name's ending; dots and blanks after it are no part of it, as Windows sees it.</summary>
    public static bool ByName(string name) => Endings.Contains(Path.GetExtension(name.TrimEnd('.', ' ')));

    /// <summary>Windows and Unix programs and scripts, by their first bytes whatever the name says.</summary>
    public static bool ByStart(ReadOnlySpan<byte> start)
        => start.StartsWith("MZ"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46]) || start.StartsWith("#!"u8);
}

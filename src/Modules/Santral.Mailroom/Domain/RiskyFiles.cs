namespace Santral.Mailroom.Domain;

/// <summary>Kinds of files that can run when they are opened: shown with a warning, never opened by us.</summary>
public static class RiskyFiles
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".msp", ".dll", ".cpl", ".jar", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".wsh", ".ps1",
        ".hta", ".lnk", ".url", ".reg", ".iso", ".img", ".vhd", ".chm", ".docm", ".xlsm", ".pptm", ".dotm", ".xlam", ".xll", ".app", ".dmg", ".pkg",
        ".sh", ".deb", ".rpm", ".apk", ".html", ".htm", ".xhtml", ".shtml", ".mht", ".svg", ".one", ".rdp",
    };

    public static bool Are(string name) => Endings.Contains(Path.GetExtension(name.TrimEnd('.', ' ')));
}

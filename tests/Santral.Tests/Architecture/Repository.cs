using System.Runtime.CompilerServices;

namespace Santral.Tests.Architecture;

/// <summary>The repository's own files, as the architecture tests read them.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFile(), "..", "..", "..", ".."));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files below a folder, relative to the root, without what builds make.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

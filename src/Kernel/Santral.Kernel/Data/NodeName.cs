using System.Security.Cryptography;

namespace Santral.Kernel;

/// <summary>
/// What this process is called among those that share one database. The name lies in the data folder, which each has for itself, so it is the same
/// after a restart and a move: a process takes up what it left unfinished itself, and nobody else's.
/// </summary>
public sealed class NodeName(string dataFolder)
{
    /// <summary>Columns that hold it are this long.</summary>
    public const int Longest = 40;

    private readonly Lazy<string> _name = new(() => ReadOrMake(Path.Combine(dataFolder, "node")));

    public string Name => _name.Value;

    private static string ReadOrMake(string path)
    {
        if (Read(path) is { } known)
        {
            return known;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(unfinished, RandomNumberGenerator.GetHexString(Longest / 2, lowercase: true));
        File.Move(unfinished, path, overwrite: true);
        return Read(path)!;
    }

    private static string? Read(string path)
        => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 and <= Longest } name ? name : null;
}

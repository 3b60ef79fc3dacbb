using System.Security.Cryptography;
using Santral.Calls.Domain;

namespace Santral.Calls.Live;

/// <summary>
/// What this process is called among those that share one database. The name lies in the data folder, which each has for itself, so it is the same
/// after a restart and a move: a process closes the calls that it left open itself, and nobody else's.
/// </summary>
internal sealed class CallsNode(CallsOptions options)
{
    private readonly Lazy<string> _name = new(() => ReadOrMake(Path.Combine(options.DataFolder, "node")));

    public string Name => _name.Value;

    private static string ReadOrMake(string path)
    {
        if (Read(path) is { } known)
        {
            return known;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(unfinished, RandomNumberGenerator.GetHexString(CallLimits.Node / 2, lowercase: true));
        File.Move(unfinished, path, overwrite: true);
        return Read(path)!;
    }

    private static string? Read(string path)
        => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 and <= CallLimits.Node } name ? name : null;
}

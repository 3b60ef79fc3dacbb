using System.Diagnostics;

namespace Santral.Calls.Live.Telephone;

/// <summary>One media process that this one started: the same program with another role.</summary>
internal sealed class MediaChild : IDisposable
{
    private const string Program = "santral";
    private readonly Process _process;

    private MediaChild(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Ends with the process.</summary>
    public Task Over => _process.WaitForExitAsync();

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static MediaChild Start(string dataFolder)
    {
        var (file, first) = Command();
        var start = new ProcessStartInfo(file) { UseShellExecute = false };
        foreach (var argument in (string[])[.. first, "--role", "media", "--data", dataFolder])
        {
            start.ArgumentList.Add(argument);
        }

        return new MediaChild(Process.Start(start) ?? throw new InvalidOperationException("No process was started."));
    }

    /// <summary>Ends it at once; it has nothing to say any more.</summary>
    public async Task EndAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    /// <summary>The program as it runs now: by its own start file, or by `dotnet`, as tests run it.</summary>
    private static (string File, IReadOnlyList<string> First) Command()
    {
        var own = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(own) switch
        {
            Program => (own, []),
            "dotnet" => (own, [Path.Combine(AppContext.BaseDirectory, $"{Program}.dll")]),
            _ => ("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{Program}.dll")]),
        };
    }
}

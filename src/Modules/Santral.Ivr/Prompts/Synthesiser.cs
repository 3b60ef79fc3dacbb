using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Santral.Ivr.Prompts;

/// <summary>
/// Speaks texts with espeak-ng, a program of its own that is spawned, never linked (its licence). Sounds are kept by a hash of text, language and speed;
/// requests for the same text at the same time make one sound. A failure is no exception: the caller hears a pause.
/// </summary>
public sealed class Synthesiser : IDisposable
{
    /// <summary>Sentences with a caller's own figures are not kept longer than this.</summary>
    internal static readonly TimeSpan KeepSpokenFor = TimeSpan.FromDays(1);

    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _underWay = new();

    // Two cores carry the calls as well.
    private readonly SemaphoreSlim _turn = new(2, 2);
    private readonly IvrOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Synthesiser> _log;
    private readonly Counter<long> _made;
    private readonly Counter<long> _failed;

    public Synthesiser(IvrOptions options, TimeProvider clock, IMeterFactory meters, ILogger<Synthesiser> log)
    {
        _options = options;
        _clock = clock;
        _log = log;
        var meter = meters.Create("Santral.Ivr");
        _made = meter.CreateCounter<long>("santral.ivr.prompts_made", description: "Texts spoken by the synthesiser.");
        _failed = meter.CreateCounter<long>("santral.ivr.prompts_failed", description: "Texts the synthesiser could not speak; the caller heard a pause.");
    }

    /// <param name="lasting">A prompt of the library is kept; a sentence with a caller's figures is thrown away after a day.</param>
    /// <returns>The path of a WAV file; null when it could not be made.</returns>
    public async Task<string?> SpeakAsync(string text, string language, bool lasting, CancellationToken stop)
    {
        var path = PathOf(text, language, lasting);
        if (File.Exists(path))
        {
            return path;
        }

        var made = _underWay.GetOrAdd(path, _ => new Lazy<Task<string?>>(() => MakeAsync(text, language, path)));

        // Who asked first may hang up; the others still want the sound.
        return await made.Value.WaitAsync(stop);
    }

    /// <summary>Where the sound of a text lies or would lie.</summary>
    public string PathOf(string text, string language, bool lasting)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{language} {_options.Speed}\n{text}")))[..32];
        return Path.Combine(_options.Folder, lasting ? "made" : "spoken", $"{hash}.wav");
    }

    /// <summary>Throws old sentences away.</summary>
    public void Forget()
    {
        var folder = Path.Combine(_options.Folder, "spoken");
        var before = (_clock.GetUtcNow() - KeepSpokenFor).UtcDateTime;
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.wav") : [])
        {
            try
            {
                if (File.GetLastWriteTimeUtc(file) < before)
                {
                    File.Delete(file);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _log.LogWarning(e, "An old sound could not be thrown away.");
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private static string VoiceOf(string language) => language is "tr" or "sv" ? language : "en";

    private async Task<string?> MakeAsync(string text, string language, string path)
    {
        await _turn.WaitAsync();
        var half = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (await RunAsync(text, VoiceOf(language), half) && new FileInfo(half) is { Exists: true, Length: > 44 })
            {
                File.Move(half, path, overwrite: true);
                _made.Add(1);
                return path;
            }

            _failed.Add(1);
            return null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            _failed.Add(1);
            _log.LogError(e, "{Program} could not speak a prompt.", _options.Espeak);
            return null;
        }
        finally
        {
            _turn.Release();
            _underWay.TryRemove(path, out _);
        }
    }

    private async Task<bool> RunAsync(string text, string voice, string path)
    {
        var start = new ProcessStartInfo(_options.Espeak)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            UseShellExecute = false,
        };
        var speed = _options.Speed.ToString(CultureInfo.InvariantCulture);
        foreach (var argument in (string[])["-v", voice, "-s", speed, "-b", "1", "--stdin", "-w", path])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(GiveUpAfter, _clock);
        try
        {
            var said = process.StandardError.ReadToEndAsync(patience.Token);
            var printed = process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(text.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            await Task.WhenAll(said, printed);
            if (process.ExitCode != 0)
            {
                _log.LogError("{Program} ended with {Code}: {Said}", _options.Espeak, process.ExitCode, await said);
            }

            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            _log.LogError("{Program} did not end within {Seconds} s.", _options.Espeak, GiveUpAfter.TotalSeconds);
            return false;
        }
    }
}

using Microsoft.Playwright;
using Santral.Testing;

namespace Santral.StoryTests.Harness;

/// <summary>A real browser whose microphone says a tone of 1000 Hz: one process for the people of all stories.</summary>
public sealed class Browser : IAsyncDisposable
{
    public const int VoiceHz = 1000;

    // Chromium without the windows nobody sees takes half the processor; CHROMIUM names another.
    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM")
        ?? (File.Exists("/usr/bin/chromium-headless-shell") ? "/usr/bin/chromium-headless-shell" : "/usr/bin/chromium");

    private readonly TestFolder _folder = new();
    private readonly Lazy<Task<IBrowser>> _started;
    private IPlaywright? _playwright;

    public Browser() => _started = new(StartAsync);

    public Task<IBrowser> StartedAsync() => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            await (await _started.Value).CloseAsync();
        }

        _playwright?.Dispose();
        _folder.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        var voice = Path.Combine(_folder.Path, "voice.wav");
        await File.WriteAllBytesAsync(voice, TestTone.Wav(VoiceHz, 4000, 48_000));
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--allow-loopback-in-peer-connection",
                "--autoplay-policy=no-user-gesture-required", $"--use-file-for-fake-audio-capture={voice}",
            ],
        });
    }
}

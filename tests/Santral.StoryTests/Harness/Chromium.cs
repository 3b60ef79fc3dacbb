using Microsoft.Playwright;
using Santral.Testing;

namespace Santral.StoryTests.Harness;

/// <summary>A real browser whose microphone says a tone of 1000 Hz.</summary>
public sealed class Chromium : IAsyncDisposable
{
    public const int VoiceHz = 1000;

    // Keeps hold of the page's peer connections, so that a test can measure what the agent's ear gets.
    private const string RememberConnections = """
        window.__connections = [];
        window.RTCPeerConnection = class extends window.RTCPeerConnection {
          constructor(...args) { super(...args); window.__connections.push(this); }
        };
        """;

    // Chromium without the windows nobody sees takes half the processor; CHROMIUM names another.
    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM")
        ?? (File.Exists("/usr/bin/chromium-headless-shell") ? "/usr/bin/chromium-headless-shell" : "/usr/bin/chromium");

    private readonly TestFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static async Task<Chromium> StartAsync()
    {
        var chromium = new Chromium();
        var voice = Path.Combine(chromium._folder.Path, "voice.wav");
        await File.WriteAllBytesAsync(voice, TestTone.Wav(VoiceHz, 4000, 48_000));
        chromium._playwright = await Playwright.CreateAsync();
        chromium._browser = await chromium._playwright.Chromium.LaunchAsync(new()
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
        return chromium;
    }

    /// <summary>A person with a browser of his own: cookies, storage, language.</summary>
    public async Task<IPage> NewPersonAsync(string address, string locale = "tr-TR", int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = locale,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            Permissions = ["microphone"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddInitScriptAsync(RememberConnections);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }

    /// <summary>The strongest tone in what the page's newest connection receives, in Hz; polls in the page until it is near the wanted one.</summary>
    public static Task<IJSHandle> HearsAsync(IPage page, int hz)
        => page.WaitForFunctionAsync(
            """
            (hz) => {
              const connection = window.__connections.filter((c) => c.connectionState === 'connected').at(-1);
              const track = connection?.getReceivers().find((r) => r.track?.kind === 'audio')?.track;
              if (!track) return false;
              if (window.__ear?.track !== track) {
                const audio = new AudioContext();
                const analyser = audio.createAnalyser();
                analyser.fftSize = 8192;
                analyser.smoothingTimeConstant = 0;
                audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
                audio.resume();
                window.__ear = { track, audio, analyser };
              }
              const { analyser, audio } = window.__ear;
              const bins = new Float32Array(analyser.frequencyBinCount);
              analyser.getFloatFrequencyData(bins);
              const peak = bins.indexOf(Math.max(...bins));
              const heard = (peak * audio.sampleRate) / analyser.fftSize;
              window.__heard = heard;
              return bins[peak] > -60 && Math.abs(heard - hz) < 25;
            }
            """,
            hz,
            new() { PollingInterval = 100, Timeout = 30_000 });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _folder.Dispose();
    }
}

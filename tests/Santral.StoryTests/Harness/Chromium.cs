using Microsoft.Playwright;

namespace Santral.StoryTests.Harness;

/// <summary>The people of a story, each with a browser of his own: cookies, storage, language. They leave with the story.</summary>
public sealed class Chromium(Browser browser) : IAsyncDisposable
{
    public const int VoiceHz = Browser.VoiceHz;

    // Keeps hold of the page's peer connections, so that a test can measure what the agent's ear gets.
    private const string RememberConnections = """
        window.__connections = [];
        window.RTCPeerConnection = class extends window.RTCPeerConnection {
          constructor(...args) { super(...args); window.__connections.push(this); }
        };
        """;

    private readonly List<IBrowserContext> _people = [];

    public async Task<IPage> NewPersonAsync(string address, string locale = "tr-TR", int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await (await browser.StartedAsync()).NewContextAsync(new()
        {
            BaseURL = address,
            Locale = locale,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            Permissions = ["microphone"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        _people.Add(context);
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
        foreach (var person in _people)
        {
            await person.CloseAsync();
        }
    }
}

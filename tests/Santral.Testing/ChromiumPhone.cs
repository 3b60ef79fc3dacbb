using Microsoft.Playwright;

namespace Santral.Testing;

/// <summary>A browser phone: real Chromium that speaks a tone from a file as its microphone and measures what it hears.</summary>
public sealed class ChromiumPhone : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    private const string Page = """
        window.phone = {
          async offer() {
            const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
            const pc = this.pc = new RTCPeerConnection();
            this.sender = pc.addTrack(stream.getAudioTracks()[0], stream);
            this.connected = new Promise((done, failed) => pc.addEventListener('connectionstatechange', () => {
              if (pc.connectionState === 'connected') done(performance.now());
              if (pc.connectionState === 'failed') failed(new Error('connection failed'));
            }));
            pc.ontrack = e => {
              const audio = this.audio = document.createElement('audio');
              audio.srcObject = new MediaStream([e.track]);
              audio.play();
              const context = this.context = new AudioContext();
              context.resume();
              const analyser = this.analyser = context.createAnalyser();
              analyser.fftSize = 8192;
              analyser.smoothingTimeConstant = 0;
              context.createMediaStreamSource(audio.srcObject).connect(analyser);
            };
            await pc.setLocalDescription(await pc.createOffer());
            return pc.localDescription.sdp;
          },
          async answer(sdp) {
            const from = performance.now();
            await this.pc.setRemoteDescription({ type: 'answer', sdp });
            return await this.connected - from;
          },
          peak() {
            const bins = new Float32Array(this.analyser.frequencyBinCount);
            this.analyser.getFloatFrequencyData(bins);
            let best = 0;
            for (let i = 1; i < bins.length; i++) if (bins[i] > bins[best]) best = i;
            return bins[best] > -60 ? best * this.context.sampleRate / this.analyser.fftSize : 0;
          },
          hears(hz) {
            return new Promise((done, failed) => {
              const end = performance.now() + 15000;
              const look = () => {
                const peak = this.peak();
                if (Math.abs(peak - hz) < 20) done(peak);
                else if (performance.now() > end) failed(new Error(`heard a peak at ${peak} Hz, not ${hz}`));
                else setTimeout(look, 50);
              };
              look();
            });
          },
          press(keys) { this.sender.dtmf.insertDTMF(keys, 100, 70); },
          async stats() {
            for (const s of (await this.pc.getStats()).values()) if (s.type === 'inbound-rtp') return { lost: s.packetsLost, received: s.packetsReceived };
          },
          async reports() {
            for (const s of (await this.pc.getStats()).values()) if (s.type === 'remote-outbound-rtp') return s.reportsSent ?? 0;
            return 0;
          },
          close() { this.pc.close(); },
        };
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly string _folder;

    private ChromiumPhone(IPlaywright playwright, IBrowser browser, IPage page, string folder) =>
        (_playwright, _browser, _page, _folder) = (playwright, browser, page, folder);

    /// <summary>Starts Chromium with a microphone that says one tone.</summary>
    public static async Task<ChromiumPhone> StartAsync(int microphoneHz)
    {
        if (!File.Exists(Executable))
        {
            throw new InvalidOperationException($"{Executable} is missing: install the Debian package chromium to run this test");
        }

        var folder = Directory.CreateTempSubdirectory("santral-chromium-").FullName;
        var microphone = Path.Combine(folder, "microphone.wav");
        await File.WriteAllBytesAsync(microphone, TestTone.Wav(microphoneHz, 10_000, 48_000));
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
                "--autoplay-policy=no-user-gesture-required", "--allow-loopback-in-peer-connection",
                $"--use-file-for-fake-audio-capture={microphone}",
            ],
        });
        var page = await browser.NewPageAsync();

        // getUserMedia needs a secure context; a page served by the test itself on localhost is one.
        await page.RouteAsync("http://localhost/phone", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html>" }));
        await page.GotoAsync("http://localhost/phone");
        await page.EvaluateAsync(Page);
        return new ChromiumPhone(playwright, browser, page, folder);
    }

    public Task<string> OfferAsync() => _page.EvaluateAsync<string>("phone.offer()");

    /// <summary>Applies the answer; the milliseconds until the connection stood.</summary>
    public Task<double> AnswerAsync(string sdp) => _page.EvaluateAsync<double>("sdp => phone.answer(sdp)", sdp);

    /// <summary>Waits until the loudest frequency heard is this one.</summary>
    public Task<double> HearsAsync(int hz) => _page.EvaluateAsync<double>("hz => phone.hears(hz)", hz);

    public Task PressAsync(string keys) => _page.EvaluateAsync("keys => phone.press(keys)", keys);

    public async Task<(int Lost, int Received)> StatsAsync()
    {
        var stats = await _page.EvaluateAsync<System.Text.Json.JsonElement>("phone.stats()");
        return (stats.GetProperty("lost").GetInt32(), stats.GetProperty("received").GetInt32());
    }

    /// <summary>How many RTCP sender reports of the other side the browser took.</summary>
    public Task<int> HeardReportsAsync() => _page.EvaluateAsync<int>("phone.reports()");

    public Task HangUpAsync() => _page.EvaluateAsync("phone.close()");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

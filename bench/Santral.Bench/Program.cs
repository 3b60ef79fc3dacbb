using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Santral.Testing;
using Santral.StoryTests.Harness;

// From the offer to the card in the agent's browser, and from the click on "answer" to sound both ways, with a real phone and a real browser.
var calls = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
using var folder = new TestFolder();
await using var product = new ProductProcess(folder.Path, "");
await product.StartAsync(stop.Token);
await using var browser = new Browser();
await using var chromium = new Chromium(browser);
using var api = new HttpClient { BaseAddress = new Uri(product.Address) };
api.DefaultRequestHeaders.Add("X-Requested-With", "santral");
(await api.PostAsJsonAsync("/api/session", new { userName = "admin", password = "demo" }, stop.Token)).EnsureSuccessStatusCode();

var page = await chromium.NewPersonAsync(product.Address);
await page.GotoAsync("/");
await page.GetByLabel("Kullanıcı adı").FillAsync("agent1");
await page.GetByLabel("Parola", new() { Exact = true }).FillAsync("demo");
await page.Keyboard.PressAsync("Enter");
await page.GetByRole(AriaRole.Button, new() { Name = "Hazır ol" }).ClickAsync();
await page.GetByText("Çağrılar bu sekmede çalar").WaitForAsync();

var pops = new List<double>();
var caller = new List<double>();
var agent = new List<double>();
for (var i = 0; i < calls; i++)
{
    await page.EvaluateAsync("""
        () => {
          window.__shown = 0;
          const look = () => {
            if (document.querySelector('[role=alertdialog]')) window.__shown = Date.now();
            else requestAnimationFrame(look);
          };
          look();
        }
        """);
    await using var phone = await Phone.CallAsync(product.SipPort, "+905321112233", "100", stop.Token);
    await phone.HearsSomethingAsync("the greeting");
    phone.Press("3");
    var shown = await (await page.WaitForFunctionAsync("() => window.__shown")).JsonValueAsync<double>();

    // The moment of the click, and the first moment the caller's 600 Hz stand out in the agent's ear.
    await page.EvaluateAsync("""
        () => {
          const connection = window.__connections.filter((c) => c.connectionState === 'connected').at(-1);
          const track = connection.getReceivers().find((r) => r.track?.kind === 'audio').track;
          window.__ear?.audio.close();
          const audio = new AudioContext();
          const analyser = audio.createAnalyser();
          analyser.fftSize = 1024;
          analyser.smoothingTimeConstant = 0;
          audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
          window.__ear = { audio };
          window.__heardAfter = 0;
          const bins = new Float32Array(analyser.frequencyBinCount);
          const bin = Math.round((600 * analyser.fftSize) / audio.sampleRate);
          const button = [...document.querySelectorAll('[role=alertdialog] button')].find((b) => b.textContent.includes('Cevapla'));
          button.addEventListener('click', () => {
            const clicked = performance.now();
            const timer = setInterval(() => {
              analyser.getFloatFrequencyData(bins);
              const peak = bins.indexOf(Math.max(...bins));
              if (bins[peak] > -50 && Math.abs(peak - bin) <= 1) { window.__heardAfter = performance.now() - clicked; clearInterval(timer); }
            }, 4);
          }, { capture: true, once: true });
        }
        """);
    var before = phone.Voice.Heard.All().Length;
    await page.EvaluateAsync("() => [...document.querySelectorAll('[role=alertdialog] button')].find((b) => b.textContent.includes('Cevapla')).click()");
    agent.Add(await (await page.WaitForFunctionAsync("() => window.__heardAfter")).JsonValueAsync<double>());
    await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);
    caller.Add(FirstTone(phone.Voice.Heard.All().AsSpan(before)) / 8.0);

    var log = await api.GetFromJsonAsync<JsonElement>("/api/calls?take=1", stop.Token);
    await phone.HangUpAsync();
    await page.GetByRole(AriaRole.Button, new() { Name = "Hazır ol" }).ClickAsync();
    var id = log.GetProperty("items")[0].GetProperty("id").GetString();
    var record = await api.GetFromJsonAsync<JsonElement>($"/api/calls/{id}", stop.Token);
    var offered = record.GetProperty("events").EnumerateArray().Last(e => e.GetProperty("kind").GetString() == "offered").GetProperty("at").GetDateTimeOffset();
    pops.Add(shown - offered.ToUnixTimeMilliseconds());
}

await Console.Out.WriteLineAsync(Line("offer to the card in the browser (p95 limit 250 ms)", pops));
await Console.Out.WriteLineAsync(Line("click on answer to the caller in the agent's ear (limit 300 ms)", agent));
await Console.Out.WriteLineAsync(Line("click on answer to the agent in the caller's ear (limit 300 ms)", caller));
return Percentile(pops, 95) < 250 && Percentile(agent, 50) < 300 && Percentile(caller, 50) < 300 ? 0 : 1;

// The first 20 ms in which the agent's tone has most of the energy, in samples.
static int FirstTone(ReadOnlySpan<short> heard)
{
    for (var at = 0; at + 160 <= heard.Length; at += 40)
    {
        if (Goertzel.Rms(heard.Slice(at, 160)) > 100 && Goertzel.Share(heard.Slice(at, 160), Chromium.VoiceHz) > 0.6)
        {
            return at;
        }
    }

    return heard.Length;
}

static double Percentile(List<double> values, int percent)
    => values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * percent / 100));

static string Line(string what, List<double> values)
    => string.Create(CultureInfo.InvariantCulture,
        $"{what}: median {Percentile(values, 50):F0} ms, p95 {Percentile(values, 95):F0} ms, worst {values.Max():F0} ms of {values.Count} calls");

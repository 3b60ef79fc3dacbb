using System.Net.Http.Headers;

namespace Santral.StoryTests.Harness;

/// <summary>
/// Replaces announcements by recordings with one tone each, as an administrator may: what a caller hears can then be measured on his line.
/// </summary>
internal static class TonePrompts
{
    private const int ToneMs = 600;
    private const int Window = 1600;

    /// <summary>Keys of the prompts by frequency; far enough apart to be told from each other in 200 ms.</summary>
    public static readonly IReadOnlyDictionary<string, int> Hz = new Dictionary<string, int>
    {
        ["common.recording"] = 410,
        ["common.invalid"] = 530,
        ["common.silence"] = 660,
        ["internet.menu.technical"] = 790,
        ["internet.menu.invoices"] = 930,
        ["internet.menu.general"] = 1070,
        ["internet.menu.become"] = 1210,
        ["internet.menu.corporate"] = 1370,
        ["verify.ask_number"] = 1530,
        ["verify.wrong"] = 1690,
        ["verify.failed"] = 1870,
        ["verify.verified"] = 2050,
    };

    public static async Task InstallAsync(HttpClient admin)
    {
        foreach (var (key, hz) in Hz)
        {
            using var form = new MultipartFormDataContent();
            using var sound = new ByteArrayContent(TestTone.Wav(hz, ToneMs));
            sound.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
            form.Add(sound, "file", "tone.wav");
            using var answer = await admin.PutAsync($"/api/ivr/prompts/{key}/tr", form);
            answer.EnsureSuccessStatusCode();
        }
    }

    public static IReadOnlySet<string> Within(ReadOnlySpan<short> heard, string prefix)
    {
        var found = new HashSet<string>();
        for (var at = 0; at + Window <= heard.Length; at += Window / 2)
        {
            foreach (var (key, hz) in Hz)
            {
                if (key.StartsWith(prefix, StringComparison.Ordinal) && Goertzel.Share(heard.Slice(at, Window), hz) > 0.8)
                {
                    found.Add(key);
                }
            }
        }

        return found;
    }
}

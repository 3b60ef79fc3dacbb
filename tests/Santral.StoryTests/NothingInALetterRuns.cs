using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>Every vector of the project's list, opened in the reading frame of a real browser: none runs, none fetches. The same list without our walls fires, so the test would see it.</summary>
public sealed partial class NothingInALetterRuns(StoryFixture story) : IClassFixture<StoryFixture>
{
    private const string Control = "http://control.example/";

    [Fact]
    [Requirement("H-09")]
    public async Task Of_the_whole_list()
    {
        await using var servers = await MailServers.StartAsync();
        using var supervisor = await story.AsAsync("supervisor1");
        var plan = new
        {
            name = "Soft Destek", address = "destek@soft.example", unit = "internet", imap = new { host = "127.0.0.1", port = servers.Imap, security = "none", user = "destek@soft.example", password = "demo" },
            smtp = new { host = "127.0.0.1", port = servers.Smtp, security = "none" }, usesPlus = true, acknowledges = false, mostAutomatic = 5, largestMegabytes = 5, takesUpDays = 14,
        };
        var mailbox = await (await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var first = await DeliverAsync(servers, null, 0);
        var letters = await StoryFixture.UntilAsync(supervisor, $"/api/mail/mailboxes/{mailbox.GetProperty("id").GetString()}/letters", l => l.EnumerateArray().Any(r => r.GetProperty("fate").GetString() == "opened"));
        var request = letters[0].GetProperty("requestId").GetString();
        for (var number = 1; number < XssVectors.Count; number++)
        {
            await DeliverAsync(servers, first, number);
        }

        var timeline = await StoryFixture.UntilAsync(supervisor, $"/api/requests/{request}/timeline", t => Letters(t).Count == XssVectors.Count);
        var page = await story.OpenAsync("supervisor1", $"/requests/{request}");
        var hits = await WatchedAsync(page);
        foreach (var (id, subject) in Letters(timeline))
        {
            // The product's own page, in the frame the reader puts it in.
            var isThere = await page.EvaluateAsync<bool>(
                """
                id => new Promise(done => {
                  const frame = document.createElement('iframe');
                  frame.sandbox = 'allow-popups allow-popups-to-escape-sandbox';
                  frame.referrerPolicy = 'no-referrer';
                  frame.src = `/api/mail/letters/${id}/page`;
                  frame.onload = () => setTimeout(() => { frame.remove(); done(true); }, 60);
                  document.body.append(frame);
                })
                """,
                id);
            isThere.ShouldBeTrue(subject);
            hits.ShouldBeEmpty(subject);
            (await page.EvaluateAsync<int>("() => window.hits.length")).ShouldBe(0, subject);
        }

        // And by the reader's own button, for the last of them.
        await page.Button("Biçimli göster").Last.ClickAsync();
        await Expect(page.Locator("iframe").Last).ToBeVisibleAsync();
        hits.ShouldBeEmpty();
        (await FiredWithoutWallsAsync()).ShouldBeGreaterThan(30, "the vectors are live where nothing stands against them");
    }

    private static List<(string Id, string Subject)> Letters(JsonElement timeline)
        => [.. (timeline.ValueKind == JsonValueKind.Array ? timeline : timeline.GetProperty("entries")).EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "letter")
            .Select(e => (e.GetProperty("letter").GetProperty("id").GetString()!, e.GetProperty("letter").GetProperty("subject").GetString()!))];

    private static async Task<MimeMessage> DeliverAsync(MailServers servers, MimeMessage? first, int number)
    {
        var letter = new MimeMessage { Subject = $"Vektör {number}", Body = new TextPart("html") { Text = $"<p>Merhaba</p>{XssVectors.Of(number)}" } };
        letter.From.Add(new MailboxAddress("Selin Kaya", "selin.kaya@soft.example"));
        letter.To.Add(new MailboxAddress("", "destek@soft.example"));
        letter.InReplyTo = first?.MessageId;
        await servers.DeliverAsync(letter, "destek@soft.example");
        return letter;
    }

    private static async Task<List<string>> WatchedAsync(IPage page)
    {
        var hits = new List<string>();
        page.Dialog += (_, dialog) => hits.Add(dialog.Message);
        page.Request += (_, request) =>
        {
            if (Hit().IsMatch(request.Url) || request.Url.Contains("spy.example", StringComparison.Ordinal))
            {
                hits.Add(request.Url);
            }
        };
        await page.EvaluateAsync("() => { window.hits = []; }");
        return hits;
    }

    /// <summary>How many of the list run or fetch when a page shows them as they are.</summary>
    private async Task<int> FiredWithoutWallsAsync()
    {
        var page = await story.Chromium.NewPersonAsync(story.Product.Address);
        var fetched = new HashSet<string>();
        await page.RouteAsync(Control + "**", route =>
        {
            foreach (Match match in Hit().Matches(route.Request.Url))
            {
                fetched.Add(match.Groups["number"].Value);
            }

            return route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><body></body>" });
        });
        await page.GotoAsync(Control);
        await page.EvaluateAsync("() => { window.hits = []; }");
        for (var number = 0; number < XssVectors.Count; number++)
        {
            await page.EvaluateAsync(
                """
                html => new Promise(done => {
                  const frame = document.createElement('iframe');
                  frame.srcdoc = html;
                  frame.onload = () => setTimeout(() => { frame.remove(); done(); }, 30);
                  setTimeout(done, 1000);
                  document.body.append(frame);
                })
                """,
                XssVectors.Of(number));
        }

        var ran = await page.EvaluateAsync<int[]>("() => window.hits");
        return ran.Select(r => $"{r}").Concat(fetched).Distinct().Count();
    }

    [GeneratedRegex(@"/hit(?<number>\d+)-")]
    private static partial Regex Hit();
}

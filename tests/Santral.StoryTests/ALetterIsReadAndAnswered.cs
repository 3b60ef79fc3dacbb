using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>A customer's letter is read in the browser, formatted and harmless, and answered from its request.</summary>
public sealed class ALetterIsReadAndAnswered(StoryFixture story) : IClassFixture<StoryFixture>
{
    // Each would leave a mark in the page above, open a dialog, or ask this machine for /hit.
    private const string Hostile = """
        <p>Merhaba, <b>yeni</b> adresimiz ektedir.</p><img src="https://spy.example/pixel.gif" width=1 height=1>
        <script>top.hit = 1; parent.postMessage('hit','*')</script><img src=x onerror="top.hit=2;alert(2)"><svg onload="top.hit=3"><script>top.hit=4</script></svg>
        <iframe srcdoc="<script>top.hit=5</script>"></iframe><object data="data:text/html,<script>top.hit=6</script>"></object><embed src="/hit">
        <form action="/hit"><button autofocus onfocus="top.hit=7">x</button></form><body onload="top.hit=8"><video src=x onerror="top.hit=9"></video>
        <details open ontoggle="top.hit=10">d</details><a id=bad href="javascript:top.hit=11">bağlantı</a><base href="/hit/"><meta http-equiv=refresh content="0;url=/hit">
        <link rel=stylesheet href="/hit.css"><style>@import '/hit.css'; body{background:url(/hit)}</style><p style="background:url(/hit);position:fixed;inset:0">o</p>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.hit=12&gt;"></table></math>
        <noscript><p title="</noscript><img src=x onerror=top.hit=13>"></noscript><template><img src=x onerror=top.hit=14></template>
        <xmp><img src=x onerror=top.hit=15></xmp><marquee onstart="top.hit=16">m</marquee><input onfocus="top.hit=17" autofocus><img srcset="/hit 1x"><td background="/hit">t</td>
        """;

    [Fact]
    [Requirement("H-09")]
    [Requirement("W-S19")]
    public async Task And_nothing_in_it_runs()
    {
        await using var servers = await MailServers.StartAsync();
        using var supervisor = await story.AsAsync("supervisor1");
        var server = new { host = "127.0.0.1", port = servers.Imap, security = "none", user = "destek@soft.example", password = "demo" };
        var plan = new
        {
            name = "Soft Destek", address = "destek@soft.example", unit = "internet", imap = server, smtp = new { host = "127.0.0.1", port = servers.Smtp, security = "none" },
            usesPlus = true, acknowledges = true, mostAutomatic = 5, largestMegabytes = 5, takesUpDays = 14,
        };
        var mailbox = await (await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var letter = new MimeMessage { Subject = "Yeni fatura adresimiz" };
        letter.From.Add(new MailboxAddress("Selin Kaya", "selin.kaya@soft.example"));
        letter.To.Add(new MailboxAddress("", "destek@soft.example"));
        letter.Body = new Multipart("mixed")
        {
            new MultipartAlternative { new TextPart("plain") { Text = "Merhaba, yeni adresimiz ektedir.\n\nKimden: Soft Destek\nGönderildi: dün\n> eski satır" }, new TextPart("html") { Text = Hostile } },
            new MimePart("application", "pdf") { FileName = "vergi-levhası.pdf", Content = new MimeContent(new MemoryStream("%PDF-1.4"u8.ToArray())) },
        };
        await servers.DeliverAsync(letter, "destek@soft.example");
        var letters = await StoryFixture.UntilAsync(
            supervisor, $"/api/mail/mailboxes/{mailbox.GetProperty("id").GetString()}/letters", l => l.EnumerateArray().Any(r => r.GetProperty("fate").GetString() == "opened"));
        var id = letters[0].GetProperty("requestId").GetString();

        var page = await story.OpenAsync("supervisor1", $"/requests/{id}");
        var hits = new List<string>();
        page.Dialog += (_, dialog) => hits.Add(dialog.Message);
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/hit", StringComparison.Ordinal) || request.Url.Contains("spy.example", StringComparison.Ordinal))
            {
                hits.Add(request.Url);
            }
        };
        await Expect(page.GetByText("Alıntı, 3 satır")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "vergi-levhası.pdf" })).ToBeVisibleAsync();
        await page.Button("Biçimli göster").ClickAsync();
        var frame = page.FrameLocator("iframe");
        await Expect(frame.GetByText("yeni")).ToBeVisibleAsync();
        await Expect(page.GetByText("1 uzak görsel kapalı")).ToBeVisibleAsync();
        (await frame.Locator("script, iframe, form, svg, input, base, meta[http-equiv], link").CountAsync()).ShouldBe(0);
        hits.ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("() => 'hit' in window")).ShouldBeFalse();
        await page.ShouldBeCleanAsync("letter");

        // The answer: another mode, another look, ten seconds to take it back.
        await page.GetByRole(AriaRole.Button, new() { Name = "E-posta", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Kime")).ToHaveValueAsync(new Regex("selin.kaya@soft.example"));
        await page.GetByRole(AriaRole.Textbox, new() { Name = "E-posta", Exact = true }).FillAsync("Merhaba Selin Hanım,\nadresiniz değişti.");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Button("Geri al").ClickAsync();
        await Expect(page.GetByText("Geri alındı")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "E-posta", Exact = true })).ToHaveTextAsync(new Regex("Merhaba Selin Hanım,\\s*adresiniz değişti\\."));
        await page.GetByRole(AriaRole.Textbox, new() { Name = "E-posta", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        // The acknowledgement and the answer in the timeline, and what is written under the next letter.
        await Expect(page.GetByText("Gönderildi", new() { Exact = true }).Nth(2)).ToBeVisibleAsync();
        var inbox = await servers.InboxAsync("selin.kaya@soft.example");
        inbox.Count.ShouldBe(2, "the acknowledgement and one answer");
        Regex.Replace(inbox[1].TextBody!, "\\s+", " ").ShouldStartWith("Merhaba Selin Hanım, adresiniz değişti.");

        // Passed on: another look, nobody in it yet, a template behind `::`, form by keyboard, and the letter as it came.
        await page.Button("İlet").First.ClickAsync();
        await Expect(page.GetByText("İletiliyor: Yeni fatura adresimiz")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Kime")).ToHaveValueAsync("");
        var area = page.GetByRole(AriaRole.Textbox, new() { Name = "E-posta", Exact = true });
        await page.GetByLabel("Kime").FillAsync("muhasebe@ekip.example");
        await area.ClickAsync();
        await page.Keyboard.TypeAsync("::Belge");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Belge isteniyor" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(area).ToContainTextAsync("gerekli belgeyi bize iletin");
        await Expect(area).Not.ToContainTextAsync("::");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+b");
        await Expect(area.Locator("strong").First).ToBeVisibleAsync();
        await page.ShouldBeCleanAsync("letter being written");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("İletilen e-posta")).ToBeVisibleAsync();
        var passedOn = await servers.OneAsync("muhasebe@ekip.example");
        passedOn.Subject.ShouldBe("Fwd: Yeni fatura adresimiz");
        passedOn.HtmlBody!.ShouldContain("<strong>");
        passedOn.BodyParts.OfType<MessagePart>().ShouldHaveSingleItem().Message!.Subject.ShouldBe("Yeni fatura adresimiz");
    }
}

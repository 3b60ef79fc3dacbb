using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>The screens can be used by everybody, on every width, in three languages, in light and dark.</summary>
public sealed partial class CleanScreens(StoryFixture story) : IClassFixture<StoryFixture>
{
    private static readonly int[] Widths = [1440, 1280, 360];

    // A folder for pictures of all that is checked, to be looked at by people.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SANTRAL_PICTURES");

    // To axe the two wide layouts are one.
    private static readonly int[] AxeWidths = [1280, 360];

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") is not null;

    /// <summary>Each language and each scheme, and the widths axe sees it at, which is slow; with SANTRAL_TEST_LONG=1 each language in both schemes at both.</summary>
    public static TheoryData<ColorScheme, string, int[]> Looks()
    {
        var looks = new TheoryData<ColorScheme, string, int[]>
        {
            { ColorScheme.Light, "tr", IsLong ? AxeWidths : [360] },
            { ColorScheme.Dark, "sv", IsLong ? AxeWidths : [1280] },
            { ColorScheme.Light, "en", IsLong ? AxeWidths : [] },
        };
        if (IsLong)
        {
            looks.Add(ColorScheme.Dark, "tr", AxeWidths);
            looks.Add(ColorScheme.Light, "sv", AxeWidths);
            looks.Add(ColorScheme.Dark, "en", AxeWidths);
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Have_nothing_for_axe_and_never_scroll_sideways(ColorScheme scheme, string language, int[] axeWidths)
    {
        var page = await story.Chromium.NewPersonAsync(story.Product.Address, language switch { "tr" => "tr-TR", "sv" => "sv-SE", _ => "en-GB" }, scheme: scheme);
        var found = new List<string>();
        foreach (var address in (string[])["/sign-in", "/demo/phone", "/demo/mail"])
        {
            await page.GotoAsync(address);
            await CheckAsync(page, address, axeWidths, found);
        }

        // Their language alone: they are the same people to other stories.
        using var api = await story.AsAsync("supervisor1");
        var request = await FirstAsync(api, "/api/requests?take=1");
        var customer = await FirstAsync(api, "/api/customers?take=1");
        await using (await Phone.CallAsync(story.Product.SipPort, "+905321112233", "+908502220000", TestContext.Current.CancellationToken))
        {
            // Whom nobody answers leaves a call too, and a page of it.
        }

        var call = await FirstAsync(api, "/api/calls?take=1");
        var articles = await api.GetFromJsonAsync<JsonElement>("/api/knowledge/tree");
        var article = articles.GetProperty("articles")[0].GetProperty("id").GetString();
        await WalkAsync(
            page, "supervisor1", language, axeWidths, found,
            "/desk", "/calls", $"/calls/{call}", "/requests", $"/requests/{request}", $"/requests/{request}/merge", "/requests/rules", "/interactions", "/search?q=modem", "/customers", $"/customers/{customer}",
            "/knowledge", "/sales-rules", $"/knowledge/{article}", $"/knowledge/{article}/edit", "/definitions", "/processes", "/definitions/request_categories", "/processes/deliveries", "/processes/request/internet", "/ivr", "/ivr/internet", "/approvals", "/clocks/calendars",
            "/clocks/targets", "/templates", "/macros", "/mail/mailboxes", "/account", "/wallboard", "/queues/teams", "/reports/queues", "/reports/agents", "/reports/staffing",
            "/calls/live", "/calls/recording");
        await WalkAsync(page, "admin", language, axeWidths, found, "/users", "/users/roles", "/users/organisation", "/audit", "/mail/mailboxes", "/calls/trunks", "/calls/outbound");
        found.ShouldBeEmpty();
    }

    /// <summary>Signs in and checks one page after the other.</summary>
    private async Task WalkAsync(IPage page, string userName, string language, int[] axeWidths, List<string> found, params string[] addresses)
    {
        await page.SignInByApiAsync(userName);
        await page.SpeakAsync(language);
        await page.GotoAsync("/notices");
        await Expect(page.Locator("#page")).ToBeVisibleAsync();
        foreach (var address in (string[])[.. addresses, "/notices"])
        {
            await page.SetViewportSizeAsync(Widths[0], 900);
            await page.WalkAsync(address);
            await CheckAsync(page, address, axeWidths, found);
        }
    }

    [Fact]
    public async Task Would_be_told_by_axe_if_they_were_not_clean()
    {
        var page = await story.Chromium.NewPersonAsync(story.Product.Address);
        await page.SetContentAsync("<main><h1>Modem</h1><img src='modem.png'></main>");
        (await Axe.FindsAsync(page)).ShouldContain(violation => violation.StartsWith("image-alt: img", StringComparison.Ordinal));
    }

    private static async Task<string> FirstAsync(HttpClient api, string address)
    {
        var page = await StoryFixture.UntilAsync(api, address, answer => answer.GetProperty("items").GetArrayLength() > 0);
        return page.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task CheckAsync(IPage page, string address, int[] axeWidths, List<string> found)
    {
        await Expect(page.Locator("h1, h2, [role=heading]").First).ToBeVisibleAsync();
        await Expect(page.Locator(".skeleton, [aria-busy=true]")).ToHaveCountAsync(0);
        if (await page.GetByText(NotFound()).CountAsync() > 0)
        {
            found.Add($"{address} is no page");
        }

        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);

            // Two frames: what follows the width by script is drawn in the second.
            var over = await page.EvaluateAsync<int>(
                """
                () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
                  () => done(document.documentElement.scrollWidth - document.documentElement.clientWidth))))
                """);
            if (Pictures is not null)
            {
                var look = await page.EvaluateAsync<string>("() => `${document.documentElement.lang}-${matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'}`");
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{NotInNames().Replace(Id().Replace(address, "one"), "-").Trim('-')}-{width}-{look}.png") });
            }

            if (over > 0)
            {
                found.Add($"{address} at {width} px: {over} px too wide");
            }

            if (axeWidths.Contains(width))
            {
                found.AddRange((await Axe.FindsAsync(page)).Select(violation => $"{address} at {width} px: {violation}"));
            }
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();

    [GeneratedRegex("Sayfa bulunamadı|Page not found|Sidan finns inte|Sidan hittades inte")]
    private static partial Regex NotFound();
}

using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>The screens can be used by everybody, on every width, in three languages, in light and dark.</summary>
public sealed partial class CleanScreens(StoryFixture story) : IClassFixture<StoryFixture>
{
    private static readonly int[] Widths = [1440, 1280, 360];

    // axe takes most of the time and looks at neither words nor languages: each theme and each width once, all of them with SANTRAL_TEST_LONG=1.
    private static readonly bool Everything = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1";

    [Theory]
    [InlineData(ColorScheme.Light, "tr", 1440)]
    [InlineData(ColorScheme.Dark, "sv", 1440)]
    [InlineData(ColorScheme.Light, "en", 360)]
    public async Task Have_nothing_for_axe_and_never_scroll_sideways(ColorScheme scheme, string language, int axeAt)
    {
        var page = await story.Chromium.NewPersonAsync(story.Product.Address, language switch { "tr" => "tr-TR", "sv" => "sv-SE", _ => "en-GB" }, scheme: scheme);
        var found = new List<string>();
        await CheckAsync(page, "/sign-in", axeAt, found);
        await CheckAsync(page, "/demo/phone", axeAt, found);

        // Her language alone: she is the same person to other stories.
        using var api = await story.AsAsync("supervisor1");
        var request = await FirstAsync(api, "/api/requests?take=1");
        var customer = await FirstAsync(api, "/api/customers?take=1");
        await api.PutAsJsonAsync("/api/me", new { displayName = "Nermin Şahin", language, theme = "system" });
        await page.SignInByApiAsync("supervisor1");
        string[] addresses =
        [
            "/desk", "/requests", $"/requests/{request}", "/search?q=modem", "/customers", $"/customers/{customer}", "/knowledge", "/definitions/request_categories",
            "/processes", "/processes/request/internet", "/approvals", "/clocks/calendars", "/clocks/targets", "/templates", "/notices",
        ];
        foreach (var address in addresses)
        {
            await CheckAsync(page, address, axeAt, found);
        }

        found.ShouldBeEmpty();
    }

    private static async Task<string> FirstAsync(HttpClient api, string address)
    {
        var page = await StoryFixture.UntilAsync(api, address, answer => answer.GetProperty("items").GetArrayLength() > 0);
        return page.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task CheckAsync(IPage page, string address, int axeAt, List<string> found)
    {
        await page.SetViewportSizeAsync(Widths[0], 900);
        await page.GotoAsync(address);
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
            if (over > 0)
            {
                found.Add($"{address} at {width} px: {over} px too wide");
            }

            // The two wide layouts are one to axe.
            if (Everything ? width == 1280 : width != axeAt)
            {
                continue;
            }

            var result = await page.RunAxe();
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{address} at {width} px: {v.Id}: {n.Target} {n.Html}")));
        }
    }

    [GeneratedRegex("Sayfa bulunamadı|Page not found|Sidan finns inte|Sidan hittades inte")]
    private static partial Regex NotFound();
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>The main screens can be used by everybody and on every width, in light and dark.</summary>
public sealed class CleanScreens(StoryFixture story) : IClassFixture<StoryFixture>
{
    private static readonly int[] Widths = [1440, 1280, 360];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Have_nothing_for_axe_and_never_scroll_sideways(ColorScheme scheme)
    {
        using var agent1 = await story.AsAsync("agent1");
        var requests = await StoryFixture.UntilAsync(agent1, "/api/requests?take=1", page => page.GetProperty("items").GetArrayLength() > 0);
        var request = requests.GetProperty("items")[0].GetProperty("id").GetString();
        var page = await story.Chromium.NewPersonAsync(story.Product.Address, scheme: scheme);
        var found = new List<string>();

        await CheckAsync(page, "/sign-in", page.Button("Giriş yap"), found);
        await CheckAsync(page, "/demo/phone", page.GetByRole(AriaRole.Radio).First, found);
        await page.SetViewportSizeAsync(Widths[0], 900);
        await page.SignInAsync("agent1");
        await CheckAsync(page, "/desk", page.GetByRole(AriaRole.Heading, new() { Name = "Bende bekleyenler" }), found);
        await CheckAsync(page, "/requests", page.GetByRole(AriaRole.Row).Nth(1), found);
        await CheckAsync(page, $"/requests/{request}", page.GetByRole(AriaRole.Textbox, new() { Name = "Takip notu" }), found);
        found.ShouldBeEmpty();
    }

    private static async Task CheckAsync(IPage page, string address, ILocator sign, List<string> found)
    {
        await page.SetViewportSizeAsync(Widths[0], 900);
        await page.GotoAsync(address);
        await Expect(sign).ToBeVisibleAsync();
        await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
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
            if (width == 1280)
            {
                continue;
            }

            var result = await page.RunAxe();
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{address} at {width} px: {v.Id}: {n.Target} {n.Html}")));
        }
    }
}

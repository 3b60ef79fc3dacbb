using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests.Harness;

/// <summary>What an agent does at the desk, with the names that stand on the screen.</summary>
internal static partial class Desk
{
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Kullanıcı adı").FillAsync(userName);
        await page.GetByLabel("Parola", new() { Exact = true }).FillAsync("demo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bende bekleyenler" })).ToBeVisibleAsync();
    }

    /// <summary>Signed in without the form, for screens in other languages than the form is known in.</summary>
    public static Task SignInByApiAsync(this IPage page, string userName) => page.AskAsync("POST", "/api/session", new { userName, password = "demo" });

    /// <summary>The language of the signed-in person, who keeps his name.</summary>
    public static async Task SpeakAsync(this IPage page, string language)
    {
        var me = await page.AskAsync("GET", "/api/me");
        await page.AskAsync("PUT", "/api/me", new { displayName = me.GetProperty("displayName").GetString(), language, theme = "system" });
    }

    private static async Task<JsonElement> AskAsync(this IPage page, string method, string path, object? body = null)
    {
        var answer = await page.APIRequest.FetchAsync(
            new Uri(new Uri(page.Url), path).ToString(),
            new() { Method = method, DataObject = body, Headers = new Dictionary<string, string> { ["X-Requested-With"] = "santral" } });
        answer.Ok.ShouldBeTrue(path);
        return await answer.JsonAsync() ?? default;
    }

    /// <summary>A person with a page of his own at an address, signed in without the form.</summary>
    public static async Task<IPage> OpenAsync(this StoryFixture story, string userName, string path, string locale = "tr-TR")
    {
        var page = await story.Chromium.NewPersonAsync(story.Product.Address, locale);
        await page.GotoAsync("/sign-in");
        await page.SignInByApiAsync(userName);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Available, with the telephone in this tab; who was available before the page was opened is so again by himself.</summary>
    public static async Task TakeCallsAsync(this IPage page, DeskWords? words = null)
    {
        words ??= DeskWords.Turkish;
        var ready = page.Button(words.Ready);
        var hint = page.GetByText(words.IsReady);
        await Expect(ready.Or(hint).First).ToBeVisibleAsync();
        if (await ready.IsVisibleAsync())
        {
            await ready.ClickAsync();
        }

        await Expect(hint).ToBeVisibleAsync();
        await Expect(page.GetByText(words.RingsHere)).ToBeVisibleAsync();
    }

    /// <summary>The offer is on the desk with the caller's name; Enter answers it.</summary>
    public static async Task AnswerAsync(this IPage page, string caller, DeskWords? words = null)
    {
        words ??= DeskWords.Turkish;
        await Expect(page.Button(words.Answer).First).ToBeVisibleAsync();
        await Expect(page.GetByText(caller).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.HangUp(words)).ToBeVisibleAsync();
    }

    /// <summary>The button that ends the call; it is there as long as the call is.</summary>
    public static ILocator HangUp(this IPage page, DeskWords words) => page.GetByRole(AriaRole.Button, new() { Name = words.HangUp, Exact = true });

    /// <summary>N saves an empty request at once; returns its number.</summary>
    public static async Task<string> NewRequestAsync(this IPage page, string subject)
    {
        // Told apart when it fails: the key was not heard (no answer comes), or the request was refused.
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("n"), response => response.Request.Method == "POST" && new Uri(response.Url).AbsolutePath == "/api/requests");
        answer.Status.ShouldBe(201, answer.Ok ? "" : await answer.TextAsync());

        // The caller's other requests stand beside it: the number in the head is the one that was just given.
        var number = page.Locator(".rh-number");
        await Expect(number).ToHaveTextAsync(RequestNumber());
        var taken = await number.InnerTextAsync();
        await page.GetByLabel("Konu", new() { Exact = true }).FillAsync(subject);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Kaydedildi").First).ToBeVisibleAsync();
        return taken;
    }

    /// <summary>Leads the open page to another address of the product as its links do, without starting it anew, and waits until that page is drawn.</summary>
    public static async Task WalkAsync(this IPage page, string address)
    {
        await page.EvaluateAsync(
            """
            (address) => {
              document.querySelectorAll('#page > *').forEach((part) => part.setAttribute('data-left', ''));
              history.pushState(null, '', address);
              dispatchEvent(new PopStateEvent('popstate'));
            }
            """,
            address);
        await Expect(page.Locator("#page > *:not([data-left])").First).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(page.Locator("#page > [data-left]")).ToHaveCountAsync(0);
    }

    /// <summary>axe finds nothing on the screen as it is now.</summary>
    public static async Task ShouldBeCleanAsync(this IPage page, string state)
        => (await Axe.FindsAsync(page)).ShouldBeEmpty(state);

    public static async Task FinishWrapUpAsync(this IPage page)
    {
        await Expect(page.Button("Bitir")).ToBeHiddenAsync();
        await page.Button("Hazır ol").ClickAsync();
        await Expect(page.GetByText("Hazırsınız: sıradaki çağrı size sunulur.")).ToBeVisibleAsync();
    }

    public static async Task<ILocator> ShouldListAsync(this IPage page, string number, string subject, string customer)
    {
        await page.GotoAsync("/requests");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        await Expect(row).ToContainTextAsync(subject);
        await Expect(row).ToContainTextAsync(customer);
        return row;
    }

    [GeneratedRegex(@"ÇB-\d\d-\d{4,}")]
    private static partial Regex RequestNumber();
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>An information, an action and a comment, each in a real call at the desk, without the mouse, in the keys that docs/keyboard.md counts.</summary>
[Collection(MattersCollection.Name)]
public sealed partial class ThreeCallsByKeyboard(StoryFixture story)
{
    private const string Customer = "Elif Yılmaz";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("P-01")]
    [Requirement("P-05")]
    [Requirement("M-05")]
    [Requirement("W-S03")]
    [Requirement("W-S18")]
    public async Task Take_as_many_keys_as_the_docs_say()
    {
        var counted = await CountedAsync();
        var agent = await story.Chromium.NewPersonAsync(story.Product.Address);
        await agent.SignInAsync("agent1");
        await agent.TakeCallsAsync();
        var keys = await Keys.OfAsync(agent);
        using var api = await story.AsAsync("agent1");

        var information = await CallAsync(agent, keys, async () =>
        {
            await DescribeAsync(agent, keys, "i", "Fatura tarihini sordu");
            await keys.PressAsync("s");
            await Expect(agent.GetByRole(AriaRole.Menu, new() { Name = "Aşamayı değiştir" }).GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
            await keys.PressAsync("ç", "Enter");
            await Expect(agent.Locator(".srail [aria-current=step]")).ToContainTextAsync("Çözümlendi");
        });
        information.Keys.ShouldBe(counted["Information"]);
        var asked = await CardAsync(api, information.Number);
        (Text(asked, "kind"), Text(asked.GetProperty("stage"), "code")).ShouldBe(("information", "resolved"));
        await ShouldBeOpenNoMoreAsync(api, information.Number);

        var action = await CallAsync(agent, keys, async () =>
        {
            await DescribeAsync(agent, keys, "a", "Bağlantı günde altı kez kopuyor");
            await keys.PressAsync("c");
            var category = agent.GetByRole(AriaRole.Combobox, new() { Name = "Kategori" });
            await Expect(category).ToBeFocusedAsync();
            await keys.TypeAsync("kopuyor");
            await keys.PressAsync("Enter", "Escape");
            await Expect(category).Not.ToBeFocusedAsync();
            await keys.PressAsync("p");
            await Expect(agent.GetByRole(AriaRole.Menu, new() { Name = "Öncelik" }).GetByRole(AriaRole.Menuitemradio).First).ToBeFocusedAsync();
            await keys.PressAsync("y", "Enter");
            await Expect(agent.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
        });
        action.Keys.ShouldBe(counted["Action"]);
        var fault = await StoryFixture.UntilAsync(
            api, $"/api/requests/{Text(await CardAsync(api, action.Number), "id")}", card => Text(card.GetProperty("priority"), "code") == "high");
        (Text(fault, "kind"), Text(fault.GetProperty("category").GetProperty("path").EnumerateArray().Last(), "code")).ShouldBe(("action", "connection_drops"));

        var comment = await CallAsync(agent, keys, () => DescribeAsync(agent, keys, "c", "Memnun kaldığını söyledi"));
        comment.Keys.ShouldBe(counted["Comment"]);
        var said = await CardAsync(api, comment.Number);
        (Text(said, "kind"), Text(said.GetProperty("stage"), "kind")).ShouldBe(("comment", "closed"));
    }

    /// <summary>From the ring to ready again. The keys of the call itself are Enter and N; wrap-up ends by itself, or by Ctrl+Enter.</summary>
    private async Task<(string Number, int Keys)> CallAsync(IPage agent, Keys keys, Func<Task> write)
    {
        await using var phone = await Phone.CallAsync(story.Product.SipPort, "+905321112233", "100", Stop);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("3");
        await Expect(agent.Button("Cevapla").First).ToBeVisibleAsync();
        await Expect(agent.GetByText(Customer).First).ToBeVisibleAsync();
        keys.Taken();
        await keys.PressAsync("Enter");
        await Expect(agent.HangUp(DeskWords.Turkish)).ToBeVisibleAsync();
        await keys.PressAsync("n");
        var number = agent.Locator(".rh-number");
        await Expect(number).ToHaveTextAsync(RequestNumber());
        var taken = await number.InnerTextAsync();
        await Expect(agent.GetByRole(AriaRole.Textbox, new() { Name = "Konu", Exact = true })).ToHaveValueAsync("");
        await write();
        var pressed = keys.Taken();

        // With a request open M is still the microphone's key.
        await keys.PressAsync("m");
        await Expect(agent.Button("Sesi aç")).ToBeVisibleAsync();
        await phone.HangUpAsync();
        await Expect(agent.Button(DeskWords.Turkish.Ready)).ToBeVisibleAsync();
        await keys.PressAsync("Control+Enter");
        await Expect(agent.GetByText(DeskWords.Turkish.IsReady)).ToBeVisibleAsync();
        return (taken, pressed);
    }

    /// <summary>The kind is one key, and leads into the subject; Esc leaves it and saves.</summary>
    private static async Task DescribeAsync(IPage agent, Keys keys, string kind, string subject)
    {
        await keys.PressAsync(kind);
        var field = agent.GetByRole(AriaRole.Textbox, new() { Name = "Konu", Exact = true });
        await Expect(field).ToBeFocusedAsync();
        await keys.TypeAsync(subject);
        await keys.PressAsync("Escape");
        await Expect(agent.Locator(".rh-state").GetByText("Kaydedildi")).ToBeVisibleAsync();
    }

    private static async Task ShouldBeOpenNoMoreAsync(HttpClient api, string number)
    {
        foreach (var (stage, isThere) in ((string, bool)[])[("open", false), ("resolved", true)])
        {
            (await NumbersAsync(api, $"stage={stage}")).Contains(number).ShouldBe(isThere, stage);
        }

        static async Task<List<string>> NumbersAsync(HttpClient api, string filter)
            => [.. (await api.GetFromJsonAsync<JsonElement>($"/api/requests?{filter}&sort=-opened&take=50", Stop)).GetProperty("items").EnumerateArray().Select(r => Text(r, "number"))];
    }

    private static async Task<JsonElement> CardAsync(HttpClient api, string number)
    {
        var found = await api.GetFromJsonAsync<JsonElement>($"/api/requests?text={number}", Stop);
        var id = Text(found.GetProperty("items").EnumerateArray().Single(r => Text(r, "number") == number), "id");
        return await api.GetFromJsonAsync<JsonElement>($"/api/requests/{id}", Stop);
    }

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;

    /// <summary>What the table of docs/keyboard.md says, with the two keys of the call; its own sums are checked on the way.</summary>
    private static async Task<Dictionary<string, int>> CountedAsync()
    {
        var docs = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "keyboard.md"), Stop);
        var counts = CountedCall().Matches(docs).ToDictionary(m => m.Groups["call"].Value, m => int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture) + 2);
        docs.ShouldContain($"With the two of the call itself: {counts["Information"]}, {counts["Action"]} and {counts["Comment"]}.");
        return counts;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Santral.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The test does not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| (?<call>Information|Action|Comment) \|.*\| (?<count>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex CountedCall();

    [GeneratedRegex(@"ÇB-\d\d-\d{4,}")]
    private static partial Regex RequestNumber();
}

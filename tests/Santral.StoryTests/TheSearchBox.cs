using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>One box finds a word in another form, in capitals, without its marks and with a slip of the finger, in two languages.</summary>
[Collection(MattersCollection.Name)]
public sealed class TheSearchBox(StoryFixture story)
{
    private static readonly (string Subject, string Asked)[] Words =
    [
        ("Ezik geldi, ambalaj yırtık", "ambalajlar"),
        ("Modemde kırmızı ışık yanıyor", "IŞIK"),
        ("Sophamtning uteblev", "sophämtningen"),
        ("Vantilatör ses yapıyor", "vanitlatör"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_a_word_however_it_is_written()
    {
        using var api = await story.AsAsync("admin");
        foreach (var (subject, _) in Words)
        {
            using var opened = await api.PostAsJsonAsync("/api/requests", new { }, Stop);
            var request = await opened.Content.ReadFromJsonAsync<JsonElement>(Stop);
            using var described = await api.PutAsJsonAsync(
                $"/api/requests/{request.GetProperty("id").GetString()}", new { version = request.GetProperty("version").GetInt32(), kind = "action", subject }, Stop);
            described.IsSuccessStatusCode.ShouldBeTrue();
        }

        var page = await story.OpenAsync("admin", "/search");
        var box = page.GetByRole(AriaRole.Searchbox, new() { Name = "Arama" });
        foreach (var (subject, asked) in Words)
        {
            // The index follows a moment later; asking again is what a person does too.
            await StoryFixture.UntilAsync(
                api,
                $"/api/search?q={Uri.EscapeDataString(asked)}",
                found => found.GetProperty("items").EnumerateArray().Any(hit => hit.GetProperty("title").GetString() == subject));
            await box.FillAsync(asked);
            await Expect(page.GetByRole(AriaRole.List, new() { Name = "Kayıtlar" }).GetByRole(AriaRole.Link).Filter(new() { HasText = subject })).ToBeVisibleAsync();
        }
    }
}

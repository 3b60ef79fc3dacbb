using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>A visitor without a telephone tries the product in two tabs: the demo's telephone in one, the desk in the other.</summary>
public sealed class TwoTabs(StoryFixture story) : IClassFixture<StoryFixture>
{
    [Fact]
    [Requirement("I-10")]
    [Requirement("M-03")]
    public async Task Are_enough_for_the_whole_story()
    {
        await RingLongerAsync();
        var agent = await story.Chromium.NewPersonAsync(story.Product.Address);
        await agent.SignInAsync("agent1");
        await agent.TakeCallsAsync();

        var caller = await story.Chromium.NewPersonAsync(story.Product.Address);
        await caller.GotoAsync("/demo/phone");
        await caller.GetByRole(AriaRole.Radio, new() { Name = "Elif Yılmaz" }).CheckAsync();
        await caller.GetByRole(AriaRole.Button, new() { Name = "Ara", Exact = true }).ClickAsync();
        await Expect(caller.GetByText("Fatura bilgisi için 2'yi tuşlayın.")).ToBeVisibleAsync();
        await Expect(caller.GetByText("Müşterimiz olmak için")).ToHaveCountAsync(0);
        await caller.Keyboard.PressAsync("3");

        // What only a call shows, checked while it rings, is spoken in and written up.
        await Expect(agent.Button("Cevapla").First).ToBeVisibleAsync();
        await agent.ShouldBeCleanAsync("offered");
        await agent.AnswerAsync("Elif Yılmaz");
        await Chromium.HearsAsync(agent, Chromium.VoiceHz);
        await Chromium.HearsAsync(caller, Chromium.VoiceHz);
        var number = await agent.NewRequestAsync("İki sekmeden denendi");
        await agent.ShouldBeCleanAsync("talking");

        await caller.GetByRole(AriaRole.Button, new() { Name = "Kapat", Exact = true }).ClickAsync();
        await Expect(agent.Button("Bitir")).ToBeHiddenAsync();
        await agent.ShouldBeCleanAsync("wrap-up");
        await agent.FinishWrapUpAsync();
        await agent.ShouldListAsync(number, "İki sekmeden denendi", "Elif Yılmaz");
    }

    /// <summary>What looks at the ringing desk may take longer than a desk rings.</summary>
    private async Task RingLongerAsync()
    {
        using var supervisor = await story.AsAsync("supervisor1");
        foreach (var team in (await supervisor.GetFromJsonAsync<JsonArray>("/api/queues/teams"))!)
        {
            team!["ringSeconds"] = 120;
            (await supervisor.PutAsJsonAsync($"/api/queues/teams/{team["id"]}", team)).EnsureSuccessStatusCode();
        }
    }
}

namespace Santral.Tests.Calls;

/// <summary>One active phone for each person, across tabs.</summary>
public sealed class PhoneTests
{
    private static readonly UserId Agent = Exchange.Agent(1);

    [Fact]
    public async Task A_second_tab_takes_the_phone_and_the_first_is_told()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent, "tab-1");
        var first = exchange.Phones.BrowserLeg(Agent)!.Value;

        await exchange.OpenPhoneAsync(Agent, "tab-2");

        exchange.TabNews.All.ShouldBe([("tab-1", "phone-moved")]);
        exchange.Media.Legs.ShouldNotContain(first);
        await exchange.Phones.CloseAsync(Agent, "tab-1");
        exchange.Phones.IsReachable(Agent).ShouldBeTrue("the first tab's end must not close the second's phone");
    }

    [Fact]
    public async Task The_same_tab_may_open_its_phone_anew()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        await exchange.OpenPhoneAsync(Agent);

        exchange.TabNews.All.ShouldBeEmpty();
        exchange.Media.Legs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_browser_whose_audio_dies_is_no_phone_any_more()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);

        exchange.Media.Lose(exchange.Phones.BrowserLeg(Agent)!.Value, Santral.Media.LegLoss.IceTimeout);

        await exchange.PhoneNews.UntilAsync(n => n == (Agent, false));
        exchange.Phones.IsReachable(Agent).ShouldBeFalse();
        exchange.Media.Legs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tab_whose_phone_was_lost_with_the_media_process_is_told_and_opens_it_again()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);

        exchange.Media.Lose(exchange.Phones.BrowserLeg(Agent)!.Value, Santral.Media.LegLoss.EngineLost);

        await exchange.TabNews.UntilAsync(n => n == ("tab-1", "phone-lost"));
        exchange.Phones.IsReachable(Agent).ShouldBeFalse();
        await exchange.OpenPhoneAsync(Agent);
        exchange.Phones.IsReachable(Agent).ShouldBeTrue();
    }

    [Fact]
    public async Task A_registered_desk_phone_makes_the_agent_reachable_and_its_going_tells_once()
    {
        await using var exchange = await Exchange.OpenAsync();

        _ = exchange.Phones;
        exchange.RegisterDeskPhone(Agent);
        await exchange.PhoneNews.UntilAsync(n => n == (Agent, true));
        exchange.Phones.IsReachable(Agent).ShouldBeTrue();
        exchange.UnregisterDeskPhone(Agent);

        await exchange.PhoneNews.UntilAsync(n => n == (Agent, false));
        exchange.Phones.IsReachable(Agent).ShouldBeFalse();
    }
}

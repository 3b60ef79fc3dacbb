using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>The conversation: hold, mute, keys, hanging up, and an agent whose browser vanishes.</summary>
public sealed class TalkTests
{
    private static readonly UserId Agent = Exchange.Agent(1);

    [Fact]
    public async Task On_hold_the_caller_hears_music_and_the_agent_nothing_until_it_is_resumed()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await TalkAsync(exchange);

        await caller.Line.HoldByAsync(Agent);
        await caller.Line.HoldByAsync(Agent);

        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.OnHold);
        exchange.Media.Bridges.ShouldBeEmpty();
        exchange.Media.Asked.All.OfType<Play>().Count(p => p.Leg == caller.Leg && p.Loop).ShouldBe(1);

        await caller.Line.ResumeByAsync(Agent);
        await caller.Line.ResumeByAsync(Agent);

        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Talking);
        exchange.Media.Bridges.ShouldContainKey(caller.Leg);
        exchange.Media.Asked.All.OfType<Bridge>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Muting_twice_and_unmuting_tells_the_engine_once_each()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await TalkAsync(exchange);

        await caller.Line.MuteByAsync(Agent, on: true);
        await caller.Line.MuteByAsync(Agent, on: true);
        exchange.DeskOf.Of(Agent)!.Muted.ShouldBeTrue();
        await caller.Line.MuteByAsync(Agent, on: false);

        exchange.Media.Asked.All.OfType<Mute>().Select(m => m.On).ShouldBe([false, true, false], "unmuted before the bridge, then as the agent clicked");
        exchange.DeskOf.Of(Agent)!.Muted.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_was_muted_when_a_caller_left_is_heard_by_the_next_one()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, end) = await TalkAsync(exchange);
        await caller.Line.MuteByAsync(Agent, on: true);
        caller.HangUp();
        await end;
        exchange.DeskOf.Clear(Agent, caller.Line.Id);
        var leg = exchange.Phones.BrowserLeg(Agent)!.Value;

        var next = exchange.Dial(async (line, gone) => await line.OfferAsync(OfferTests.To(Agent), gone));
        await exchange.Desks.UntilAsync(d => d.Call?.CallId == next.Line.Id);
        await next.Line.AnswerByAsync(Agent);

        exchange.Media.Asked.All.OfType<Mute>().Last(m => m.Leg == leg).On.ShouldBeFalse();
        exchange.DeskOf.Of(Agent)!.Muted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_agents_keys_go_to_the_caller_and_into_no_record()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await TalkAsync(exchange);

        await caller.Line.SendKeysByAsync(Agent, "73#");

        exchange.Media.Asked.All.OfType<SendDigits>().Single().ShouldBe(new SendDigits(caller.Leg, "73#"));
        await caller.Line.HangUpByAsync(Agent);
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.ShouldContain(e => e.Kind == CallEventKind.KeysSent);
        exchange.Log.All.ShouldNotContain(l => l.Contains("73#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_agent_hangs_up_and_the_call_is_over_with_its_lengths()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, end) = await TalkAsync(exchange);
        exchange.Clock.Advance(TimeSpan.FromSeconds(42));

        await caller.Line.HangUpByAsync(Agent);
        var again = await Should.ThrowAsync<Refusal>(() => caller.Line.HangUpByAsync(Agent));

        (await end).ShouldBe(ConversationEnd.AgentHungUp);
        again.Code.ShouldBe(CallLine.OverCode);
        (await caller.EndedAsync()).ShouldBe(CallEndReason.AgentHungUp);
        var (record, _) = await exchange.RecordAsync(caller.Line.Id);
        record.Talked.ShouldBe(TimeSpan.FromSeconds(42));
        record.Waited.ShouldBe(TimeSpan.FromSeconds(7));
        record.Agent.ShouldBe(Agent);
        record.Team.ShouldBe(Exchange.Team.Id);
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Ended);
    }

    [Fact]
    public async Task Only_the_agent_of_the_call_steers_it()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await TalkAsync(exchange);

        foreach (var command in new Func<Task>[]
        {
            () => caller.Line.HoldByAsync(Exchange.Agent(2)),
            () => caller.Line.MuteByAsync(Exchange.Agent(2), on: true),
            () => caller.Line.HangUpByAsync(Exchange.Agent(2)),
            () => caller.Line.SendKeysByAsync(Exchange.Agent(2), "1"),
        })
        {
            (await Should.ThrowAsync<Refusal>(command)).Code.ShouldBe("calls.not_yours");
        }

        exchange.Media.Bridges.ShouldContainKey(caller.Leg);
    }

    [Fact]
    public async Task A_browser_closed_in_mid_call_gives_the_caller_music_and_after_five_seconds_back_to_the_queue()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, end) = await TalkAsync(exchange);

        await exchange.Phones.CloseAsync(Agent, "tab-1");
        await exchange.Media.Asked.UntilAsync(c => c is Play { Loop: true } && c.Leg == caller.Leg);
        end.IsCompleted.ShouldBeFalse();
        exchange.Clock.Advance(TimeSpan.FromSeconds(5));

        (await end).ShouldBe(ConversationEnd.AgentLost);
        exchange.Calls.Find(caller.Line.Id).ShouldNotBeNull("the caller is still there");
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Ended);
        exchange.PhoneNews.All.ShouldContain((Agent, false));
    }

    [Fact]
    public async Task A_reloaded_page_takes_the_running_conversation_up_again_still_muted()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, end) = await TalkAsync(exchange);
        await caller.Line.MuteByAsync(Agent, on: true);
        await exchange.Phones.CloseAsync(Agent, "tab-1");
        await exchange.Media.Asked.UntilAsync(c => c is Play { Loop: true } && c.Leg == caller.Leg);

        exchange.Clock.Advance(TimeSpan.FromSeconds(3));
        await exchange.OpenPhoneAsync(Agent, "tab-2");
        var newLeg = exchange.Phones.BrowserLeg(Agent)!.Value;
        await exchange.Media.Asked.UntilAsync(c => c is Bridge bridge && bridge.Other == newLeg);
        exchange.Clock.Advance(TimeSpan.FromMinutes(1));

        end.IsCompleted.ShouldBeFalse();
        exchange.Media.Bridges[caller.Leg].ShouldBe(newLeg);
        exchange.Media.Asked.All.OfType<Mute>().ShouldContain(m => m.Leg == newLeg && m.On);
        await caller.Line.HangUpByAsync(Agent);
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).ShouldContain(CallEventKind.AgentBack);
    }

    [Fact]
    public async Task A_caller_who_lost_his_agent_can_be_given_to_another()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var other = Exchange.Agent(2);
        await exchange.OpenPhoneAsync(other);
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.OfferAsync(OfferTests.To(Agent), gone);
            await line.ConversationAsync(gone);
            await line.OfferAsync(OfferTests.To(other), gone);
            await line.ConversationAsync(gone);
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        exchange.Clock.Advance(TimeSpan.FromSeconds(10));
        await exchange.Phones.CloseAsync(Agent, "tab-1");
        await exchange.Media.Asked.UntilAsync(c => c is Play { Loop: true } && c.Leg == caller.Leg);
        exchange.Clock.Advance(TimeSpan.FromSeconds(5));
        await exchange.ShowsAsync(other, DeskCallState.Offered);

        await caller.Line.AnswerByAsync(other);
        exchange.Clock.Advance(TimeSpan.FromSeconds(20));
        await caller.Line.HangUpByAsync(other);

        var (record, _) = await exchange.RecordAsync(caller.Line.Id);
        record.Agent.ShouldBe(other);
        record.Talked.ShouldBe(TimeSpan.FromSeconds(35));
    }

    private static async Task<(MemoryCaller Caller, Task<ConversationEnd> End)> TalkAsync(Exchange exchange)
    {
        await exchange.OpenPhoneAsync(Agent);
        var end = new TaskCompletionSource<ConversationEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.OfferAsync(OfferTests.To(Agent), gone);
            end.SetResult(await line.ConversationAsync(gone));
            await line.ReadKeyAsync(TimeSpan.FromHours(1), gone);
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        return (caller, end.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }
}

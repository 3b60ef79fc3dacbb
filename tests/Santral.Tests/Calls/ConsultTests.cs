using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>The agent asks a colleague while his caller waits (I-12, I-23): whoever goes, the caller is never lost.</summary>
public sealed class ConsultTests
{
    private static readonly UserId Agent = Exchange.Agent(1), Colleague = Exchange.Agent(2);
    private static readonly TeamSummary Experts = new(TeamId.From(Guid.Parse("0197a000-0000-7000-8000-000000000002")), "experts", new Names("U", "E", "E"), "internet");

    [Fact]
    [Requirement("I-12")]
    public async Task The_caller_hears_music_the_two_speak_and_the_colleague_gets_the_call_with_all_that_is_known()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends) = await AskAsync(exchange);

        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Consulting);
        exchange.DeskOf.Of(Colleague)!.State.ShouldBe(DeskCallState.Offered);
        exchange.Media.Asked.All.OfType<Play>().Last(p => p.Leg == caller.Leg).Loop.ShouldBeTrue();
        await caller.Line.AnswerByAsync(Colleague);
        exchange.Media.Bridges[Leg(exchange, Agent)].ShouldBe(Leg(exchange, Colleague));

        await caller.Line.CompleteConsultByAsync(Agent);

        (await ends.Reader.ReadAsync()).ShouldBe(ConversationEnd.HandedOver);
        caller.Line.Agent!.Value.Agent.ShouldBe(Colleague);
        exchange.Media.Bridges[caller.Leg].ShouldBe(Leg(exchange, Colleague));
        var taken = exchange.DeskOf.Of(Colleague)!;
        (taken.State, taken.Team, taken.Origin, taken.Consult).ShouldBe((DeskCallState.Talking, Experts, new OfferOrigin(Agent, IsReturned: false), null));
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Ended);
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        exchange.Holds.All.ShouldBe([(Colleague, "taken"), (Colleague, "speaks")]);
        await caller.Line.HangUpByAsync(Colleague);
        (await ends.Reader.ReadAsync()).ShouldBe(ConversationEnd.AgentHungUp);
        var (record, events) = await exchange.RecordAsync(caller.Line.Id);
        record.Agent.ShouldBe(Colleague);
        events.Select(e => e.Kind).ShouldContain(CallEventKind.HandedOver);
    }

    [Fact]
    public async Task All_three_speak_and_handing_over_leaves_two()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await AskAsync(exchange);
        await caller.Line.AnswerByAsync(Colleague);

        await caller.Line.JoinConsultByAsync(Agent);
        await caller.Line.JoinConsultByAsync(Agent);

        var confer = exchange.Media.Asked.All.OfType<Confer>().ShouldHaveSingleItem();
        confer.Leg.ShouldBe(caller.Leg);
        confer.Others.ShouldBe([Leg(exchange, Agent), Leg(exchange, Colleague)]);
        exchange.DeskOf.Of(Agent)!.Consult!.State.ShouldBe(ConsultState.Together);
        await caller.Line.CompleteConsultByAsync(Agent);
        exchange.Media.Bridges[caller.Leg].ShouldBe(Leg(exchange, Colleague));
    }

    [Fact]
    public async Task The_agent_changes_between_the_two_and_goes_back()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await AskAsync(exchange);
        await caller.Line.AnswerByAsync(Colleague);

        await caller.Line.SwapConsultByAsync(Agent);
        exchange.Media.Bridges[caller.Leg].ShouldBe(Leg(exchange, Agent));
        exchange.Media.Asked.All.OfType<Play>().Last().Leg.ShouldBe(Leg(exchange, Colleague));
        await caller.Line.SwapConsultByAsync(Agent);
        exchange.Media.Bridges[Leg(exchange, Agent)].ShouldBe(Leg(exchange, Colleague));
        await caller.Line.EndConsultByAsync(Agent);

        exchange.Media.Bridges[caller.Leg].ShouldBe(Leg(exchange, Agent));
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Talking);
        exchange.DeskOf.Of(Colleague).ShouldBeNull();
        exchange.DeskOf.BoundTo(Colleague).ShouldBeNull();
        exchange.Holds.All[^1].ShouldBe((Colleague, "freed"));
    }

    [Theory]
    [InlineData("rejects")]
    [InlineData("does not answer")]
    [InlineData("leaves")]
    [InlineData("closes his browser")]
    public async Task A_colleague_who_is_not_there_gives_the_agent_his_caller_back(string how)
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends) = await AskAsync(exchange);
        switch (how)
        {
            case "rejects":
                await caller.Line.RejectByAsync(Colleague);
                break;
            case "does not answer":
                exchange.Clock.Advance(TimeSpan.FromSeconds(20));
                break;
            case "leaves":
                await caller.Line.AnswerByAsync(Colleague);
                await caller.Line.HangUpByAsync(Colleague);
                break;
            default:
                await caller.Line.AnswerByAsync(Colleague);
                await exchange.Phones.CloseAsync(Colleague, "tab-1");
                break;
        }

        await exchange.Holds.UntilAsync(h => h == (Colleague, "freed"));
        await caller.Line.MuteByAsync(Agent, on: false);
        exchange.Media.Bridges[caller.Leg].ShouldBe(Leg(exchange, Agent));
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Talking);
        ends.Reader.TryPeek(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_meanwhile_frees_both()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends) = await AskAsync(exchange);
        await caller.Line.AnswerByAsync(Colleague);

        caller.HangUp();

        (await ends.Reader.ReadAsync()).ShouldBe(ConversationEnd.CallerHungUp);
        await exchange.Holds.UntilAsync(h => h == (Colleague, "freed"));
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        exchange.DeskOf.BoundTo(Colleague).ShouldBeNull();
    }

    [Fact]
    public async Task An_agent_lost_while_he_asks_leaves_the_caller_to_the_queue()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends) = await AskAsync(exchange);
        await caller.Line.AnswerByAsync(Colleague);

        await exchange.Phones.CloseAsync(Agent, "tab-1");
        await exchange.Holds.UntilAsync(h => h == (Colleague, "freed"));
        await exchange.Desks.UntilAsync(d => d.Agent == Colleague && d.Call is null);
        while (!ends.Reader.TryPeek(out _))
        {
            exchange.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await ends.Reader.ReadAsync()).ShouldBe(ConversationEnd.AgentLost);
    }

    [Fact]
    public async Task Who_rings_or_is_nobody_cannot_be_handed_a_caller()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await AskAsync(exchange);

        (await Should.ThrowAsync<Refusal>(() => caller.Line.CompleteConsultByAsync(Agent))).Code.ShouldBe("calls.consult_rings");
        (await Should.ThrowAsync<Refusal>(() => caller.Line.HoldByAsync(Agent))).Code.ShouldBe("calls.in_consult");
        (await Should.ThrowAsync<Refusal>(() => caller.Line.VerifyByAsync(Agent))).Code.ShouldBe("calls.in_consult");
        await caller.Line.EndConsultByAsync(Agent);
        (await Should.ThrowAsync<Refusal>(() => caller.Line.CompleteConsultByAsync(Agent))).Code.ShouldBe("calls.no_consult");
    }

    private static LegId Leg(Exchange exchange, UserId agent) => exchange.Phones.BrowserLeg(agent)!.Value;

    /// <summary>A talk whose agent rings a colleague; the ends of its conversations come one after another.</summary>
    private static async Task<(MemoryCaller Caller, System.Threading.Channels.Channel<ConversationEnd> Ends)> AskAsync(Exchange exchange)
    {
        await exchange.OpenPhoneAsync(Agent);
        await exchange.OpenPhoneAsync(Colleague);
        var ends = System.Threading.Channels.Channel.CreateUnbounded<ConversationEnd>();
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.OfferAsync(OfferTests.To(Agent), gone);
            ConversationEnd end;
            do
            {
                end = await line.ConversationAsync(gone);
                ends.Writer.TryWrite(end);
            }
            while (end == ConversationEnd.HandedOver);

            await Task.Delay(Timeout.Infinite, gone);
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        await caller.Line.ConsultByAsync(Agent, Experts, Colleague);
        return (caller, ends);
    }
}

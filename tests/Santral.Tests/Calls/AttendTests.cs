using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>A supervisor in a running conversation: who hears whom, what the agent sees of it, and that the call never suffers.</summary>
public sealed class AttendTests
{
    private static readonly UserId Agent = Exchange.Agent(1), Boss = Exchange.Agent(8), Other = Exchange.Agent(9);

    [Fact]
    public async Task He_listens_unseen_whispers_to_the_agent_and_joins_in()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = await TalkAsync(exchange);
        var (agent, boss) = (Leg(exchange, Agent), Leg(exchange, Boss));

        await caller.Line.AttendByAsync(Boss, AttendMode.Listen);
        var listens = exchange.Media.Asked.All.OfType<Confer>().Last();
        listens.Leg.ShouldBe(caller.Leg);
        listens.Others.ShouldBe([agent, boss]);
        listens.Unheard.ShouldBe([new Unheard(boss, caller.Leg), new Unheard(boss, agent)]);
        exchange.DeskOf.Of(Agent)!.Supervisor.ShouldBeNull();
        caller.Line.Attended.ShouldBe((Boss, AttendMode.Listen));
        exchange.DeskOf.BoundTo(Boss).ShouldBe(caller.Line.Id);

        await caller.Line.AttendByAsync(Boss, AttendMode.Whisper);
        exchange.Media.Asked.All.OfType<Confer>().Last().Unheard.ShouldBe([new Unheard(boss, caller.Leg)]);
        exchange.DeskOf.Of(Agent)!.Supervisor.ShouldBe(new DeskSupervisor(Boss, AttendMode.Whisper));

        await caller.Line.AttendByAsync(Boss, AttendMode.Join);
        exchange.Media.Asked.All.OfType<Confer>().Last().Unheard.ShouldBe([]);

        await caller.Line.StopAttendingByAsync(Boss);
        exchange.Media.Bridges[caller.Leg].ShouldBe(agent);
        exchange.DeskOf.Of(Agent)!.Supervisor.ShouldBeNull();
        exchange.DeskOf.BoundTo(Boss).ShouldBeNull();
        exchange.Holds.All.ShouldBe([(Boss, "taken"), (Boss, "speaks"), (Boss, "freed")]);
        await caller.Line.HangUpByAsync(Agent);
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).Where(k => k >= CallEventKind.SupervisorListens).ShouldBe(
            [CallEventKind.SupervisorListens, CallEventKind.SupervisorWhispers, CallEventKind.SupervisorJoined, CallEventKind.SupervisorLeft]);
    }

    [Fact]
    public async Task A_caller_on_hold_or_in_verification_is_not_overheard_and_comes_back_with_him()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = await TalkAsync(exchange);
        await caller.Line.AttendByAsync(Boss, AttendMode.Listen);

        await caller.Line.HoldByAsync(Agent);
        exchange.Media.Asked.All.OfType<Unbridge>().Last().Leg.ShouldBe(caller.Leg);
        await caller.Line.AttendByAsync(Boss, AttendMode.Whisper);
        exchange.Media.Asked.All.OfType<Confer>().ShouldHaveSingleItem("nobody is connected to a caller on hold");
        await caller.Line.ResumeByAsync(Agent);

        exchange.Media.Asked.All.OfType<Confer>().Last().Unheard.ShouldBe([new Unheard(Leg(exchange, Boss), caller.Leg)]);
    }

    [Fact]
    public async Task One_at_a_time_not_the_agent_himself_and_not_without_a_phone()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = await TalkAsync(exchange);
        (await Should.ThrowAsync<Refusal>(() => caller.Line.AttendByAsync(Agent, AttendMode.Listen))).Code.ShouldBe("calls.attend_own");
        (await Should.ThrowAsync<Refusal>(() => caller.Line.AttendByAsync(Other, AttendMode.Listen))).Code.ShouldBe("calls.attend_no_phone");
        await exchange.OpenPhoneAsync(Other, "tab-9");
        await caller.Line.AttendByAsync(Boss, AttendMode.Listen);
        (await Should.ThrowAsync<Refusal>(() => caller.Line.AttendByAsync(Other, AttendMode.Listen))).Code.ShouldBe("calls.attended_already");
        await caller.Line.StopAttendingByAsync(Other);
        caller.Line.Attended.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("the call ends")]
    [InlineData("his browser closes")]
    public async Task Whatever_ends_it_he_is_free_again(string how)
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = await TalkAsync(exchange);
        await caller.Line.AttendByAsync(Boss, AttendMode.Join);

        if (how == "the call ends")
        {
            await caller.Line.HangUpByAsync(Agent);
        }
        else
        {
            await exchange.Phones.CloseAsync(Boss, "tab-8");
            await exchange.Media.Asked.UntilAsync(_ => exchange.Media.Asked.All.OfType<Bridge>().Count() == 2, "the two alone again");
            exchange.Media.Bridges[caller.Leg].ShouldBe(Leg(exchange, Agent));
        }

        await exchange.Holds.UntilAsync(h => h == (Boss, "freed"), "free");
        exchange.DeskOf.BoundTo(Boss).ShouldBeNull();
    }

    private static LegId Leg(Exchange exchange, UserId agent) => exchange.Phones.BrowserLeg(agent)!.Value;

    private static async Task<MemoryCaller> TalkAsync(Exchange exchange)
    {
        await exchange.OpenPhoneAsync(Agent);
        await exchange.OpenPhoneAsync(Boss, "tab-8");
        var caller = exchange.Dial(async (line, stop) =>
        {
            await line.OfferAsync(new CallOffer(Agent, Exchange.Team, TimeSpan.FromSeconds(20), TimeSpan.Zero), stop);
            await line.ConversationAsync(stop);
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        return caller;
    }
}

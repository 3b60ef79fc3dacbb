using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

/// <summary>Callers whom an agent sends on (I-12, I-23): they are never lost.</summary>
public sealed class TransferTests : IAsyncDisposable
{
    private static readonly UserId Ann = QueueBench.Ann, Bob = QueueBench.Bob;

    private readonly QueueBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    [Requirement("I-12")]
    public async Task A_caller_sent_to_a_team_is_offered_there_and_who_sent_him_writes_up_at_once()
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.ReadyAsync(Bob);

        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Experts, null));
        var offer = await line.EndsOfferAsync(OfferOutcome.Answered);

        (offer.Agent, offer.Team.Code, offer.Origin).ShouldBe((Bob, "experts", new OfferOrigin(Ann, IsReturned: false)));
        offer.Unverified.ShouldBeTrue("what was known of the caller goes along");
        await _bench.SettledAsync();
        _bench.Pictures.Of(Ann)!.Activity.ShouldBe(AgentActivity.WrapUp);
        _bench.Pictures.Of(Bob)!.Activity.ShouldBe(AgentActivity.Talking);
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Fact]
    public async Task A_caller_sent_to_one_agent_rings_him_alone()
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.ReadyAsync(Bob);

        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Experts, Bob));
        (await line.EndsOfferAsync(OfferOutcome.Answered)).Agent.ShouldBe(Bob);

        line.EndsTalk(ConversationEnd.CallerHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Theory]
    [InlineData(OfferOutcome.NoAnswer)]
    [InlineData(OfferOutcome.Rejected)]
    [InlineData(OfferOutcome.Unreachable)]
    public async Task Not_taken_he_comes_back_to_who_sent_him_even_into_the_wrap_up(OfferOutcome outcome)
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.ReadyAsync(Bob);

        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Experts, Bob));
        await line.EndsOfferAsync(outcome);
        var back = await line.EndsOfferAsync(OfferOutcome.Answered);

        (back.Agent, back.Team.Code, back.Origin).ShouldBe((Ann, "sales", new OfferOrigin(Ann, IsReturned: true)));
        line.NotTakenOrders.ShouldHaveSingleItem();
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
        await _bench.SettledAsync();
        _bench.Pictures.Of(Ann)!.Activity.ShouldBe(AgentActivity.WrapUp);
    }

    [Fact]
    public async Task Not_taken_by_either_he_stands_at_the_head_of_the_queue_he_came_from()
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.BeginsToWaitAsync(line);
        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Experts, Bob));

        // Bob is not there, Ann is rung and does not answer: she is away, and he waits for whoever comes.
        (await line.EndsOfferAsync(OfferOutcome.NoAnswer)).Agent.ShouldBe(Ann);
        await _bench.BeginsToWaitAsync(line);
        using var later = new WaitingLine("y");
        var other = _bench.Serve.ServeAsync(later, new QueueRequest("sales"), later.HungUp);
        await _bench.SettledAsync();
        await _bench.ReadyAsync(Ann);

        var offer = await line.EndsOfferAsync(OfferOutcome.Answered);
        (offer.Agent, offer.Origin).ShouldBe((Ann, null));
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
        later.HangsUp();
        await Should.ThrowAsync<OperationCanceledException>(() => other);
    }

    [Fact]
    public async Task An_agent_lost_after_a_transfer_leaves_the_caller_at_the_head_of_his_own_team()
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.ReadyAsync(Bob);
        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Experts, Bob));
        await line.EndsOfferAsync(OfferOutcome.Answered);

        line.EndsTalk(ConversationEnd.AgentLost);
        await _bench.SettledAsync();

        var again = await line.EndsOfferAsync(OfferOutcome.Answered);
        (again.Agent, again.Team.Code).ShouldBe((Bob, "experts"));
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_sent_to_a_number_is_served_there_or_comes_back(bool answered)
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Sales, null, PhoneNumber.Parse("+902121234567", null)));

        line.Outside.SetResult(answered);

        if (answered)
        {
            (await served).ShouldBe(QueueOutcome.Served);
            line.NotTakenOrders.ShouldBeEmpty();
            return;
        }

        var back = await line.EndsOfferAsync(OfferOutcome.Answered);
        (back.Agent, back.Origin).ShouldBe((Ann, new OfferOrigin(Ann, IsReturned: true)));
        line.NotTakenOrders.ShouldHaveSingleItem();
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_on_the_way_leaves_nobody_ringing()
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.ReadyAsync(Bob);
        line.IsTransferred(new TransferOrder(Ann, QueueBench.Sales, QueueBench.Experts, Bob));
        await line.OfferedAsync();

        line.HangsUp();

        await Should.ThrowAsync<OperationCanceledException>(() => served);
        await _bench.SettledAsync();
        _bench.Pictures.Of(Bob)!.Activity.ShouldBe(AgentActivity.Idle);
    }

    [Fact]
    public async Task An_agent_who_is_asked_about_a_call_is_offered_no_other_until_he_is_free()
    {
        await _bench.WithTeamAsync(Ann);
        await _bench.ReadyAsync(Ann);
        _bench.Queues.Taken(Ann, Board.Call("z"), QueueBench.Sales.Id);
        _bench.Queues.Speaks(Ann, Board.Call("z"));
        using var line = new WaitingLine("x");
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);
        await _bench.SettledAsync();
        (_bench.Pictures.Of(Ann)!.Activity, _bench.Pictures.Of(QueueBench.Sales.Id).Waiting).ShouldBe((AgentActivity.Talking, 1));

        _bench.Queues.Freed(Ann, Board.Call("z"));

        (await line.EndsOfferAsync(OfferOutcome.Answered)).Agent.ShouldBe(Ann);
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Fact]
    [Requirement("I-12")]
    public async Task A_caller_handed_over_is_the_colleagues_and_who_asked_writes_up()
    {
        using var line = new WaitingLine("x");
        var served = await TalkWithAnnAsync(line);
        await _bench.ReadyAsync(Bob);
        _bench.Queues.Taken(Bob, line.Id, QueueBench.Experts.Id);
        _bench.Queues.Speaks(Bob, line.Id);

        line.Agent = (Bob, QueueBench.Experts);
        line.EndsTalk(ConversationEnd.HandedOver);
        while (_bench.Pictures.Of(Ann)!.Activity != AgentActivity.WrapUp)
        {
            await Task.Yield();
        }

        _bench.Queues.Freed(Bob, line.Id);
        await _bench.SettledAsync();
        _bench.Pictures.Of(Bob)!.Activity.ShouldBe(AgentActivity.Talking, "freed is who was only asked");
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
        await _bench.SettledAsync();
        _bench.Pictures.Of(Bob)!.Activity.ShouldBe(AgentActivity.WrapUp);
    }

    private async Task<Task<QueueOutcome>> TalkWithAnnAsync(WaitingLine line)
    {
        await _bench.WithTwoTeamsAsync(Ann, Bob);
        await _bench.ReadyAsync(Ann);
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales", Unverified: true), line.HungUp);
        await line.EndsOfferAsync(OfferOutcome.Answered);
        return served;
    }
}

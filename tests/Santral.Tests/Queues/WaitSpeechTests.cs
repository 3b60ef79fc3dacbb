using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

/// <summary>What a caller hears between stretches of music.</summary>
public sealed class WaitSpeechTests : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly QueueBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static void Speaks(Team team) => team.Announce(new TeamSpeech(Every, Position: true, Wait: true));

    /// <summary>He waits for it on the test's own stack already, so the time that passes is his.</summary>
    private async Task<string> SaidAsync(WaitingLine line, TimeSpan later)
    {
        _bench.Clock.Advance(later);
        return await line.Said.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task He_is_told_his_position_and_no_wait_that_nobody_knows()
    {
        await _bench.WithTeamAsync(Speaks, QueueBench.Ann);
        using var first = new WaitingLine("x");
        using var second = new WaitingLine("y");
        var served = _bench.Serve.ServeAsync(first, new QueueRequest("sales"), first.HungUp);
        await _bench.SettledAsync();
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        _ = _bench.Serve.ServeAsync(second, new QueueRequest("sales"), second.HungUp);

        (await SaidAsync(first, Every - TimeSpan.FromSeconds(1))).ShouldBe("tr:queues.say_position 1");
        (await SaidAsync(second, TimeSpan.FromSeconds(1))).ShouldBe("tr:queues.say_position 2");
        first.HangsUp();
        second.HangsUp();
        await Should.ThrowAsync<OperationCanceledException>(served);
    }

    [Fact]
    public async Task An_agent_who_becomes_free_interrupts_what_is_said_and_music_plays_while_he_rings()
    {
        await _bench.WithTeamAsync(Speaks, QueueBench.Ann);
        using var line = new WaitingLine("x") { Speaks = new TaskCompletionSource() };
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);
        await SaidAsync(line, Every);

        await _bench.ReadyAsync(QueueBench.Ann);
        var (_, end) = await line.OfferedAsync();

        line.Music.ShouldBeTrue();
        end.SetResult(OfferOutcome.Answered);
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Fact]
    public async Task A_silent_team_says_nothing()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);
        for (var minute = 0; minute < 10; minute++)
        {
            await _bench.SettledAsync();
            _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        line.Said.Reader.TryRead(out _).ShouldBeFalse();
        line.HangsUp();
        await Should.ThrowAsync<OperationCanceledException>(served);
    }
}

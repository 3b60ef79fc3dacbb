using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Media;
using Microsoft.EntityFrameworkCore;

namespace Santral.Tests.Calls;

/// <summary>When a conversation is recorded: never before the notice was heard, never without its agent's team wanting it, and never at the price of the call.</summary>
public sealed class RecordingTests
{
    private static readonly UserId Agent = Exchange.Agent(1);

    [Fact]
    public async Task Where_the_flow_said_it_the_conversation_is_recorded_from_its_first_word()
    {
        await using var exchange = await Exchange.OpenAsync();
        await RuleAsync(exchange, RecordingPolicy.Always);
        var caller = await TalkAsync(exchange, hearsNotice: true);

        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Running, "recording");
        var record = exchange.Media.Asked.All.OfType<RecordLeg>().ShouldHaveSingleItem();
        (record.Leg, record.Sides).ShouldBe((caller.Leg, RecordingSides.Both));
        record.Path.ShouldStartWith(exchange.Folder.PathOf("recordings/"));
        await caller.Line.HangUpByAsync(Agent);

        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).ShouldBe(
            [CallEventKind.Arrived, CallEventKind.Offered, CallEventKind.Connected, CallEventKind.RecordingStarted, CallEventKind.RecordingEnded, CallEventKind.Ended], ignoreOrder: true);
        var kept = await exchange.InDatabaseAsync(db => db.Recordings.SingleAsync());
        (kept.State, kept.Agent, kept.Team, kept.Length, kept.Sha256!.Length, kept.Node).ShouldBe(
            (RecordingState.Kept, (UserId?)Agent, Exchange.Team.Id, TimeSpan.FromSeconds(5), 64, exchange.Node.Name));
    }

    [Fact]
    public async Task Where_nobody_said_it_both_hear_the_notice_before_it_begins()
    {
        await using var exchange = await Exchange.OpenAsync();
        await RuleAsync(exchange, RecordingPolicy.Always);
        var caller = await TalkAsync(exchange, hearsNotice: false);

        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Announcing, "announcing");
        await exchange.Media.Asked.UntilAsync(c => c is Play { Loop: false } play && play.Leg == exchange.Phones.BrowserLeg(Agent), "the agent's notice");
        exchange.Media.Asked.All.OfType<RecordLeg>().ShouldBeEmpty();
        exchange.Media.FinishPlay(caller.Leg);

        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Running, "recording");
    }

    [Fact]
    public async Task A_notice_that_a_hold_cut_off_is_said_again_before_anything_is_recorded()
    {
        await using var exchange = await Exchange.OpenAsync();
        await RuleAsync(exchange, RecordingPolicy.Always);
        var caller = await TalkAsync(exchange, hearsNotice: false);
        await exchange.Media.Asked.UntilAsync(c => c is Play { Loop: false } play && play.Leg == caller.Leg, "the notice");

        await caller.Line.HoldByAsync(Agent);
        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Off, "no notice any more");
        await caller.Line.ResumeByAsync(Agent);

        await exchange.Media.Asked.UntilAsync(_ => exchange.Media.Asked.All.OfType<Play>().Count(p => p.Leg == caller.Leg && !p.Loop) == 2, "the notice again");
        exchange.Media.Asked.All.OfType<RecordLeg>().ShouldBeEmpty();
    }

    [Fact]
    public async Task By_choice_it_begins_with_the_agents_button_which_others_do_not_have()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = await TalkAsync(exchange, hearsNotice: true);
        (await Should.ThrowAsync<Refusal>(() => caller.Line.RecordByAsync(Agent))).Code.ShouldBe("calls.recording_not_chosen");
        (await Should.ThrowAsync<Refusal>(() => caller.Line.PauseRecordingByAsync(Agent, on: true))).Code.ShouldBe("calls.not_recorded");
        await RuleAsync(exchange, RecordingPolicy.ByAgent);
        (await Should.ThrowAsync<Refusal>(() => caller.Line.RecordByAsync(Exchange.Agent(2)))).Code.ShouldBe("calls.not_yours");

        await caller.Line.RecordByAsync(Agent);
        await exchange.Media.Asked.UntilAsync(
            _ => exchange.Media.Asked.All.OfType<Play>().Count(p => !p.Loop && p.Leg == caller.Leg) == 2, "the notice, though the flow said that it may happen");
        exchange.Media.FinishPlay(caller.Leg);
        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Running, "recording");

        await caller.Line.PauseRecordingByAsync(Agent, on: true);
        await caller.Line.PauseRecordingByAsync(Agent, on: true);
        exchange.DeskOf.Of(Agent)!.Recording!.State.ShouldBe(DeskRecordingState.Paused);
        await caller.Line.PauseRecordingByAsync(Agent, on: false);
        exchange.Media.Asked.All.OfType<PauseRecording>().Select(p => p.On).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_disk_that_refuses_costs_the_recording_and_not_the_call()
    {
        await using var exchange = await Exchange.OpenAsync();
        exchange.Media.RefusesRecordings = MediaCodes.DiskFull;
        await RuleAsync(exchange, RecordingPolicy.Always);
        var caller = await TalkAsync(exchange, hearsNotice: true);

        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Failed, "failed");
        exchange.Media.Bridges[caller.Leg].ShouldBe(exchange.Phones.BrowserLeg(Agent)!.Value);
        await caller.Line.HangUpByAsync(Agent);
        await exchange.RecordAsync(caller.Line.Id);
        (await exchange.InDatabaseAsync(db => db.Recordings.SingleAsync())).State.ShouldBe(RecordingState.Failed);
    }

    [Fact]
    public async Task A_disk_that_fills_up_in_the_middle_is_shown_and_kept()
    {
        await using var exchange = await Exchange.OpenAsync();
        await RuleAsync(exchange, RecordingPolicy.Always);
        var caller = await TalkAsync(exchange, hearsNotice: true);
        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Running, "recording");

        exchange.Media.EndTape(caller.Leg, RecordingEnd.DiskFull);

        await exchange.Desks.UntilAsync(d => d.Call?.Recording?.State == DeskRecordingState.Failed, "failed");
        await caller.Line.HangUpByAsync(Agent);
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).ShouldContain(CallEventKind.RecordingFailed);
        var failed = await exchange.InDatabaseAsync(db => db.Recordings.SingleAsync());
        (failed.State, failed.HasSound).ShouldBe((RecordingState.Failed, true));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("limit")]
    [InlineData("hangs up")]
    public async Task A_message_ends_by_a_key_by_its_limit_or_with_the_caller_and_is_told_of(string how)
    {
        await using var exchange = await Exchange.OpenAsync();
        var taken = new TaskCompletionSource<bool>();
        var caller = exchange.Dial(async (line, stop) => taken.TrySetResult(await line.TakeMessageAsync(Exchange.Team, TimeSpan.FromSeconds(60), stop)));
        await exchange.Media.Asked.UntilAsync(c => c is Play, "the beep");
        exchange.Media.FinishPlay(caller.Leg);
        var record = (RecordLeg)await exchange.Media.Asked.UntilAsync(c => c is RecordLeg, "the message");
        (record.Sides, record.LimitMs).ShouldBe((RecordingSides.Own, 60_000));

        switch (how)
        {
            case "#":
                exchange.Media.Press(caller.Leg, "12#");
                (await taken.Task).ShouldBeTrue();
                break;
            case "limit":
                exchange.Media.EndTape(caller.Leg, RecordingEnd.Limit);
                (await taken.Task).ShouldBeTrue();
                break;
            default:
                exchange.Media.Lose(caller.Leg);
                break;
        }

        await caller.Line.HangUpAsync(CallEndReason.Closed);
        await exchange.RecordAsync(caller.Line.Id);
        var kept = await exchange.InDatabaseAsync(db => db.Recordings.SingleAsync());
        (kept.Kind, kept.State, kept.Agent).ShouldBe((RecordingKind.Voicemail, RecordingState.Kept, null));
        (await exchange.InDatabaseAsync(db => db.Outbox.CountAsync(o => o.Name == "calls.voicemail_left"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_closed_as_cut_short_and_a_lost_file_as_failed()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = exchange.Dial((_, stop) => Task.Delay(Timeout.Infinite, stop));
        await caller.Line.HangUpAsync(CallEndReason.CallerHungUp);
        var (call, _) = await exchange.RecordAsync(caller.Line.Id);
        var at = exchange.Clock.GetUtcNow();
        var (there, lost, message) = (Begun(RecordingKind.Conversation), Begun(RecordingKind.Conversation), Begun(RecordingKind.Voicemail));
        foreach (var recording in new[] { there, message })
        {
            var path = exchange.Folder.PathOf(recording.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var channels = recording.Kind == RecordingKind.Voicemail ? 1 : 2;
            await File.WriteAllBytesAsync(path, [.. Santral.Media.Recording.WavHeader.Of(channels, 0), .. new byte[24_001]]);
        }

        await exchange.InDatabaseAsync(async db =>
        {
            db.Recordings.AddRange(there, lost, message);
            await db.SaveChangesAsync();
            await new Santral.Calls.Jobs.CloseOpenRecordings(
                db, exchange.Book, exchange.Folder, exchange.Node, exchange.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Santral.Calls.Jobs.CloseOpenRecordings>.Instance).PrepareAsync(default);
            return true;
        });

        var after = await exchange.InDatabaseAsync(db => db.Recordings.AsNoTracking().ToDictionaryAsync(r => r.Id));
        (after[there.Id].State, after[there.Id].Length, after[there.Id].Bytes, after[there.Id].Sha256!.Length).ShouldBe((RecordingState.CutShort, TimeSpan.FromSeconds(1), 24_058L, 64));
        (after[lost.Id].State, after[lost.Id].HasSound).ShouldBe((RecordingState.Failed, false));
        after[message.Id].State.ShouldBe(RecordingState.CutShort);
        (await exchange.InDatabaseAsync(db => db.Outbox.CountAsync(o => o.Name == "calls.voicemail_left"))).ShouldBe(1, "a message that a crash cut off is heard as well");

        Recording Begun(RecordingKind kind)
        {
            var id = Id.New<RecordingId>(exchange.Clock);
            return Recording.Begin(id, call.Id, kind, Exchange.Team.Id, Agent, Santral.Calls.Live.Recordings.RecordingFolder.PlaceOf(id, at), exchange.Node.Name, at);
        }
    }

    private static async Task RuleAsync(Exchange exchange, RecordingPolicy policy)
    {
        await exchange.InDatabaseAsync(async db =>
        {
            var rule = new RecordingRule(Exchange.Team.Id);
            rule.Set(policy, 30, showsListening: false);
            db.RecordingRules.Add(rule);
            await db.SaveChangesAsync();
            await exchange.Book.LoadAsync(db, CancellationToken.None);
            return true;
        });
    }

    private static async Task<MemoryCaller> TalkAsync(Exchange exchange, bool hearsNotice)
    {
        await exchange.OpenPhoneAsync(Agent);
        var caller = exchange.Dial(async (line, stop) =>
        {
            if (hearsNotice)
            {
                await line.PlayAsync([new PromptPart.Named(CallLine.NoticePrompt)], stopOnKey: false, stop);
            }

            await line.OfferAsync(new CallOffer(Agent, Exchange.Team, TimeSpan.FromSeconds(20), TimeSpan.Zero), stop);
            await line.ConversationAsync(stop);
        });
        if (hearsNotice)
        {
            await exchange.Media.Asked.UntilAsync(c => c is Play play && play.Leg == caller.Leg, "the notice");
            exchange.Media.FinishPlay(caller.Leg);
        }

        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        return caller;
    }
}

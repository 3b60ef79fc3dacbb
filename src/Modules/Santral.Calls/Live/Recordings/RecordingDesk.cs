using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Calls.Live.Recordings;

/// <summary>Begins recordings and writes down what becomes of them. A disk that refuses costs the recording, never the call.</summary>
internal sealed partial class RecordingDesk(MediaDesk media, CallJournal journal, RecordingBook book, RecordingFolder folder, TimeProvider clock, ILogger<RecordingDesk> log)
{
    /// <summary>The file is closed within this, or the next start closes it.</summary>
    private static readonly TimeSpan ClosesWithin = TimeSpan.FromSeconds(3);

    public RecordingBook Book => book;

    /// <summary>Null when the disk does not take it; its record says so.</summary>
    /// <param name="over">Told once, also when it failed in the middle.</param>
    public async Task<LiveRecording?> BeginAsync(CallId call, LegId leg, RecordingKind kind, TeamId team, UserId? agent, TimeSpan limit, Action<RecordingEnded> over)
    {
        var now = clock.GetUtcNow();
        var recording = new LiveRecording(Id.New<RecordingId>(clock), leg);
        var place = RecordingFolder.PlaceOf(recording.Id, now);
        journal.Write(new JournalEntry.RecordingBegan(call, recording.Id, kind, team, agent, place, now));
        var tape = new TapeId(recording.Id.Value);
        media.Listen(tape, ended =>
        {
            journal.Write(new JournalEntry.RecordingOver(
                call, recording.Id, StateOf(ended), TimeSpan.FromMilliseconds(ended.LengthMs), ended.Bytes, ended.Sha256, agent, clock.GetUtcNow()));
            if (StateOf(ended) == RecordingState.Failed)
            {
                WentWrong(log, call, ended.Reason, ended.Detail);
            }

            recording.Close(ended);
            over(ended);
        });
        var sides = kind == RecordingKind.Voicemail ? RecordingSides.Own : RecordingSides.Both;
        var reply = await media.AskAsync(new RecordLeg(leg, tape, folder.PathOf(place), sides, (int)limit.TotalMilliseconds));
        if (reply is MediaReply.Refused refused)
        {
            media.Forget(tape);
            journal.Write(new JournalEntry.RecordingOver(call, recording.Id, RecordingState.Failed, TimeSpan.Zero, 0, null, agent, clock.GetUtcNow()));
            NotBegun(log, call, refused.Code, refused.Detail);
            return null;
        }

        return recording;
    }

    public Task PauseAsync(LiveRecording recording, bool on) => media.TryAsync(new PauseRecording(recording.Leg, on));

    /// <summary>Ends when the file is closed and written down.</summary>
    public async Task EndAsync(LiveRecording recording)
    {
        // Without an await before it: the command stands in the line before whatever the call asks next.
        var stopped = media.TryAsync(new StopRecording(recording.Leg));
        await stopped;
        try
        {
            await recording.Over.WaitAsync(ClosesWithin, clock);
        }
        catch (TimeoutException)
        {
            ClosesLate(log, recording.Id);
        }
    }

    private static RecordingState StateOf(RecordingEnded ended)
        => ended.Reason is RecordingEnd.Failed or RecordingEnd.DiskFull || ended.Sha256 is null ? RecordingState.Failed
            : ended.Reason == RecordingEnd.EngineLost ? RecordingState.CutShort
            : RecordingState.Kept;

    [LoggerMessage(LogLevel.Error, "Call {Call} is not recorded: {Code} {Detail}")]
    private static partial void NotBegun(ILogger log, CallId call, string code, string detail);

    [LoggerMessage(LogLevel.Error, "The recording of call {Call} ended in the middle: {Reason} {Detail}")]
    private static partial void WentWrong(ILogger log, CallId call, RecordingEnd reason, string detail);

    [LoggerMessage(LogLevel.Warning, "Recording {Recording} is not closed yet")]
    private static partial void ClosesLate(ILogger log, RecordingId recording);
}

/// <summary>A recording that runs.</summary>
internal sealed class LiveRecording(RecordingId id, LegId leg)
{
    private readonly TaskCompletionSource<RecordingEnded> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecordingId Id { get; } = id;

    public LegId Leg { get; } = leg;

    public Task<RecordingEnded> Over => _over.Task;

    public void Close(RecordingEnded ended) => _over.TrySetResult(ended);
}

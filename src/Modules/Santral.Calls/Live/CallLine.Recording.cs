using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>
/// The recording of a conversation. It begins when the notice was heard, in the flow or over the conversation, and never without it. The engine itself writes
/// silence while the caller is not connected: on hold, with a colleague's question open, in the verification menu.
/// </summary>
internal sealed partial class CallLine
{
    /// <summary>The prompt that says that the call is recorded.</summary>
    public const string NoticePrompt = "common.recording";

    private bool _noticeHeard;
    private Notice? _notice;
    private Task _closing = Task.CompletedTask;

    /// <summary>The agent's button, where his team's policy leaves it to him.</summary>
    public Task RecordByAsync(UserId agent)
        => SpeakingCommandAsync(agent, talk => talk switch
        {
            { Recording: not null } => Task.CompletedTask,
            _ when _outbound == OutboundState.Ringing => throw new Refusal("calls.not_answered_yet"),
            _ when PolicyOf(talk) != RecordingPolicy.ByAgent => throw new Refusal("calls.recording_not_chosen"),
            { Held: true } => throw new Refusal("calls.resume_first"),
            _ when _notice?.Talk == talk => Task.CompletedTask,
            _ => AnnounceAsync(talk),
        });

    public Task PauseRecordingByAsync(UserId agent, bool on)
        => TalkCommandAsync(agent, async talk =>
        {
            if (talk.Recording is not { } recording)
            {
                throw new Refusal("calls.not_recorded");
            }

            if (talk.RecordingPaused == on)
            {
                return;
            }

            talk.RecordingPaused = on;
            await _parts.Recordings.PauseAsync(recording, on);
            Note(on ? CallEventKind.RecordingPaused : CallEventKind.RecordingResumed, agent);
            ShowTalk(talk);
        });

    private RecordingPolicy PolicyOf(Talk talk) => _parts.Recordings.Book.Of(talk.Offer.Team.Id).Policy;

    /// <summary>Caller and agent are connected, or connected again. A number that still rings hears no notice, so it waits for the answer.</summary>
    private Task BeginRecordingAsync(Talk talk)
        => _talk != talk || _outbound == OutboundState.Ringing || talk.Recording is not null || talk.RecordingFailed || _notice?.Talk == talk || PolicyOf(talk) != RecordingPolicy.Always ? Task.CompletedTask
            : _noticeHeard ? StartRecordingAsync(talk)
            : AnnounceAsync(talk);

    /// <summary>Both hear the notice; its sound may have to be made first, which nobody waits for here.</summary>
    private Task AnnounceAsync(Talk talk)
    {
        var notice = new Notice(talk, _parts.Media.NewPlay());
        _notice = notice;
        ShowTalk(talk);
        _ = PlayAsync();
        return Task.CompletedTask;

        async Task PlayAsync()
        {
            PlayItem? sound = null;
            try
            {
                sound = await SoundOfAsync(new PromptPart.Named(NoticePrompt), _goneToken);
            }
            catch (OperationCanceledException)
            {
                return; // the call is over
            }
            catch (Exception error)
            {
                NoNotice(_parts.Log, error, Id);
            }

            _box.Post(() => PlayNoticeAsync(notice, sound as PlayFile));
        }
    }

    private async Task PlayNoticeAsync(Notice notice, PlayFile? sound)
    {
        var talk = notice.Talk;
        if (_ended || _talk != talk || _notice != notice)
        {
            return;
        }

        if (sound is null || !await _parts.Media.TryAsync(new Play(_caller.Leg, notice.Id, [sound])))
        {
            // Nobody is recorded who was not told so.
            _notice = null;
            talk.RecordingFailed = true;
            Note(CallEventKind.RecordingFailed, talk.Agent);
            ShowTalk(talk);
            return;
        }

        await _parts.Media.TryAsync(new Play(talk.Leg, _parts.Media.NewPlay(), [sound]));
    }

    /// <summary>True when it was the notice that ended.</summary>
    private bool OnNoticeEnded(PlayEnded played)
    {
        if (_notice is not { } notice || notice.Id != played.Id)
        {
            return false;
        }

        _notice = null;
        if (played.Reason == Media.PlayEnd.Finished)
        {
            _noticeHeard = true;
            Note(CallEventKind.RecordingAnnounced);
            _box.Post(() => StartRecordingAsync(notice.Talk));
        }
        else if (_talk == notice.Talk)
        {
            // A hold or a supervisor came between: who is connected again hears it again, or the agent asks again.
            ShowTalk(notice.Talk);
            if (notice.Talk is { Held: false, Aside: null, Grace: null })
            {
                _box.Post(() => BeginRecordingAsync(notice.Talk));
            }
        }

        return true;
    }

    private async Task StartRecordingAsync(Talk talk)
    {
        if (_ended || _talk != talk || talk.Recording is not null)
        {
            return;
        }

        talk.RecordingPaused = false;
        talk.Recording = await _parts.Recordings.BeginAsync(
            Id, _caller.Leg, RecordingKind.Conversation, talk.Offer.Team.Id, talk.Agent, TimeSpan.Zero, ended => _box.Post(() => OnRecordingEnded(talk, ended)));
        talk.RecordingFailed = talk.Recording is null;
        ShowTalk(talk);
    }

    private void OnRecordingEnded(Talk talk, RecordingEnded ended)
    {
        if (_talk == talk && talk.Recording?.Id.Value == ended.Id.Value)
        {
            talk.Recording = null;
            talk.RecordingFailed = true;
            ShowTalk(talk);
        }
    }

    /// <summary>The conversation is over; its file is closed behind its back.</summary>
    private void EndRecording(Talk talk)
    {
        if (talk.Recording is { } recording)
        {
            talk.Recording = null;
            _closing = Task.WhenAll(_closing, _parts.Recordings.EndAsync(recording));
        }
    }

    private DeskRecording RecordingOf(Talk talk)
    {
        var state = talk switch
        {
            { Recording: not null, RecordingPaused: true } => DeskRecordingState.Paused,
            { Recording: not null } => DeskRecordingState.Running,
            _ when _notice?.Talk == talk => DeskRecordingState.Announcing,
            { RecordingFailed: true } => DeskRecordingState.Failed,
            _ => DeskRecordingState.Off,
        };
        return new DeskRecording(state, state is DeskRecordingState.Off or DeskRecordingState.Failed && PolicyOf(talk) == RecordingPolicy.ByAgent);
    }

    [LoggerMessage(LogLevel.Error, "The notice that call {Call} is recorded has no sound; it is not recorded")]
    private static partial void NoNotice(ILogger log, Exception error, CallId call);

    /// <summary>The notice as it is played over a conversation.</summary>
    private sealed record Notice(Talk Talk, PlayId Id);
}

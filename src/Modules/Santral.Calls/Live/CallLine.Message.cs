using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>A message that the caller leaves.</summary>
internal sealed partial class CallLine
{
    private static readonly PlayItem Beep = new PlayTone(1000, 400);
    private LiveRecording? _message;

    public async Task<bool> TakeMessageAsync(TeamSummary team, TimeSpan limit, CancellationToken hungUp)
    {
        await BeepAsync(hungUp);
        var message = await _box.AskAsync(() => BeginMessageAsync(team, limit), Over);
        if (message is null)
        {
            return false;
        }

        using var listening = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
        try
        {
            // `#` ends it; who says nothing more is cut off by the limit.
            while (await Task.WhenAny(ReadKeyAsync(limit, listening.Token), message.Over) is Task<char?> key && await key is not ('#' or null))
            {
            }
        }
        finally
        {
            await listening.CancelAsync();
            await _parts.Recordings.EndAsync(message);
        }

        return true;
    }

    private async Task<LiveRecording?> BeginMessageAsync(TeamSummary team, TimeSpan limit)
    {
        if (_ended)
        {
            throw Over();
        }

        _keys.Clear();
        _message = await _parts.Recordings.BeginAsync(Id, _caller.Leg, RecordingKind.Voicemail, team.Id, null, limit, static _ => { });
        return _message;
    }

    private async Task BeepAsync(CancellationToken hungUp)
    {
        var playing = new Playing(_parts.Media.NewPlay(), stopOnKey: false);
        if (!_box.Post(() => BeginPlayAsync(playing, [], [Beep])))
        {
            throw Over();
        }

        await using var stopped = hungUp.Register(() => _box.Post(() => StopAsync(playing)));
        await playing.Ended.Task;
    }
}

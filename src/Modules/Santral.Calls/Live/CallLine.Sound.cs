using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Media;
using PlayEnd = Santral.Contracts.Calls.PlayEnd;

namespace Santral.Calls.Live;

/// <summary>What the caller hears and presses.</summary>
internal sealed partial class CallLine
{
    /// <summary>In place of a prompt that has no sound: long enough to be a pause, short enough not to be a gap.</summary>
    private const int NoSoundMs = 300;

    private readonly Queue<char> _keys = new();
    private readonly Dictionary<PlayId, Playing> _plays = [];
    private Playing? _playing;
    private Reading? _reading;

    public async Task<PlayEnd> PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey, CancellationToken hungUp)
    {
        var items = new List<PlayItem>(parts.Count);
        foreach (var part in parts)
        {
            items.Add(await SoundOfAsync(part, hungUp));
        }

        hungUp.ThrowIfCancellationRequested();
        var playing = new Playing(_parts.Media.NewPlay(), stopOnKey)
        {
            IsNotice = parts.Index().Any(p => p.Item is PromptPart.Named { Key: NoticePrompt } && items[p.Index] is PlayFile),
        };
        if (!_box.Post(() => BeginPlayAsync(playing, parts, items)))
        {
            throw Over();
        }

        await using var stopped = hungUp.Register(() => _box.Post(() => StopAsync(playing)));
        return await playing.Ended.Task;
    }

    public async Task<char?> ReadKeyAsync(TimeSpan wait, CancellationToken hungUp)
    {
        var reading = new Reading();
        if (!_box.Post(() => BeginRead(reading, wait)))
        {
            throw Over();
        }

        await using var stopped = hungUp.Register(() => _box.Post(() => reading.Key.TrySetCanceled(hungUp)));
        return await reading.Key.Task;
    }

    public void ForgetKeys() => _box.Post(_keys.Clear);

    public Task StartMusicAsync(CancellationToken hungUp)
        => InCallAsync(() => PlayMusicAsync(_caller.Leg));

    public Task StopMusicAsync(CancellationToken hungUp)
        => InCallAsync(() => _parts.Media.TryAsync(new StopPlay(_caller.Leg)));

    private async Task InCallAsync(Func<Task<bool>> work)
    {
        await _box.AskAsync(() => _ended ? throw Over() : work(), Over);
    }

    private async Task<PlayItem> SoundOfAsync(PromptPart part, CancellationToken hungUp)
    {
        if (part is PromptPart.Pause pause)
        {
            return new PlaySilence(pause.Milliseconds);
        }

        var path = await _prompts.FileAsync(part, Language, hungUp);
        return path is null ? new PlaySilence(NoSoundMs) : new PlayFile(path);
    }

    private async Task BeginPlayAsync(Playing playing, IReadOnlyList<PromptPart> parts, List<PlayItem> items)
    {
        if (_ended || playing.Ended.Task.IsCompleted)
        {
            playing.Ended.TrySetException(Over());
            return;
        }

        if (playing.StopOnKey && _keys.Count > 0)
        {
            playing.Ended.TrySetResult(PlayEnd.Key);
            return;
        }

        // The engine ends the play that runs; whoever waits for that one is told by its own event.
        _playing = playing;
        if (parts.Count > 0)
        {
            _transcript?.Said(
                string.Join(' ', parts.Select(p => _prompts.TextOf(p, Language)).Where(t => t.Length > 0)),
                parts.OfType<PromptPart.Named>().Select(p => p.Choice).OfType<MenuChoice>().ToList(),
                Language);
        }

        _plays[playing.Id] = playing;
        if (!await _parts.Media.TryAsync(new Play(_caller.Leg, playing.Id, items, Loop: false, playing.StopOnKey)))
        {
            Finish(playing, PlayEnd.Finished);
        }
    }

    private async Task StopAsync(Playing playing)
    {
        if (playing.Ended.TrySetException(Over()) && _playing == playing && !_ended)
        {
            await _parts.Media.TryAsync(new StopPlay(_caller.Leg));
        }
    }

    private void BeginRead(Reading reading, TimeSpan wait)
    {
        if (_ended)
        {
            reading.Key.TrySetException(Over());
        }
        else if (_keys.TryDequeue(out var key))
        {
            Deliver(reading, key);
        }
        else
        {
            _reading = reading;
            reading.Timer = After(wait, () =>
            {
                reading.Key.TrySetResult(null);
                return Task.CompletedTask;
            });
        }
    }

    private void OnMedia(MediaEvent happened)
    {
        switch (happened)
        {
            case DigitPressed digit:
                Press(digit.Digit);
                break;
            case PlayEnded played:
                _box.Post(() => OnPlayed(played));
                break;
            case LegLost lost:
                CallerGone(lost.Reason == LegLoss.PeerClosed ? CallEndReason.CallerHungUp : CallEndReason.MediaLost);
                break;
        }
    }

    /// <summary>The caller pressed a key: by RFC 4733, by SIP INFO, or on the demo's telephone.</summary>
    public void Press(char key) => _box.Post(() => OnKeyAsync(key));

    private async Task OnKeyAsync(char key)
    {
        // In a conversation keys are for the ear of the agent, not for a menu.
        if (_ended || _talk is { Aside: null })
        {
            return;
        }

        if (_reading is { } reading && !reading.Key.Task.IsCompleted)
        {
            Deliver(reading, key);
        }
        else if (_keys.Count < CallLimits.TypedAhead)
        {
            _keys.Enqueue(key);
        }

        if (_playing is { StopOnKey: true } playing)
        {
            // The engine stops by itself for keys it hears; a key that came by signalling it does not know of.
            Finish(playing, PlayEnd.Key);
            await _parts.Media.TryAsync(new StopPlay(_caller.Leg));
        }
    }

    /// <summary>A key is written down only when somebody reads it: what was typed ahead may be a password that is not asked for yet.</summary>
    private void Deliver(Reading reading, char key)
    {
        if (reading.Key.TrySetResult(key))
        {
            _transcript?.Pressed(KeysAreSecret ? '•' : key, KeysAreSecret);
        }
        else if (_keys.Count < CallLimits.TypedAhead)
        {
            _keys.Enqueue(key);
        }

        reading.Timer?.Dispose();
        _reading = null;
    }

    private void OnPlayed(PlayEnded played)
    {
        if (OnNoticeEnded(played) || !_plays.TryGetValue(played.Id, out var playing))
        {
            return;
        }

        _noticeHeard |= playing.IsNotice && played.Reason == Media.PlayEnd.Finished;

        if (played.Reason == Media.PlayEnd.Digit)
        {
            // The sound stops as the key goes down, the key itself is told when it is let go. A key never let go must not hang the call.
            playing.Timer = After(TimeSpan.FromSeconds(3), () =>
            {
                Finish(playing, PlayEnd.Key);
                return Task.CompletedTask;
            });
            return;
        }

        Finish(playing, PlayEnd.Finished);
    }

    private void Finish(Playing playing, PlayEnd end)
    {
        playing.Ended.TrySetResult(end);
        playing.Timer?.Dispose();
        _plays.Remove(playing.Id);
        if (_playing == playing)
        {
            _playing = null;
        }
    }

    private Task<bool> PlayMusicAsync(LegId leg)
        => _parts.Media.TryAsync(new Play(leg, _parts.Media.NewPlay(), [_parts.Music.Item], Loop: true));

    private void EndSound()
    {
        foreach (var playing in _plays.Values)
        {
            playing.Ended.TrySetException(Over());
            playing.Timer?.Dispose();
        }

        _reading?.Key.TrySetException(Over());
        _reading?.Timer?.Dispose();
    }

    private sealed class Playing(PlayId id, bool stopOnKey)
    {
        public PlayId Id { get; } = id;

        public bool StopOnKey { get; } = stopOnKey;

        /// <summary>It says that the call is recorded.</summary>
        public bool IsNotice { get; init; }

        public TaskCompletionSource<PlayEnd> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ITimer? Timer { get; set; }
    }

    private sealed class Reading
    {
        public TaskCompletionSource<char?> Key { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ITimer? Timer { get; set; }
    }
}

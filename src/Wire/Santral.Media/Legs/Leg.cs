using Santral.Media.Codecs;
using Santral.Media.Dtmf;
using Santral.Media.Jitter;
using Santral.Media.Prompts;
using Santral.Media.Rtcp;
using Santral.Media.Rtp;
using Santral.Media.Sdp;

namespace Santral.Media.Legs;

/// <summary>
/// One party: what it sends is counted, searched for keys and given to its partner; every 20 ms it gets one packet, be it a prompt,
/// the partner's voice or silence. Used by the media thread alone.
/// </summary>
internal abstract partial class Leg
{
    private readonly PeerSilence _silence;
    private readonly RtcpState _rtcp;
    private readonly DigitDetector _detector = new();
    private readonly DigitSender _digits = new();
    private readonly Player _player = new();
    private readonly PlayoutBuffer _voice;
    private readonly LevelMeter _level = new();
    private bool _heard;
    private bool _connectedTold;
    private bool _lossTold;
    private LegFigures _figures;

    protected Leg(LegId id, LegHost host)
    {
        Id = id;
        Host = host;
        Out = new RtpStreamOut(host.Random);
        _voice = new PlayoutBuffer(host.Options.PlayoutStartMs, host.Options.PlayoutMaxMs);
        _rtcp = new RtcpState((long)host.Options.RtcpInterval.TotalNanoseconds);
        _silence = new PeerSilence(host.Options, host.NowNs);
    }

    internal LegId Id { get; }

    internal int Phase { get; set; }

    internal bool Muted { get; set; }

    internal bool Monitored { get; set; }

    internal RtpStreamOut Out { get; }

    internal RtpStreamIn In { get; } = new();

    protected LegHost Host { get; }

    protected bool PassesDigits { get; private set; }

    /// <summary>What was agreed; before that, what we would take.</summary>
    protected internal abstract AudioChoice Choice { get; }

    /// <summary>The peer's address (and keys) are known, so that a prompt would be heard.</summary>
    protected abstract bool Ready { get; }

    /// <summary>The peer wants our audio (it does not hold).</summary>
    protected abstract bool MaySend { get; }

    /// <summary>The peer is expected to send now, so its silence means loss.</summary>
    protected abstract bool ExpectsMedia { get; }

    /// <summary>A play goes on although nobody can hear it, so that it ends.</summary>
    protected virtual bool PlaysUnheard => false;

    /// <summary>Nothing but media and its reports tells that the peer is there.</summary>
    protected virtual bool LivesByMedia => true;

    /// <summary>Sends the packet in the host's buffer.</summary>
    protected abstract bool Send(int length);

    protected abstract bool SendRtcp(int length);

    /// <summary>The leg's own timers.</summary>
    protected virtual void PassTime(long nowNs)
    {
    }

    /// <summary>Keys are sent on from this leg when its bridge asks for it.</summary>
    protected virtual bool IsBrowser => false;

    /// <summary>Gives back sockets and keys.</summary>
    protected abstract void Release();

    /// <summary>One slot of 20 ms; more than one when the media thread was held up for long.</summary>
    internal void Tick(long slotAtNs, long slots)
    {
        var now = Host.NowNs;
        Out.PassSlots(slots);
        if (_detector.TryExpire(now, out var digit))
        {
            Tell(digit);
        }

        PassTime(now);
        if (_silence.IsLoss(now, ExpectsMedia, LivesByMedia))
        {
            TellLost(LegLoss.NoMedia);
        }

        if (_rtcp.IsDue(now) && Ready)
        {
            Report(now, bye: false);
        }

        if (Monitored && _level.PassSlot(out var dbov))
        {
            Host.Raise(new LevelMeasured(Id, dbov, Host.UtcNow));
        }

        _heard = false;
        if (Ready)
        {
            SendSlot(slotAtNs);
        }
        else if (PlaysUnheard)
        {
            FillAudio(Host.Packet.AsSpan(RtpHeader.Size, G711.FrameSamples));
            Out.MarkNext();
        }

        if (Recorder is { } recorder && !recorder.PassSlot(_heard ? Host.Frame : [], IsTogether, slots))
        {
            Recorder = null;
        }
    }

    /// <summary>A packet that is the peer's beyond doubt: source latched, or SRTP opened.</summary>
    protected void TakeRtp(in RtpHeader header, ReadOnlySpan<byte> packet, long nowNs)
    {
        if (!header.TryPayload(packet, out var payload) || payload.Length > Host.Decoded.Length)
        {
            Host.Counters.MalformedRtp++;
            return;
        }

        Host.Counters.PacketsIn++;
        var arrival = In.Count(header, payload.Length);
        if (arrival == RtpArrival.Implausible)
        {
            return;
        }

        if (arrival == RtpArrival.First)
        {
            _detector.Forget();
            _voice.Reset();
        }

        _silence.Heard(nowNs);
        _lossTold = false;
        TellConnected();
        if (header.PayloadType == Choice.EventType)
        {
            TakeEvent(header, payload, nowNs);
        }
        else if (Choice.TryCodec(header.PayloadType, out var codec))
        {
            In.MeasureJitter(header.Timestamp, nowNs);
            TakeAudio(codec, header.Timestamp, payload);
        }
    }

    protected void TakeRtcp(ReadOnlySpan<byte> packet, long nowNs)
    {
        if (!RtcpReader.TryParse(packet, Out.Ssrc, out var reading))
        {
            Host.Counters.MalformedRtcp++;
            return;
        }

        _rtcp.Take(reading, Host.Ntp, nowNs);
        _silence.Reported(nowNs, provesMedia: _connectedTold && !reading.Bye); // a peer with silence suppression still reports
    }

    protected void TellConnected()
    {
        if (!_connectedTold)
        {
            _connectedTold = true;
            Host.Raise(new LegConnected(Id, Host.UtcNow));
        }
    }

    protected void TellLost(LegLoss reason)
    {
        if (!_lossTold)
        {
            _lossTold = true;
            Host.Raise(new LegLost(Id, reason, Host.UtcNow));
        }
    }

    /// <summary>The peer's silence counts from now (a description was applied).</summary>
    protected void ExpectMediaFrom(long nowNs)
    {
        _silence.ExpectFrom(nowNs);
        _lossTold = false;
    }

    internal void Play(PlayId id, PlayPiece[] pieces, bool loop, bool stopOnDigit)
    {
        StopPlay(PlayEnd.Stopped);
        _player.Start(id, pieces, loop, stopOnDigit);
    }

    internal void StopPlay(PlayEnd reason)
    {
        if (_player.Active)
        {
            _player.Stop();
            Host.Raise(new PlayEnded(Id, _player.Id, reason, Host.UtcNow));
        }
    }

    internal bool CanSendDigits => Choice.EventType is not null;

    internal bool AddDigits(string digits, int eachMs)
    {
        if (digits.Length > _digits.Room)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            _digits.Add((byte)DigitDetector.EventOf(digit), eachMs);
        }

        return true;
    }

    internal LegReport Close()
    {
        StopRecording(RecordingEnd.LegClosed);
        Part();
        StopPlay(PlayEnd.Stopped);
        if (Ready)
        {
            Report(Host.NowNs, bye: true);
        }

        Release();
        return _figures.Report(In, Out, _voice, _rtcp);
    }

    private void SendSlot(long slotAtNs)
    {
        var packet = Host.Packet.AsSpan();
        var payload = packet.Slice(RtpHeader.Size, G711.FrameSamples);
        FillAudio(payload);
        if (!MaySend)
        {
            Out.MarkNext();
            return;
        }

        var length = RtpHeader.Size + G711.FrameSamples;
        if (Choice.EventType is { } type && _digits.TryWrite(Out.Timestamp, payload, out var began, out var marker))
        {
            Out.WriteHeader(packet, marker, type, began, DigitSender.PayloadSize);
            length = RtpHeader.Size + DigitSender.PayloadSize;
        }
        else
        {
            Out.WriteAudioHeader(packet, Choice.PayloadType, G711.FrameSamples);
        }

        if (!Send(length))
        {
            Host.Counters.SendErrors++;
        }

        var lateness = Host.NowNs - slotAtNs;
        Host.Counters.Sent(lateness);
        _figures.Sent(lateness);
    }

    /// <summary>A prompt goes before the partner, the partner before silence. The partner's buffer is emptied in any case, else it would age.</summary>
    private void FillAudio(Span<byte> payload)
    {
        var voice = Host.Frame;
        _heard = Conference is { } conference ? conference.Mix(this, voice) : Partner is { } partner && partner._voice.Pull(voice) && !partner.Muted;
        if (_player.Active)
        {
            if (_player.TryNext(Choice.Codec, payload))
            {
                return;
            }

            Host.Raise(new PlayEnded(Id, _player.Id, PlayEnd.Finished, Host.UtcNow));
        }

        if (_heard)
        {
            G711.Encode(Choice.Codec, voice, payload);
        }
        else
        {
            payload.Fill(G711.Silence(Choice.Codec));
        }
    }

    private void TakeAudio(AudioCodec codec, uint timestamp, ReadOnlySpan<byte> payload)
    {
        if (!IsTogether && !Monitored && Recorder is null)
        {
            return;
        }

        var samples = Host.Decoded.AsSpan(0, payload.Length);
        G711.Decode(codec, payload, samples);
        if (Conference is { } conference)
        {
            conference.Hear(this, timestamp, samples);
        }
        else if (Partner is not null)
        {
            _voice.Write(timestamp, samples);
        }

        Recorder?.Hear(timestamp, samples, IsTogether);
        if (Monitored)
        {
            _level.Add(samples);
        }
    }

    private void TakeEvent(in RtpHeader header, ReadOnlySpan<byte> payload, long nowNs)
    {
        var heard = _detector.TryHear(header.Timestamp, payload, nowNs, out var digit, out var malformed);
        if (malformed)
        {
            Host.Counters.MalformedRtp++;
            return;
        }

        if (_player is { Active: true, StopOnDigit: true } && (heard || _detector.Pressed))
        {
            StopPlay(PlayEnd.Digit); // at the press, not at the release: the caller hears at once that the key counts
        }

        if (heard)
        {
            Tell(digit);
        }
    }

    private void Tell(HeardDigit digit)
    {
        Host.Raise(new DigitPressed(Id, digit.Digit, digit.DurationMs, Host.UtcNow));
        if (IsBrowser && PassesDigits && Partner is { CanSendDigits: true } other)
        {
            other._digits.Add((byte)DigitDetector.EventOf(digit.Digit), Math.Max(100, digit.DurationMs));
        }
    }

    private void Report(long nowNs, bool bye)
    {
        var length = _rtcp.Write(Host.Packet, Out, In, Host.Ntp, nowNs, bye);
        if (!SendRtcp(length))
        {
            Host.Counters.SendErrors++;
        }
    }
}

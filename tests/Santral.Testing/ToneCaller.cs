using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Media;
using Santral.Media.Codecs;
using Santral.Media.Dtmf;
using Santral.Media.Native;
using Santral.Media.Rtp;
using Santral.Media.Sdp;

namespace Santral.Testing;

/// <summary>A telephone made of one UDP socket: sends a tone and keys, records what it hears.</summary>
public sealed class ToneCaller : IAsyncDisposable
{
    private const byte EventType = 101;
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stop = new();
    private readonly RtpStreamOut _out;
    private readonly DigitSender _digits = new();
    private readonly DigitDetector _detector = new();
    private readonly Lock _lock = new();
    private readonly bool _aLaw;
    private readonly int _slotsPerPacket;
    private readonly Thread _sender;
    private readonly Task _receiver;
    private readonly System.Threading.Channels.Channel<char> _heardDigits = System.Threading.Channels.Channel.CreateUnbounded<char>();
    private IPEndPoint? _remote;
    private readonly Queue<(int Low, int High, int Slots)> _sounded = new();
    private (int Low, int High) _soundedNow;
    private int _soundedFor;
    private TaskCompletionSource? _soundedAll;
    private volatile int _hz;
    private long _received;
    private long _sent;

    /// <summary>A caller that speaks one law; <paramref name="slotsPerPacket"/> of 20 ms go into a packet.</summary>
    public ToneCaller(int hz = 600, bool aLaw = true, IPAddress? bind = null, int slotsPerPacket = 1, ushort firstSequence = 65_530)
    {
        (_hz, _aLaw, _slotsPerPacket) = (hz, aLaw, slotsPerPacket);
        _out = new RtpStreamOut((uint)Random.Shared.Next(), firstSequence, (uint)Random.Shared.Next());
        var address = bind ?? IPAddress.Loopback;
        _socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Bind(new IPEndPoint(address, 0));
        Local = (IPEndPoint)_socket.LocalEndPoint!;
        _receiver = ReceiveAsync();
        _sender = new Thread(Send) { IsBackground = true, Name = "tone-caller" };
        _sender.Start();
    }

    public IPEndPoint Local { get; }

    public HeardAudio Heard { get; } = new();

    public long PacketsReceived => Interlocked.Read(ref _received);

    public long PacketsSent => Interlocked.Read(ref _sent);

    /// <summary>The payload type of the last audio packet heard.</summary>
    public int LastPayloadType { get; private set; } = -1;

    /// <summary>The largest step of RTP timestamps heard between neighbouring packets, in samples.</summary>
    public uint LargestTimestampStep { get; private set; }

    /// <summary>Where the engine's packets come from.</summary>
    public IPEndPoint? Source { get; private set; }

    /// <summary>0: silence.</summary>
    public int Hz
    {
        get => _hz;
        set => _hz = value;
    }

    /// <summary>An offer with this caller's law and telephone events.</summary>
    public string Offer(string direction = "sendrecv", string? address = null, int? port = null, bool events = true)
    {
        var family = Local.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
        var (type, name) = _aLaw ? (8, "PCMA") : (0, "PCMU");
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"v=0\r\no=- 1 1 IN {family} {Local.Address}\r\ns=-\r\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"c=IN {family} {address ?? Local.Address.ToString()}\r\nt=0 0\r\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"m=audio {port ?? Local.Port} RTP/AVP {type}{(events ? " 101" : "")}\r\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a=rtpmap:{type} {name}/8000\r\na=ptime:{20 * _slotsPerPacket}\r\na={direction}\r\n");
        return events ? text.Append("a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n").ToString() : text.ToString();
    }

    /// <summary>Begins to send to what the other side's description says.</summary>
    public void Connect(string remoteSdp)
    {
        if (!SdpParser.TryParse(remoteSdp, out var description, out var fault))
        {
            throw new InvalidOperationException($"SDP {fault}");
        }

        var audio = description.Media.First(static m => m.Kind == "audio" && m.Port != 0);
        _remote = new IPEndPoint((audio.Connection ?? description.Connection)!, audio.Port);
    }

    /// <summary>Opens a leg of the engine to this caller.</summary>
    public async Task<LegId> OpenAsync(IMediaEngine engine)
    {
        var leg = new LegId(Guid.CreateVersion7());
        var reply = await engine.AskAsync(new OpenSipLeg(leg, Offer()), CancellationToken.None);
        Connect(reply is MediaReply.Sdp sdp ? sdp.LocalSdp : throw new InvalidOperationException(reply.ToString()));
        return leg;
    }

    public void Press(string digits, int eachMs = 100)
    {
        lock (_lock)
        {
            foreach (var digit in digits)
            {
                _digits.Add((byte)DigitDetector.EventOf(digit), eachMs);
            }
        }
    }

    /// <summary>Sounds keys as tones in the voice itself (ITU-T Q.23), as gateways do that know no telephone events; done when they have been sent.</summary>
    public async Task SoundAsync(string digits, int eachMs = 100)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _soundedAll = done;
            foreach (var digit in digits)
            {
                var (low, high) = DialTones.Of(digit);
                _sounded.Enqueue((low, high, eachMs / 20));
                _sounded.Enqueue((0, 0, 4));
            }
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Stops sending; what comes is still heard.</summary>
    public void HangUp() => _remote = null;

    public async Task<string> HearDigitsAsync(int count, TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(10));
        var text = new StringBuilder();
        while (text.Length < count)
        {
            text.Append(await _heardDigits.Reader.ReadAsync(limit.Token));
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _sender.Join();
        _socket.Dispose();
        await _receiver;
        _stop.Dispose();
    }

    private void Send()
    {
        var packet = new byte[12 + (160 * _slotsPerPacket)];
        var samples = new short[160 * _slotsPerPacket];
        var phase = 0L;
        var next = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!_stop.IsCancellationRequested)
        {
            next += 20_000_000L * _slotsPerPacket;
            ThreadClock.WaitUntil(next);
            _out.PassSlots(_slotsPerPacket);
            var (low, high) = NextSounded();
            for (var i = 0; i < samples.Length; i++, phase++)
            {
                samples[i] = (short)(Wave(low, phase) + Wave(high, phase));
            }

            if (_remote is not { } remote)
            {
                continue;
            }

            var length = packet.Length;
            lock (_lock)
            {
                if (_digits.TryWrite(_out.Timestamp, packet.AsSpan(12), out var began, out var marker))
                {
                    _out.WriteHeader(packet, marker, EventType, began, 4);
                    length = 16;
                }
                else
                {
                    G711.Encode(_aLaw ? AudioCodec.Pcma : AudioCodec.Pcmu, samples, packet.AsSpan(12));
                    _out.WriteAudioHeader(packet, _aLaw ? (byte)8 : (byte)0, packet.Length - 12);
                }
            }

            _socket.SendTo(packet.AsSpan(0, length), SocketFlags.None, remote);
            Interlocked.Increment(ref _sent);
        }
    }

    private static double Wave(int hz, long phase) => hz == 0 ? 0 : 8000 * Math.Sin(2 * Math.PI * hz * phase / 8000);

    /// <summary>The tones of this packet: of a key that is sounded, else the caller's own.</summary>
    private (int Low, int High) NextSounded()
    {
        lock (_lock)
        {
            if (_soundedFor == 0 && _sounded.TryDequeue(out var next))
            {
                (_soundedNow, _soundedFor) = ((next.Low, next.High), next.Slots);
            }

            if (_soundedFor > 0)
            {
                _soundedFor--;
                return _soundedNow;
            }

            _soundedAll?.TrySetResult();
            return (_hz, 0);
        }
    }

    private async Task ReceiveAsync()
    {
        var packet = new byte[2048];
        var samples = new short[2048];
        uint? before = null;
        try
        {
            while (true)
            {
                var got = await _socket.ReceiveFromAsync(packet, SocketFlags.None, new IPEndPoint(IPAddress.IPv6Any.AddressFamily == Local.AddressFamily ? IPAddress.IPv6Any : IPAddress.Any, 0), _stop.Token);
                Source = (IPEndPoint)got.RemoteEndPoint;
                before = Take(packet.AsSpan(0, got.ReceivedBytes), samples, before);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            _heardDigits.Writer.TryComplete();
        }
    }

    private uint? Take(ReadOnlySpan<byte> packet, short[] samples, uint? before)
    {
        if (!RtpHeader.TryParse(packet, out var header) || !header.TryPayload(packet, out var payload))
        {
            return before;
        }

        Interlocked.Increment(ref _received);
        if (header.PayloadType == EventType)
        {
            if (_detector.TryHear(header.Timestamp, payload, System.Diagnostics.Stopwatch.GetTimestamp(), out var digit, out _))
            {
                _heardDigits.Writer.TryWrite(digit.Digit);
            }

            return before;
        }

        if (before is { } earlier)
        {
            LargestTimestampStep = Math.Max(LargestTimestampStep, header.Timestamp - earlier);
        }

        LastPayloadType = header.PayloadType;
        var frame = samples.AsSpan(0, payload.Length);
        G711.Decode(header.PayloadType == 8 ? AudioCodec.Pcma : AudioCodec.Pcmu, payload, frame);
        Heard.Add(frame);
        return header.Timestamp;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Media;
using Santral.Media.Codecs;
using Santral.Media.Dtls;
using Santral.Media.Ice;
using Santral.Media.Rtp;
using Santral.Media.Sdp;
using Santral.Media.Srtp;

namespace Santral.Testing;

/// <summary>
/// A browser's media end without a browser: sends checks, shakes hands by DTLS, and answers each packet it gets with one of its tone.
/// For what Chromium cannot be made to do: other profiles, wrong certificates, falling silent.
/// </summary>
public sealed class PlainBrowser : IAsyncDisposable
{
    private const string Fragment = "plainone";
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource _stop = new();
    private readonly DtlsContext _context;
    private readonly RtpStreamOut _out = new((uint)Random.Shared.Next(), 65_500, 0);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _claimedFingerprint;
    private readonly int _hz;
    private DtlsSession? _dtls;
    private SrtpSender? _sender;
    private SrtpReceiver? _receiver;
    private IPEndPoint? _engine;
    private string _username = "";
    private byte[] _password = [];
    private Task _running = Task.CompletedTask;

    public PlainBrowser(int hz, bool gcm = false, string? claimedFingerprint = null)
    {
        _hz = hz;
        _claimedFingerprint = claimedFingerprint;
        _context = new DtlsContext(TimeProvider.System, server: false, gcm ? "SRTP_AEAD_AES_128_GCM" : "SRTP_AES128_CM_SHA1_80");
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Sends checks and nothing more.</summary>
    public bool StaysSilent { get; init; }

    public HeardAudio Heard { get; } = new();

    /// <summary>The class of the last STUN answer: true for success.</summary>
    public TaskCompletionSource<bool> CheckAnswered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the handshake: from here on there is sound.</summary>
    public Task Connected => _connected.Task;

    public string Offer(string codecs = "0 126", string setup = "actpass", string extra = "")
    {
        var fingerprint = _claimedFingerprint ?? _context.Fingerprint;
        return string.Create(CultureInfo.InvariantCulture, $"""
            v=0
            o=- 1 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0
            m=audio 9 UDP/TLS/RTP/SAVPF {codecs}
            c=IN IP4 0.0.0.0
            a=rtcp:9 IN IP4 0.0.0.0
            a=ice-ufrag:{Fragment}
            a=ice-pwd:0123456789012345678901
            a=fingerprint:sha-256 {fingerprint}
            a=setup:{setup}
            a=mid:0
            a=sendrecv
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=rtpmap:126 telephone-event/8000
            {extra}
            """);
    }

    /// <summary>Takes the answer, sends one nominating check and begins the handshake when it is answered.</summary>
    public void Connect(string answer, string? wrongPassword = null)
    {
        if (!SdpParser.TryParse(answer, out var description, out var fault))
        {
            throw new InvalidOperationException($"SDP {fault}");
        }

        var audio = description.Media[0];
        _engine = new IPEndPoint(IPAddress.Loopback, audio.Port);
        _username = $"{audio.IceFragment}:{Fragment}";
        _password = Encoding.ASCII.GetBytes(wrongPassword ?? audio.IcePassword!);
        _dtls = new DtlsSession(_context, audio.Fingerprint!.Value.Hex);
        _running = RunAsync();
        Check();
    }

    /// <summary>Sends any bytes to the engine, as an attacker would.</summary>
    public void SendRaw(ReadOnlySpan<byte> bytes) => _socket.SendTo(bytes, SocketFlags.None, _engine!);

    /// <summary>A nominating check; repeated, it says that sound is still wanted (RFC 7675).</summary>
    public void Check()
    {
        var into = new byte[256];
        Span<byte> transaction = stackalloc byte[16];
        Random.Shared.NextBytes(transaction);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(transaction, Stun.MagicCookie);
        var writer = new StunWriter(into, Stun.BindingRequest, transaction);
        writer.Add(Stun.Username, Encoding.ASCII.GetBytes(_username));
        writer.Add(Stun.Priority, [110, 0, 1, 255]);
        writer.Add(Stun.IceControlling, [1, 2, 3, 4, 5, 6, 7, 8]);
        writer.Add(Stun.UseCandidate, []);
        writer.AddIntegrity(_password);
        writer.AddFingerprint();
        SendRaw(into.AsSpan(0, writer.Length));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        await _running;
        _dtls?.Dispose();
        _sender?.Dispose();
        _receiver?.Dispose();
        _context.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var packet = new byte[2048];
        var samples = new short[2048];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(packet, SocketFlags.None, _stop.Token);
                Take(packet.AsSpan(0, length), samples);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private void Take(Span<byte> packet, short[] samples)
    {
        if (packet.Length > 1 && packet[0] <= 3)
        {
            var accepted = packet[0] == 1 && packet[1] == 1;
            CheckAnswered.TrySetResult(accepted);
            if (accepted && !StaysSilent && _dtls!.State != DtlsState.Connected)
            {
                _dtls!.Take([], d => SendRaw(d.Span));
            }
        }
        else if (packet.Length > 0 && packet[0] is >= 20 and <= 63)
        {
            _dtls!.Take(packet, d => SendRaw(d.Span));
            if (_dtls.State == DtlsState.Connected && _sender is null)
            {
                _sender = new SrtpSender(_dtls.Profile, _dtls.OurMaster);
                _receiver = new SrtpReceiver(_dtls.Profile, _dtls.PeerMaster);
                _connected.TrySetResult();
            }
        }
        else if (_receiver is not null && packet[1] is < 192 or > 223 && _receiver.Unprotect(packet) is >= 12 and var plain)
        {
            G711.Decode(AudioCodec.Pcmu, packet[12..plain], samples);
            Heard.Add(samples.AsSpan(0, plain - 12));
            Speak(samples);
        }
    }

    private void Speak(short[] samples)
    {
        var packet = new byte[220];
        _out.PassSlots(1);
        for (var i = 0; i < 160; i++)
        {
            samples[i] = (short)(8000 * Math.Sin(2 * Math.PI * _hz * (_out.Timestamp + i) / 8000));
        }

        G711.Encode(AudioCodec.Pcmu, samples.AsSpan(0, 160), packet.AsSpan(12));
        _out.WriteAudioHeader(packet, 0, 160);
        SendRaw(packet.AsSpan(0, _sender!.Protect(packet, 172)));
    }
}

using System.Net;
using System.Text;
using System.Threading.Channels;
using Santral.Sip.Messages;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>A user agent with a clock that tests move and a wire they hold the other end of: no socket, no chance, no waiting.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private static readonly IPEndPoint Here = new(IPAddress.Parse("192.0.2.1"), 5060);

    public static readonly IPEndPoint There = new(IPAddress.Parse("192.0.2.99"), 5062);

    private readonly Tap _tap;

    public Wire(Func<SipOptions, SipOptions>? change = null, int seed = 1)
    {
        var options = new SipOptions { Listeners = [] };
        options = change?.Invoke(options) ?? options;
        Agent = new(options, Clock, new SeededRandomBytes(seed));
        _tap = new(Agent.Counters, options.Limits);
        Agent.Attach(_tap);
    }

    public FakeTimeProvider Clock { get; } = new();

    public SipUserAgent Agent { get; }

    public SipFlow Flow => new(_tap, There);

    public void Receive(string message) => Receive(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));

    public void Receive(ReadOnlySpan<byte> datagram) => _tap.Receive(datagram, There);

    public void Receive(SipMessage message) => Receive(message.ToBytes());

    /// <summary>The next message that the agent sends.</summary>
    public async Task<SipMessage> NextAsync()
    {
        var bytes = await _tap.Sent.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        SipParser.Datagram(bytes.Message.Span, SipLimits.Default, out var parsed).ShouldBe(ParseStatus.Complete, Encoding.UTF8.GetString(bytes.Message.Span));
        LastRemote = bytes.To;
        return parsed.Message!;
    }

    public IPEndPoint? LastRemote { get; private set; }

    public async Task<SipResponse> ResponseAsync(int code)
    {
        var response = (await NextAsync()).ShouldBeOfType<SipResponse>();
        response.Code.ShouldBe(code, response.ToString());
        return response;
    }

    public async Task<SipRequest> RequestAsync(string method)
    {
        var request = (await NextAsync()).ShouldBeOfType<SipRequest>();
        request.Method.ShouldBe(method);
        return request;
    }

    /// <summary>The status code of the next thing sent; answers to messages without From or To cannot be whole themselves.</summary>
    public async Task BareResponseAsync(int code)
    {
        var (message, _) = await _tap.Sent.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Encoding.UTF8.GetString(message.Span).ShouldStartWith($"SIP/2.0 {code} ");
    }

    public bool IsSilent => !_tap.Sent.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => Agent.DisposeAsync();

    private sealed class Tap(SipCounters counters, SipLimits limits) : SipTransport(new(SipProtocol.Udp, Here))
    {
        private ISipReceiver? _receiver;

        public Channel<(ReadOnlyMemory<byte> Message, IPEndPoint To)> Sent { get; } = Channel.CreateUnbounded<(ReadOnlyMemory<byte>, IPEndPoint)>();

        public override void Start(ISipReceiver receiver) => _receiver = receiver;

        public override bool TrySend(ReadOnlyMemory<byte> message, SipFlow flow) => Sent.Writer.TryWrite((message, flow.Remote));

        public void Receive(ReadOnlySpan<byte> datagram, IPEndPoint from) =>
            DatagramReader.Take(datagram, new(this, from), _receiver!, limits, counters);

        public override ValueTask DisposeAsync() => default;
    }
}

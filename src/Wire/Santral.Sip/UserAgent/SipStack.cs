using System.Collections.Concurrent;
using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>What the calls, the registrar and the dispatcher share.</summary>
internal sealed class SipStack(SipOptions options, TimeProvider clock, IRandomBytes random, SipCounters counters, TimerQueue queue, TransactionLayer transactions)
{
    private readonly byte[] _tagSecret = Secret(random);

    public SipOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public IRandomBytes Random { get; } = random;

    public SipCounters Counters { get; } = counters;

    public TimerQueue Queue { get; } = queue;

    public TransactionLayer Transactions { get; } = transactions;

    public Admission Admission { get; } = new(options.Admission, clock);

    public List<SipTransport> Transports { get; } = [];

    /// <summary>Calls by Call-ID and our tag: the other side may fork, we do not.</summary>
    public ConcurrentDictionary<(string CallId, string LocalTag), SipCall> Calls { get; } = new();

    public string NewTag() => Random.Hex(8);

    /// <summary>A first number below 2**31 with room to count (§8.1.1.5).</summary>
    public uint NewCSeq()
    {
        Span<byte> chance = stackalloc byte[2];
        Random.Fill(chance);
        return (uint)((chance[0] << 8) | chance[1]) + 1;
    }

    public void Fault(string where, Exception error)
    {
        Counters.Add(SipCounter.FaultsInApplication);
        try
        {
            Options.Log?.Fault(where, error);
        }
        catch (Exception)
        {
            // A log that throws is counted too and must not take the stack with it.
            Counters.Add(SipCounter.FaultsInApplication);
        }
    }

    /// <param name="secure">§12.1.1: who was asked by a sips address answers with one; it needs no transport beside it.</param>
    public NameAddr ContactFor(SipFlow flow, string? user = null, bool secure = false)
    {
        var (host, port) = flow.Advertised;
        var uri = new SipUri { Scheme = secure ? "sips" : "sip", User = user ?? "santral", Host = host, Port = port };
        return new(secure || flow.Protocol == SipProtocol.Udp ? uri
            : uri with { Parameters = SipParameters.Of(new SipParameter("transport", flow.Protocol == SipProtocol.Tcp ? "tcp" : "tls")) });
    }

    /// <summary>The same place by a stream: our TCP listener for its address.</summary>
    public SipFlow? StreamTo(SipFlow datagram) =>
        Transports.Find(t => t.Endpoint.Protocol == SipProtocol.Tcp && t.CanReach(datagram.Remote.Address)) is { } stream ? new(stream, datagram.Remote) : null;

    /// <summary>Answers without a transaction: repeats get the same answer because even the tag is computed (§8.2.7).</summary>
    public void Refuse(SipRequest request, SipFlow flow, int code, string? reason = null, params ReadOnlySpan<SipHeader> headers)
    {
        if (request.IsAck)
        {
            return;
        }

        Counters.Add(SipCounter.RefusedByRule);
        AnswerOnce(request, flow, code, reason, headers);
    }

    /// <summary>As <see cref="Refuse"/>, for what is no refusal by rule: nothing is kept of the request.</summary>
    public void AnswerOnce(SipRequest request, SipFlow flow, int code, string? reason = null, params ReadOnlySpan<SipHeader> headers)
    {
        var response = SipResponse.For(request, code, reason, StatelessTag(request));
        foreach (var header in headers)
        {
            response.Headers.Add(header);
        }

        AnswerFlow.For(request, flow).TrySend(response.ToBytes());
    }

    /// <summary>Where a request for this URI goes, over the given flow's endpoint when it fits.</summary>
    public async ValueTask<SipFlow?> ResolveAsync(SipUri uri, SipFlow? near)
    {
        var transport = uri.Parameters["transport"] ?? "";
        var protocol = uri.IsSecure || transport.Equals("tls", StringComparison.OrdinalIgnoreCase) ? SipProtocol.Tls
            : transport.Equals("tcp", StringComparison.OrdinalIgnoreCase) ? SipProtocol.Tcp
            : transport.Length == 0 && near is not null && uri.Port is null ? near.Protocol
            : SipProtocol.Udp;
        var host = uri.Parameters["maddr"] ?? uri.Host;
        foreach (var address in await Options.Resolver.ResolveAsync(host))
        {
            var endpoint = new System.Net.IPEndPoint(address, uri.Port ?? (protocol == SipProtocol.Tls ? 5061 : 5060));
            if (near is not null && near.Protocol == protocol && near.Transport.CanReach(address))
            {
                return new(near.Transport, endpoint, NameOf(uri, near));
            }

            if (Transports.Find(t => t.Endpoint.Protocol == protocol && t.CanReach(address)) is { } fitting)
            {
                return new(fitting, endpoint, NameOf(uri, near));
            }
        }

        return null;
    }

    /// <summary>
    /// The domain that was asked for (RFC 5922 §4): an address that a dialog was sent on to is still the house whose name was proved before.
    /// </summary>
    private static string NameOf(SipUri uri, SipFlow? near) =>
        near?.Name is { } proved && new HostPort(uri.Host, null).TryGetAddress(out _) ? proved : uri.Host.Trim('[', ']');

    public bool IsOurs(SipUri uri, SipFlow flow) =>
        Options.OwnHosts.Count == 0 || uri.Scheme == "tel"
        || Options.OwnHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)
        || string.Equals(flow.Advertised.Host, uri.Host, StringComparison.OrdinalIgnoreCase);

    public bool IsTrusted(SipFlow flow) => Options.Sources?.IsTrusted(HostPort.WithoutScope(flow.Remote.Address)) ?? true;

    private string StatelessTag(SipRequest request)
    {
        var via = request.TopVia;
        var text = $"{via?.Branch}|{via?.SentBy}|{request.CallId}|{request.Headers.Text(SipNames.CSeq)}";
        var hash = System.Security.Cryptography.HMACSHA256.HashData(_tagSecret, Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    private static byte[] Secret(IRandomBytes random)
    {
        var secret = new byte[32];
        random.Fill(secret);
        return secret;
    }
}

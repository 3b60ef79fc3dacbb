using System.Collections.Concurrent;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transports;

namespace Santral.Sip.Transactions;

/// <summary>Who is given requests that are new, and acknowledgements that end no transaction. Every method returns at once.</summary>
internal interface ISipCore
{
    void OnRequest(SipRequest request, SipFlow flow);

    void OnAck(SipRequest ack, SipFlow flow);

    void OnMalformed(SipRequest request, SipFault fault, SipFlow flow);

    void OnStraySuccess(SipResponse response, SipFlow flow);
}

/// <summary>Matches what the sockets receive to transactions; repeats end here, before any work is done for them.</summary>
internal sealed class TransactionLayer(SipTimers timers, SipLimits limits, TimerQueue queue, IRandomBytes random, SipCounters counters) : ISipReceiver
{
    private readonly ConcurrentDictionary<ServerKey, ServerTransaction> _servers = new();
    private readonly ConcurrentDictionary<ClientKey, ClientTransaction> _clients = new();
    private readonly ConcurrentDictionary<MergeKey, ServerKey> _merges = new();
    private readonly StreamChoice _streams = new(queue.Clock);

    // Counting the dictionary would take all its locks on each request.
    private int _serving;

    public SipTimers Timers { get; } = timers;

    public TimerQueue Queue { get; } = queue;

    public SipCounters Counters { get; } = counters;

    public ISipCore Core { get; set; } = null!;

    /// <summary>Our stream transport that reaches where a datagram would go; null when there is none.</summary>
    public Func<SipFlow, SipFlow?> StreamTo { get; set; } = static _ => null;

    public int Count => _servers.Count + _clients.Count;

    /// <summary>More is being served than a stranger may make us keep: what opens no dialog and belongs to none is refused.</summary>
    public bool IsFull => Volatile.Read(ref _serving) >= limits.Transactions;

    public void OnMessage(SipMessage message, SipFlow flow)
    {
        Counters.Add(SipCounter.Received);
        if (message is SipRequest request)
        {
            OnRequest(request, flow);
        }
        else
        {
            OnResponse((SipResponse)message, flow);
        }
    }

    public void OnFault(SipParsed parsed, SipFlow flow)
    {
        Counters.Add(SipCounter.Received);
        Counters.Add(parsed.Fault.Why);

        // A bad response is dropped (§18.1.2); a bad request is answered when there is somebody to answer to.
        if (parsed.Message is SipRequest { IsAck: false } request && request.Headers.Has(SipNames.Via))
        {
            if (request.TopVia is not null)
            {
                Stamp(request, flow);
            }

            Core.OnMalformed(request, parsed.Fault, flow);
        }
    }

    public void OnFlowFailed(SipFlow flow)
    {
        foreach (var client in _clients.Values)
        {
            if (client.Flow.Equals(flow))
            {
                client.TransportFailed();
            }
        }
    }

    /// <summary>Null when the same request is already served: the second of two equal datagrams lost the race.</summary>
    public ServerTransaction? Serve(SipRequest request, SipFlow flow)
    {
        var key = ServerKey.Of(request);
        var transaction = new ServerTransaction(this, key, request, flow, AnswerFlow.For(request, flow));
        if (!_servers.TryAdd(key, transaction))
        {
            return null;
        }

        Interlocked.Increment(ref _serving);
        if (request.To!.Tag is null)
        {
            _merges[MergeOf(request)] = key;
        }

        return transaction;
    }

    public ServerTransaction? FindInvite(SipRequest cancel) =>
        _servers.TryGetValue(ServerKey.Of(cancel, SipMethods.Invite), out var found) ? found : null;

    /// <summary>Puts our Via on top, opens the transaction and sends.</summary>
    public ClientTransaction Send(SipRequest request, SipFlow flow, IClientUser user)
    {
        var branch = AddVia(request, flow);
        if (_streams.IsWanted(request, flow) && StreamTo(flow) is { } stream)
        {
            // §18.1.1: what is too long for a datagram goes by a stream, and its Via says so.
            request.SetTopVia(request.TopVia! with { Transport = stream.TransportName, SentBy = stream.Advertised });
            Counters.Add(SipCounter.LongByStream);
            var transaction = new ClientTransaction(this, new(branch, request.Method), request, stream, user);
            _clients[transaction.Key] = transaction;
            transaction.BeginWith(flow, StreamChoice.Patience);
            return transaction;
        }

        return Start(new(this, new(branch, request.Method), request, flow, user));
    }

    /// <summary>There is nobody behind a stream to this place: its next long requests go by datagram at once.</summary>
    public void HasNoStream(SipFlow flow) => _streams.HasNone(flow);

    /// <summary>A CANCEL has the Via of what it cancels, so it is sent as it is.</summary>
    public ClientTransaction SendCancel(ClientTransaction invite, IClientUser user, string? reason)
    {
        var cancel = invite.Cancel();
        if (reason is not null)
        {
            cancel.Headers.Add(SipNames.Reason, reason);
        }

        return Start(new(this, new(invite.Key.Branch, SipMethods.Cancel), cancel, invite.Flow, user));
    }

    public string AddVia(SipRequest request, SipFlow flow)
    {
        var branch = Via.MagicCookie + random.Hex(16);
        var via = new Via(flow.TransportName, flow.Advertised, SipParameters.Of(new("branch", branch), new("rport", null)));
        request.Headers.InsertFirst(new(SipNames.Via, via.ToString()));
        return branch;
    }

    public void Forget(ServerTransaction transaction)
    {
        if (_servers.TryRemove(new KeyValuePair<ServerKey, ServerTransaction>(transaction.Key, transaction)))
        {
            Interlocked.Decrement(ref _serving);
        }

        if (transaction.Request.To!.Tag is null)
        {
            _merges.TryRemove(new KeyValuePair<MergeKey, ServerKey>(MergeOf(transaction.Request), transaction.Key));
        }
    }

    public void Forget(ClientTransaction transaction) =>
        _clients.TryRemove(new KeyValuePair<ClientKey, ClientTransaction>(transaction.Key, transaction));

    /// <summary>Whether the same request came by another path and is being served (§8.2.2.2).</summary>
    public bool IsMerged(SipRequest request) =>
        request.To!.Tag is null && _merges.TryGetValue(MergeOf(request), out var other) && other != ServerKey.Of(request);

    private ClientTransaction Start(ClientTransaction transaction)
    {
        _clients[transaction.Key] = transaction;
        transaction.Begin();
        return transaction;
    }

    private void OnRequest(SipRequest request, SipFlow flow)
    {
        Stamp(request, flow);
        if (_servers.TryGetValue(ServerKey.Of(request), out var known))
        {
            Counters.Add(SipCounter.RepeatsAbsorbed);
            known.Receive(request);
            return;
        }

        if (request.IsAck)
        {
            Core.OnAck(request, flow);
            return;
        }

        Core.OnRequest(request, flow);
    }

    private void OnResponse(SipResponse response, SipFlow flow)
    {
        if (response.TopVia!.Branch is { } branch && _clients.TryGetValue(new(branch, response.CSeq!.Value.Method), out var client))
        {
            client.Receive(response);
            return;
        }

        Counters.Add(SipCounter.StrayResponses);
        if (response.IsSuccess && response.CSeq!.Value.Method == SipMethods.Invite)
        {
            Core.OnStraySuccess(response, flow);
        }
    }

    /// <summary>received when sent-by is not where it came from (§18.2.1), rport when asked for (RFC 3581 §4).</summary>
    private static void Stamp(SipRequest request, SipFlow flow)
    {
        var via = request.TopVia!;
        var source = HostPort.WithoutScope(flow.Remote.Address);
        var same = via.SentBy.TryGetAddress(out var sentBy) && sentBy.Equals(source);
        if (same && !via.WantsRport)
        {
            return;
        }

        var parameters = via.Parameters.With("received", source.ToString());
        if (via.WantsRport)
        {
            parameters = parameters.With("rport", flow.Remote.Port.ToString(null, null));
        }

        request.SetTopVia(via with { Parameters = parameters });
    }

    private static MergeKey MergeOf(SipRequest request) =>
        new(request.CallId!, request.From!.Tag ?? "", request.CSeq!.Value.Number, request.Method);
}

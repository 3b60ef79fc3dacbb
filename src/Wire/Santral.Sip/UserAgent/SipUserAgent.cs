using System.Threading.Channels;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>A SIP user agent: answers and makes calls, registers desk phones. The only part that a product module sees.</summary>
public sealed class SipUserAgent : IAsyncDisposable
{
    private readonly SipOptions _options;
    private readonly TimeProvider _clock;
    private readonly TimerQueue _queue;
    private readonly TransactionLayer _transactions;
    private readonly SipStack _stack;
    private readonly Channel<IncomingCall> _calls;
    private readonly Registrar? _registrar;
    private bool _started;

    public SipUserAgent(SipOptions options, TimeProvider clock, IRandomBytes random)
    {
        _options = options;
        _clock = clock;
        _queue = new(clock);
        _transactions = new(options.Timers, options.Limits, _queue, random, Counters);
        _stack = new(options, clock, random, Counters, _queue, _transactions);
        _transactions.StreamTo = _stack.StreamTo;
        _calls = Channel.CreateBounded<IncomingCall>(options.Admission.WaitingCalls);
        _registrar = options.Registrar is { } registrar ? new(_stack, registrar) : null;
        _transactions.Core = new Dispatcher(_stack, _calls.Writer, _registrar);
        IncomingCalls = new AdmittedCalls(_calls, _stack.Admission);
    }

    public SipCounters Counters { get; } = new();

    /// <summary>What was bound, with real ports; empty before the start.</summary>
    public IReadOnlyList<SipEndpoint> Endpoints => [.. _stack.Transports.Select(t => t.Endpoint)];

    /// <summary>New calls, authorised and already answered 100. Not reading them makes admission refuse the next with 503.</summary>
    public ChannelReader<IncomingCall> IncomingCalls { get; }

    /// <summary>The registrar; there is one when <see cref="SipOptions.Registrar"/> was given.</summary>
    public Registrar Registrar => _registrar ?? throw new InvalidOperationException("No RegistrarOptions were given.");

    /// <summary>Calls that are not over.</summary>
    public int ActiveCalls => _stack.Admission.Calls;

    /// <summary>Binds every listener, or none: what was bound before a failure is closed again.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_started)
        {
            throw new InvalidOperationException("Started already.");
        }

        _started = true;
        try
        {
            foreach (var listener in _options.Listeners)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _stack.Transports.Add(Open(listener));
            }
        }
        catch
        {
            foreach (var transport in _stack.Transports)
            {
                await transport.DisposeAsync();
            }

            _stack.Transports.Clear();
            throw;
        }

        foreach (var transport in _stack.Transports)
        {
            transport.Start(_transactions);
        }
    }

    /// <summary>Sends an INVITE and returns the call at once; what becomes of it comes through its events.</summary>
    /// <exception cref="SipUnreachableException">No address of the target can be reached from any endpoint.</exception>
    public async Task<OutgoingCall> DialAsync(DialRequest dial, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flow = dial.Flow ?? await _stack.ResolveAsync(dial.Proxy ?? dial.Target, null)
            ?? throw new SipUnreachableException(dial.Target);
        var call = new OutgoingCall(_stack, dial, flow, _stack.Random.Hex(16), _stack.NewTag(), _stack.Admission.EnterOutgoing());
        _stack.Calls[(call.CallId, call.LocalTag)] = call;
        call.Start();
        return call;
    }

    /// <summary>Registers us at a trunk and keeps it so until disposed.</summary>
    /// <exception cref="SipUnreachableException">No address of the registrar can be reached from any endpoint.</exception>
    public async Task<TrunkRegistration> RegisterAsync(TrunkAccount account)
    {
        var flow = await _stack.ResolveAsync(account.Proxy ?? account.Registrar, null) ?? throw new SipUnreachableException(account.Registrar);
        return new(_stack, account, flow);
    }

    /// <summary>
    /// Asks whether somebody is there: OPTIONS outside of any dialog (RFC 3261 §11). The status code of the final answer, 0 when none came in time or there is no way.
    /// </summary>
    public async Task<int> PingAsync(SipUri target, NameAddr from, TimeSpan within, CancellationToken cancellationToken = default)
    {
        if (await _stack.ResolveAsync(target, null) is not { } flow)
        {
            return 0;
        }

        var ping = new OptionsPing(_stack, target, from, flow);
        var limit = Task.Delay(within, _clock, cancellationToken);
        await Task.WhenAny(ping.Answer, limit);
        cancellationToken.ThrowIfCancellationRequested();
        return ping.Answer.IsCompletedSuccessfully ? await ping.Answer : 0;
    }

    /// <summary>A transport that is no socket: tests replay captures through it.</summary>
    internal void Attach(SipTransport transport)
    {
        _stack.Transports.Add(transport);
        transport.Start(_transactions);
    }

    /// <summary>Transactions that are not over.</summary>
    internal int ActiveTransactions => _transactions.Count;

    /// <summary>Ends every call and closes the endpoints.</summary>
    public async ValueTask DisposeAsync()
    {
        _calls.Writer.TryComplete();
        var open = _stack.Calls.Values.ToArray();
        foreach (var call in open)
        {
            call.ShutDown();
        }

        foreach (var call in open)
        {
            await call.IdleAsync();
        }

        _queue.Dispose();
        foreach (var transport in _stack.Transports)
        {
            await transport.DisposeAsync();
        }
    }

    private SipTransport Open(SipListener listener) => listener.Protocol == SipProtocol.Udp
        ? new UdpTransport(listener, _options.Limits, Counters)
        : new TcpTransport(
            listener, _options.Limits, _options.Leniency, Counters, _clock, _queue,
            listener.Protocol == SipProtocol.Tls ? _options.Tls ?? new SipTls() : null);
}

/// <summary>A target that no endpoint can reach: its name is unknown, or nothing speaks its protocol.</summary>
public sealed class SipUnreachableException(SipUri target) : Exception($"No endpoint reaches {target}.")
{
    public SipUri Target { get; } = target;
}

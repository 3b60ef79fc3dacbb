using System.Globalization;
using System.Threading.Channels;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>Our own registration at a trunk: refreshed before it expires, tried again when it fails, taken back when disposed (RFC 3261 §10.2).</summary>
public sealed class TrunkRegistration : IAsyncDisposable, IClientUser
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly SipStack _stack;
    private readonly TrunkAccount _account;
    private readonly SipFlow _flow;
    private readonly string _callId;
    private readonly NameAddr _from;
    private readonly Mailbox _box;
    private readonly Channel<TrunkState> _changes =
        Channel.CreateBounded<TrunkState>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClientTransaction? _transaction;
    private TimerQueue.Entry? _next;
    private uint _cseq;
    private uint _seconds;
    private int _failures;
    private bool _authenticated;
    private bool _asking;
    private bool _leaving;

    internal TrunkRegistration(SipStack stack, TrunkAccount account, SipFlow flow)
    {
        _stack = stack;
        _account = account;
        _flow = flow;
        _callId = stack.Random.Hex(16);
        _cseq = stack.NewCSeq();
        _seconds = (uint)account.Expires.TotalSeconds;
        _from = new NameAddr(account.Address).WithTag(stack.NewTag());
        _box = new(error => stack.Fault("registration", error));
        _box.Post(() => Send(null));
    }

    /// <summary>Every change, for one reader; the oldest is dropped when nobody reads.</summary>
    public ChannelReader<TrunkState> Changes => _changes.Reader;

    public TrunkState State { get; private set; } = new(false, 0, "Registering");

    /// <summary>Takes the registration back; waits for the trunk's answer as long as the RFC lets a request live.</summary>
    public async ValueTask DisposeAsync()
    {
        _box.Post(() =>
        {
            _next?.Cancel();
            if (_leaving)
            {
                return;
            }

            _leaving = true;

            // A registration still on its way is taken back when its answer tells that it arrived.
            if (!_asking)
            {
                Leave();
            }
        });
        await _gone.Task;
        _changes.Writer.TryComplete();
    }

    void IClientUser.OnResponse(ClientTransaction transaction, SipResponse response)
    {
        if (response.IsFinal)
        {
            _box.Post(() => OnFinal(transaction, response));
        }
    }

    void IClientUser.OnFailed(ClientTransaction transaction, bool timeout) => _box.Post(() => OnFinal(transaction, null));

    private void Leave()
    {
        if (!State.IsRegistered)
        {
            _gone.TrySetResult();
            return;
        }

        _seconds = 0;
        Send(null);
    }

    private void Send(SipHeader? proof)
    {
        _asking = true;
        var request = new SipRequest(SipMethods.Register, _account.Registrar with { User = null, Password = null, Headers = null });
        if (_account.Proxy is { } proxy)
        {
            request.Headers.Add(SipNames.Route, new NameAddr(proxy with { Parameters = proxy.Parameters.With("lr", null) }).ToString());
        }

        request.Headers.Add(SipNames.MaxForwards, "70");
        request.Headers.Add(SipNames.From, _from.ToString());
        request.Headers.Add(SipNames.To, new NameAddr(_account.Address).ToString());
        request.Headers.Add(SipNames.CallId, _callId);
        request.Headers.Add(SipNames.CSeq, string.Create(CultureInfo.InvariantCulture, $"{++_cseq} REGISTER"));
        request.Headers.Add(SipNames.Contact, Contact().ToString());
        request.Headers.Add(SipNames.Expires, _seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(SipNames.UserAgent, _stack.Options.ProductName);
        if (proof is { } header)
        {
            request.Headers.Add(header);
        }

        _transaction = _stack.Transactions.Send(request, _flow, this);
    }

    private void OnFinal(ClientTransaction transaction, SipResponse? response)
    {
        if (!ReferenceEquals(transaction, _transaction))
        {
            return;
        }

        if (response is { Code: 401 or 407 } && !_authenticated && _account.Credentials is { } credentials
            && DigestClient.TryAnswer(response, transaction.Request, credentials, _stack.Random, out var proof))
        {
            _authenticated = true;
            Send(proof);
            return;
        }

        _authenticated = false;
        _asking = false;
        if (_leaving && _seconds > 0)
        {
            Tell(new(response is { IsSuccess: true }, response?.Code ?? 0, response?.Reason ?? "No answer"));
            Leave();
        }
        else if (_leaving)
        {
            Tell(new(false, response?.Code ?? 0, response?.Reason ?? "No answer"));
            _gone.TrySetResult();
        }
        else if (response is { IsSuccess: true })
        {
            _failures = 0;
            Tell(new(true, response.Code, response.Reason));
            Again(TimeSpan.FromSeconds(Math.Max(5, Granted(response) * 0.85)));
        }
        else if (response is { Code: 423 } && response.Number(SipNames.MinExpires) is { } least && least > _seconds && least <= 86_400)
        {
            // §10.2.8: too brief, the trunk says how long.
            _seconds = least;
            Send(null);
        }
        else
        {
            Tell(new(false, response?.Code ?? 0, response?.Reason ?? "No answer"));
            var wait = _account.RetryAfter * Math.Pow(2, Math.Min(_failures++, 10));
            Again(wait < LongestWait ? wait : LongestWait);
        }
    }

    private void Again(TimeSpan after) => _next = _stack.Queue.Set(after, () => _box.Post(() =>
    {
        if (!_leaving)
        {
            Send(null);
        }
    }));

    /// <summary>The life the trunk gave to our own contact, or to all (§10.2.4).</summary>
    private uint Granted(SipResponse response)
    {
        var own = Contact().Uri;
        if (response.TryAddresses(SipNames.Contact, out var contacts)
            && contacts.FirstOrDefault(c => c.Uri.IsSameAs(own)) is { } ours && Number32.TryParse(ours.Parameters["expires"], out var its))
        {
            return its;
        }

        return response.Number(SipNames.Expires) ?? _seconds;
    }

    private NameAddr Contact() => _stack.ContactFor(_flow, _account.Address.User);

    private void Tell(TrunkState state)
    {
        State = state;
        _changes.Writer.TryWrite(state);
    }
}

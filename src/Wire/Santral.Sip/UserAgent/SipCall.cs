using System.Threading.Channels;
using Santral.Sip.Dialogs;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>One call, in or out: commands are methods, everything that happens comes in order through <see cref="Events"/>.</summary>
public abstract partial class SipCall
{
    // More unread events than this and the other side is flooding (INFO, re-INVITE): new ones are refused.
    private const int UnreadEvents = 256;

    private readonly Channel<SipCallEvent> _events = Channel.CreateUnbounded<SipCallEvent>();
    private volatile bool _ended;

    private protected SipCall(SipStack stack, string callId, string localTag, SipFlow flow, Admission.Ticket ticket)
    {
        Stack = stack;
        CallId = callId;
        LocalTag = localTag;
        Flow = flow;
        Ticket = ticket;
        Box = new(error =>
        {
            stack.Fault("call", error);
            if (!_ended)
            {
                Fail();
                Finish(new(SipEndCause.Failed, ByRemote: false, 500));
            }
        });
    }

    public string CallId { get; }

    public string LocalTag { get; }

    public string? RemoteTag => Dialog?.Remote.Tag;

    /// <summary>The last session description of the other side.</summary>
    public ReadOnlyMemory<byte> RemoteSdp { get; private protected set; }

    private protected ReadOnlyMemory<byte> LocalSdp { get; private set; }

    /// <summary>Events in order, for one reader. The last is <see cref="SipCallEvent.Ended"/>; then the channel is complete.</summary>
    public ChannelReader<SipCallEvent> Events => _events.Reader;

    public bool IsEnded => _ended;

    /// <summary>Answered and not over: another call may take its place (RFC 3891).</summary>
    public bool IsTalking => IsConfirmed && !_ended;

    /// <summary>The way the messages of this call go.</summary>
    public SipFlow Flow { get; private protected set; }

    internal Admission.Ticket Ticket { get; }

    private protected SipStack Stack { get; }

    private protected Mailbox Box { get; }

    private protected Dialog? Dialog { get; set; }

    /// <summary>Ends the call in whatever state it is: refuses, cancels or hangs up. False when it was over already.</summary>
    public Task<bool> HangUpAsync(string? reason = null) => Box.AskAsync(() => !_ended && HangUp(reason));

    internal void Post(Action work) => Box.Post(work);

    internal void Post(Func<ValueTask> work) => Box.Post(work);

    /// <summary>Completes when everything posted so far has run.</summary>
    internal Task IdleAsync() => Box.AskAsync(() => true);

    internal bool RefuseByInitialTimer(ServerTransaction transaction)
    {
        if (!RefuseByTimer(transaction))
        {
            return false;
        }

        Finish(new(SipEndCause.Refused, ByRemote: false, 422));
        return true;
    }

    /// <summary>Tells the other side that we cannot go on.</summary>
    private protected abstract void Fail();

    private protected abstract bool HangUp(string? reason);

    private protected bool HasRoomForEvents => _events.Reader.Count < UnreadEvents;

    private protected void Tell(SipCallEvent happened) => _events.Writer.TryWrite(happened);

    /// <summary>The one way a call ends: told once, counted once, forgotten.</summary>
    private protected void Finish(SipEnd end)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        StopSessionTimer();
        Stack.Admission.End(Ticket);
        if (!IsByeDue)
        {
            // Otherwise the 200 goes on repeating until its ACK allows the BYE.
            StopRepeating();
            Forget();
        }

        Tell(new SipCallEvent.Ended(end));
        _events.Writer.TryComplete();
        FailWaiting();
        FailReferring(end);
    }

    private protected void Forget() =>
        Stack.Calls.TryRemove(new KeyValuePair<(string, string), SipCall>((CallId, LocalTag), this));

    /// <summary>Where requests inside the dialog go; asked again when the target changed.</summary>
    private protected async ValueTask FollowTargetAsync()
    {
        if (Dialog is { } dialog && !NextHop.UsesFlow(dialog, Flow) && await Stack.ResolveAsync(dialog.NextHop, Flow) is { } better)
        {
            Flow = better;
        }
    }

    private protected void SendBye(string? reason)
    {
        if (Dialog is null)
        {
            return;
        }

        var bye = Dialog.NewRequest(SipMethods.Bye);
        if (reason is not null)
        {
            bye.Headers.Add(SipNames.Reason, reason);
        }

        AddOwnHeaders(bye);
        Exchange(bye, _ => { });
    }

    private protected void AddOwnHeaders(SipMessage message)
    {
        message.Headers.Add(message is SipRequest ? SipNames.UserAgent : SipNames.Server, Stack.Options.ProductName);
    }

    /// <summary>The call was asked for by a sips address.</summary>
    private protected virtual bool IsSecure => false;

    /// <summary>Contact, Allow and Supported: what INVITE, UPDATE and their 2xx carry (§13.2.1, §13.3.1).</summary>
    private protected void AddSessionHeaders(SipMessage message)
    {
        message.Headers.Add(SipNames.Contact, Stack.ContactFor(Flow, secure: IsSecure).ToString());
        message.Headers.Add(SipNames.Allow, SipMethods.Allowed);
        message.Headers.Add(SipNames.Supported, Extensions.Supported);
        AddOwnHeaders(message);
    }

    private protected void SetSdp(SipMessage message, ReadOnlyMemory<byte> sdp)
    {
        if (!sdp.IsEmpty)
        {
            message.Headers.Add(SipNames.ContentType, "application/sdp");
            message.Body = sdp;
            LocalSdp = sdp;
        }
    }

    /// <summary>Stops and tells, without a word to the other side: the socket may be gone.</summary>
    internal void ShutDown()
    {
        Box.Post(() =>
        {
            if (!_ended)
            {
                HangUp("SIP;cause=503;text=\"Shutting down\"");
                Finish(new(SipEndCause.ShutDown, ByRemote: false));
            }
        });
    }
}

/// <summary>The extensions that this user agent understands.</summary>
internal static class Extensions
{
    public const string Supported = "timer, replaces";

    public static bool IsSupported(string option) =>
        option.Equals("timer", StringComparison.OrdinalIgnoreCase) || option.Equals("replaces", StringComparison.OrdinalIgnoreCase);
}

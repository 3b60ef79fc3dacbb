using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.Dialogs;

/// <summary>What names a dialog (RFC 3261 §12).</summary>
internal readonly record struct DialogId(string CallId, string LocalTag, string RemoteTag);

/// <summary>The state of a dialog: RFC 3261 §12. It belongs to the mailbox of one call and to nobody else.</summary>
internal sealed class Dialog
{
    private Dialog(string callId, NameAddr local, NameAddr remote, SipUri target, IReadOnlyList<NameAddr> routes)
    {
        CallId = callId;
        Local = local;
        Remote = remote;
        RemoteTarget = target;
        Routes = routes;
    }

    public string CallId { get; }

    public NameAddr Local { get; }

    public NameAddr Remote { get; }

    public SipUri RemoteTarget { get; private set; }

    public IReadOnlyList<NameAddr> Routes { get; }

    public uint LocalCSeq { get; private set; }

    public uint? RemoteCSeq { get; private set; }

    public DialogId Id => new(CallId, Local.Tag ?? "", Remote.Tag ?? "");

    /// <summary>§12.1.1: the route set is the Record-Route of the request, in order. RFC 2543 senders leave Contact out and are called back at From.</summary>
    public static Dialog ForServer(SipRequest invite, string localTag, uint firstCSeq)
    {
        invite.TryAddresses(SipNames.Contact, out var contacts);
        invite.TryAddresses(SipNames.RecordRoute, out var routes);
        var target = contacts is [var contact, ..] ? contact.Uri : invite.From!.Uri;
        return new(invite.CallId!, invite.To!.WithTag(localTag), invite.From!, target, routes)
        {
            RemoteCSeq = invite.CSeq!.Value.Number,
            LocalCSeq = firstCSeq,
        };
    }

    /// <summary>§12.1.2: the route set is the Record-Route of the response, reversed. Null when the response makes no dialog.</summary>
    public static Dialog? ForClient(SipRequest invite, SipResponse response)
    {
        if (response.To?.Tag is null || !response.TryAddresses(SipNames.RecordRoute, out var routes)
            || !response.TryAddresses(SipNames.Contact, out var contacts))
        {
            return null;
        }

        var target = contacts is [var contact, ..] ? contact.Uri : invite.Uri;
        return new(invite.CallId!, invite.From!, response.To, target, [.. routes.Reverse()])
        {
            LocalCSeq = invite.CSeq!.Value.Number,
        };
    }

    /// <summary>§12.2.2: a request older than the last one is out of order. Equal numbers are repeats and never reach here.</summary>
    public bool TryAdvance(uint remoteCSeq)
    {
        if (RemoteCSeq is { } last && remoteCSeq <= last)
        {
            return false;
        }

        RemoteCSeq = remoteCSeq;
        return true;
    }

    /// <summary>§12.2.1.2, §12.2.2: INVITE and UPDATE refresh the target; the route set never changes.</summary>
    public void Refresh(SipMessage message)
    {
        if (message.TryAddresses(SipNames.Contact, out var contacts) && contacts is [var contact, ..])
        {
            RemoteTarget = contact.Uri;
        }
    }

    /// <summary>The next request inside the dialog (§12.2.1.1); the Via is put on by the transaction.</summary>
    public SipRequest NewRequest(string method) => Build(method, ++LocalCSeq);

    /// <summary>The ACK of a 2xx has the number of its INVITE and is a transaction of its own (§13.2.2.4).</summary>
    public SipRequest NewAck(uint inviteCSeq) => Build(SipMethods.Ack, inviteCSeq);

    /// <summary>The URI that decides where a request goes first: the first route, or the target.</summary>
    public SipUri NextHop => Routes.Count > 0 ? Routes[0].Uri : RemoteTarget;

    public void UseCSeq(uint number) => LocalCSeq = number;

    private SipRequest Build(string method, uint cseq)
    {
        // A first route without lr is a strict router of RFC 2543: it takes the Request-URI, the target goes last.
        var strict = Routes.Count > 0 && !Routes[0].Uri.Parameters.Has("lr");
        var request = new SipRequest(method, strict ? Routes[0].Uri with { Headers = null } : RemoteTarget);
        foreach (var route in strict ? Routes.Skip(1) : Routes)
        {
            request.Headers.Add(SipNames.Route, route.ToString());
        }

        if (strict)
        {
            request.Headers.Add(SipNames.Route, new NameAddr(RemoteTarget).ToString());
        }

        request.Headers.Add(SipNames.MaxForwards, "70");
        request.Headers.Add(SipNames.From, Local.ToString());
        request.Headers.Add(SipNames.To, Remote.ToString());
        request.Headers.Add(SipNames.CallId, CallId);
        request.Headers.Add(SipNames.CSeq, string.Create(null, $"{cseq} {method}"));
        return request;
    }
}

using System.Globalization;
using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>REFER inside the dialog, and the NOTIFYs about it (RFC 3515; without them where Refer-Sub says so, RFC 4488).</summary>
public abstract partial class SipCall
{
    private void ReceiveRefer(ServerTransaction transaction)
    {
        var request = transaction.Request;

        // §2.4.1: exactly one.
        if (request.Headers.CountOf(SipNames.ReferTo) != 1 || !request.TryAddresses(SipNames.ReferTo, out var targets) || targets.Count != 1)
        {
            Answer(transaction, 400, "Bad Refer-To");
            return;
        }

        if (!IsConfirmed || !HasRoomForEvents)
        {
            Answer(transaction, 603);
            return;
        }

        var isQuiet = request.Headers.Text(SipNames.ReferSub)?.Trim().StartsWith("false", StringComparison.OrdinalIgnoreCase) == true;
        var id = request.CSeq!.Value.Number;
        var isOpen = true;
        var isTold = isQuiet;
        TimerQueue.Entry? timeout = null;
        timeout = Stack.Queue.Set(Stack.Options.ReplyWithin, () => Box.Post(() => { Decide(603); }));
        request.TryAddresses(SipNames.ReferredBy, out var by);
        Tell(new SipCallEvent.Referred(new Referral(
            targets[0],
            by.Count > 0 ? by[0] : null,
            ReplacedCall.In(Stack, targets[0].Uri),
            code => Box.AskAsync(() => Decide(code)),
            code => Box.AskAsync(() => Notify(code)))));

        bool Decide(int code)
        {
            if (!isOpen || _ended)
            {
                return false;
            }

            isOpen = false;
            timeout?.Cancel();
            if (code != 202)
            {
                isTold = true;
                Answer(transaction, code);
                return true;
            }

            var accepted = SipResponse.For(request, 202, null, LocalTag);
            AddSessionHeaders(accepted);
            if (isQuiet)
            {
                accepted.Headers.Add(SipNames.ReferSub, "false");
            }

            transaction.Respond(accepted);
            Notify(100);
            return true;
        }

        bool Notify(int code)
        {
            if (isTold || isOpen || _ended || Dialog is null)
            {
                return false;
            }

            isTold = code >= 200;
            var notify = Dialog.NewRequest(SipMethods.Notify);
            notify.Headers.Add(SipNames.Event, string.Create(CultureInfo.InvariantCulture, $"refer;id={id}"));
            notify.Headers.Add(SipNames.SubscriptionState, isTold ? "terminated;reason=noresource" : "active;expires=60");
            notify.Headers.Add(SipNames.Contact, Stack.ContactFor(Flow).ToString());
            notify.Headers.Add(SipNames.ContentType, "message/sipfrag;version=2.0");
            notify.Body = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"SIP/2.0 {code} {ReasonPhrases.For(code)}\r\n"));
            AddOwnHeaders(notify);
            Exchange(notify, _ => { });
            return true;
        }
    }
}

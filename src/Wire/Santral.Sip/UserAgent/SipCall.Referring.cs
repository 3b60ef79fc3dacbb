using System.Globalization;
using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>We ask the other side to call somebody else: REFER, and the NOTIFYs that tell how it went (RFC 3515 §2.4).</summary>
public abstract partial class SipCall
{
    private Action<int>? _referring;
    private bool _referAccepted;

    /// <summary>
    /// Asks the other side to call <paramref name="target"/>; the call itself stays until one of the two hangs up. The final status: of the REFER when it is refused,
    /// of the call that it made when it told; 0 when nothing was told in time. A peer that accepts and hangs up has gone: 200.
    /// </summary>
    public async Task<int> ReferAsync(SipUri target, NameAddr? by, TimeSpan within)
    {
        var done = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Box.Post(() => Refer(target, by, within, code => done.TrySetResult(code)));
        return await done.Task;
    }

    private void Refer(SipUri target, NameAddr? by, TimeSpan within, Action<int> done)
    {
        if (_ended || Dialog is null || !IsConfirmed)
        {
            done(481);
            return;
        }

        if (_referring is not null)
        {
            done(491);
            return;
        }

        // Before it is sent: a NOTIFY may overtake the 202.
        _referring = done;
        _referAccepted = false;
        var refer = Dialog.NewRequest(SipMethods.Refer);
        refer.Headers.Add(SipNames.ReferTo, new NameAddr(target).ToString());
        if (by is not null)
        {
            refer.Headers.Add(SipNames.ReferredBy, by.ToString());
        }

        AddSessionHeaders(refer);
        Exchange(refer, response =>
        {
            if (response is { IsSuccess: true })
            {
                _referAccepted = true;
                return;
            }

            TellReferred(response?.Code ?? 408);
        });
        Stack.Queue.Set(within, () => Box.Post(() =>
        {
            if (ReferenceEquals(_referring, done))
            {
                TellReferred(0);
            }
        }));
    }

    private void ReceiveNotify(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (!request.Headers.TryGet(SipNames.Event, out var named) || !TokenValue.TryParse(named, out var package) || !package.Is("refer"))
        {
            // RFC 6665 §8.2.1.
            Answer(transaction, 489);
            return;
        }

        if (_referring is null)
        {
            Answer(transaction, 481);
            return;
        }

        Answer(transaction, 200);
        var code = StatusOf(request.Body.Span);
        if (code >= 200)
        {
            TellReferred(code);
        }
        else if (request.Headers.Text(SipNames.SubscriptionState)?.TrimStart().StartsWith("terminated", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Nothing more will be told (§2.4.7).
            TellReferred(0);
        }
    }

    private void TellReferred(int code)
    {
        var referring = _referring;
        _referring = null;
        referring?.Invoke(code);
    }

    private void FailReferring(SipEnd end) => TellReferred(_referAccepted && end is { Cause: SipEndCause.HungUp, ByRemote: true } ? 200 : 481);

    /// <summary>The status line of a message/sipfrag body (RFC 3420); 0 when there is none.</summary>
    private static int StatusOf(ReadOnlySpan<byte> body)
    {
        const string Version = "SIP/2.0 ";
        var line = Encoding.ASCII.GetString(body[..Math.Min(body.Length, 64)]);
        return line.StartsWith(Version, StringComparison.Ordinal) && line.Length >= Version.Length + 3
            && int.TryParse(line.AsSpan(Version.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;
    }
}

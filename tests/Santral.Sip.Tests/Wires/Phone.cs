using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>The other end of a wire: writes the messages of a phone by hand, so that it can also misbehave.</summary>
internal static class Phone
{
    public const string Sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.99\r\ns=-\r\nt=0 0\r\n";

    public static string Invite(string branch = "one", int cseq = 1, string extra = "", string body = Sdp, string toTag = "", string method = "INVITE") => $"""
        {method} sip:100@192.0.2.1 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.99:5062;branch=z9hG4bK-{branch}
        Max-Forwards: 70
        From: <sip:+905321112233@192.0.2.99>;tag=phone
        To: <sip:100@192.0.2.1>{(toTag.Length == 0 ? "" : ";tag=" + toTag)}
        Call-ID: call-1@192.0.2.99
        CSeq: {cseq} {method}
        Contact: <sip:+905321112233@192.0.2.99:5062>
        {extra}{(body.Length == 0 ? "" : "Content-Type: application/sdp\r\n")}Content-Length: {body.Length}


        """ + body;

    /// <summary>A request in the dialog of a response.</summary>
    public static SipRequest Within(SipResponse response, string method, int cseq, string branch, string? body = null)
    {
        var request = new SipRequest(method, SipUri.Parse("sip:santral@192.0.2.1"));
        request.Headers.Add(SipNames.Via, $"SIP/2.0/UDP 192.0.2.99:5062;branch=z9hG4bK-{branch}");
        request.Headers.Add(SipNames.MaxForwards, "70");
        response.Headers.CopyTo(request.Headers, SipNames.From);
        response.Headers.CopyTo(request.Headers, SipNames.To);
        response.Headers.CopyTo(request.Headers, SipNames.CallId);
        request.Headers.Add(SipNames.CSeq, $"{cseq} {method}");
        request.Headers.Add(SipNames.Contact, "<sip:+905321112233@192.0.2.99:5062>");
        if (body is not null)
        {
            request.Headers.Add(SipNames.ContentType, "application/sdp");
            request.Body = System.Text.Encoding.ASCII.GetBytes(body);
        }

        return request;
    }

    public static async Task<IncomingCall> CallAsync(this Wire wire, string extra = "", string body = Sdp)
    {
        wire.Receive(Invite(extra: extra, body: body));
        await wire.ResponseAsync(100);
        return await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>A call that the agent answered and the phone acknowledged.</summary>
    public static async Task<(IncomingCall Call, SipResponse Ok)> TalkAsync(this Wire wire, string extra = "")
    {
        var call = await wire.CallAsync(extra);
        await call.AnswerAsync(System.Text.Encoding.ASCII.GetBytes(Sdp));
        var ok = await wire.ResponseAsync(200);
        wire.Receive(Within(ok, "ACK", 1, "ack"));
        (await call.Events.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeOfType<SipCallEvent.Acked>();
        return (call, ok);
    }

    public static async Task<T> EventAsync<T>(this SipCall call)
        where T : SipCallEvent => (await call.Events.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeOfType<T>();

    public static Task<OutgoingCall> DialAsync(this Wire wire, bool lateOffer = false, DigestCredentials? credentials = null, TimeSpan? ringFor = null) =>
        wire.Agent.DialAsync(new()
        {
            Target = SipUri.Parse("sip:bob@192.0.2.99:5062"), From = new(SipUri.Parse("sip:santral@192.0.2.1")), Credentials = credentials,
            Sdp = lateOffer ? default : System.Text.Encoding.ASCII.GetBytes(Sdp), RingFor = ringFor,
        });

    public static SipResponse Answer(this SipRequest request, int code, string? sdp = null, string tag = "bob", string? extra = null)
    {
        var response = SipResponse.For(request, code, null, tag);
        response.Headers.Add(SipNames.Contact, "<sip:bob@192.0.2.99:5062>");
        if (extra is not null)
        {
            var colon = extra.IndexOf(':', StringComparison.Ordinal);
            response.Headers.Add(extra[..colon], extra[(colon + 1)..].Trim());
        }

        if (sdp is not null)
        {
            response.Headers.Add(SipNames.ContentType, "application/sdp");
            response.Body = System.Text.Encoding.ASCII.GetBytes(sdp);
        }

        return response;
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Sip.Messages;

namespace Santral.ModuleTests.Calls;

/// <summary>A desk phone of one socket whose messages are written by hand: for its transfer button, which our own user agent has not.</summary>
internal sealed class PlainDeskPhone : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly IPEndPoint _product;
    private readonly string _user;
    private SipRequest? _invite;
    private int _cseq = 1;

    private PlainDeskPhone(IPEndPoint product, string user)
    {
        (_product, _user) = (product, user);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>What it was sent after its transfer button, in order: `202`, `NOTIFY SIP/2.0 200 OK`, `BYE`.</summary>
    public List<string> Course { get; } = [];

    private int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public static async Task<PlainDeskPhone> RegisterAsync(Installation installation, string user)
    {
        var product = installation.Services.GetRequiredService<ICallsEndpoints>().Sip.First(e => e.Address.Equals(IPAddress.Loopback));
        var phone = new PlainDeskPhone(product, user);
        await phone.SendAsync(phone.Register(""));
        var challenge = (SipResponse)await phone.NextAsync();
        var nonce = challenge.Headers.Text(SipNames.WwwAuthenticate)!.Split("nonce=\"")[1].Split('"')[0];
        var ha1 = Md5($"{user}:santral:demo");
        var answer = Md5($"{ha1}:{nonce}:00000001:c:auth:{Md5($"REGISTER:sip:{product}")}");
        await phone.SendAsync(phone.Register(
            $"Authorization: Digest username=\"{user}\", realm=\"santral\", nonce=\"{nonce}\", uri=\"sip:{product}\", response=\"{answer}\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\r\n"));
        ((SipResponse)await phone.NextAsync()).Code.ShouldBe(200);
        return phone;
    }

    /// <summary>Waits until it rings, and lifts the receiver.</summary>
    public async Task LiftAsync(string sdp)
    {
        do
        {
            _invite = await NextAsync() as SipRequest;
        }
        while (_invite?.Method != "INVITE");

        var ok = SipResponse.For(_invite, 200, null, "desk");
        ok.Headers.Add(SipNames.Contact, $"<sip:{_user}@127.0.0.1:{Port}>");
        ok.Headers.Add(SipNames.ContentType, "application/sdp");
        ok.Body = Encoding.UTF8.GetBytes(sdp);
        await _socket.SendToAsync(ok.ToBytes(), _product);
        while (await NextAsync() is not SipRequest { Method: "ACK" })
        {
        }
    }

    /// <summary>Presses the transfer button, and follows what comes of it until it is hung up or refused.</summary>
    public async Task TransferAsync(string target)
    {
        await SendAsync(string.Create(CultureInfo.InvariantCulture, $"""
            REFER sip:santral@{_product} SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:{Port};rport;branch=z9hG4bKrefer{++_cseq}
            Max-Forwards: 70
            From: {_invite!.Headers.Text(SipNames.To)};tag=desk
            To: {_invite.Headers.Text(SipNames.From)}
            Call-ID: {_invite.CallId}
            CSeq: {_cseq} REFER
            Contact: <sip:{_user}@127.0.0.1:{Port}>
            Refer-To: <sip:{target}@{_product}>
            Content-Length: 0


            """));
        while (true)
        {
            switch (await NextAsync())
            {
                case SipResponse response:
                    Course.Add(response.Code.ToString(CultureInfo.InvariantCulture));
                    if (response.Code >= 300)
                    {
                        return;
                    }

                    break;
                case SipRequest request:
                    Course.Add(request.Method == "NOTIFY" ? $"NOTIFY {Encoding.ASCII.GetString(request.Body.Span).Trim()}" : request.Method);
                    await _socket.SendToAsync(SipResponse.For(request, 200).ToBytes(), _product);
                    if (request.Method == "BYE")
                    {
                        return;
                    }

                    break;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static string Md5(string text)
    {
#pragma warning disable CA5351 // RFC 3261 §22.4
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }

    private string Register(string proof) => string.Create(CultureInfo.InvariantCulture, $"""
        REGISTER sip:{_product} SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:{Port};rport;branch=z9hG4bKregister{++_cseq}
        Max-Forwards: 70
        From: <sip:{_user}@santral>;tag=r
        To: <sip:{_user}@santral>
        Call-ID: register-{Port}
        CSeq: {_cseq} REGISTER
        Contact: <sip:{_user}@127.0.0.1:{Port}>;expires=300
        {proof}Content-Length: 0


        """);

    private async Task SendAsync(string message) => await _socket.SendToAsync(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")), _product);

    private async Task<SipMessage> NextAsync()
    {
        var buffer = new byte[65_536];
        var length = await _socket.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Patience);
        SipParser.Datagram(buffer.AsSpan(0, length), SipLimits.Default, out var parsed).ShouldBe(ParseStatus.Complete);
        return parsed.Message!;
    }
}

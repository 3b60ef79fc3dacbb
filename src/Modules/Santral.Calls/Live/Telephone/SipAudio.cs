using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Media;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>Where SIP's session descriptions meet the audio leg they are about.</summary>
internal static class SipAudio
{
    public static ReadOnlyMemory<byte> Bytes(string sdp) => Encoding.UTF8.GetBytes(sdp);

    /// <summary>Null for an empty body: the other side wants our offer.</summary>
    public static string? Text(ReadOnlyMemory<byte> sdp) => sdp.IsEmpty ? null : Encoding.UTF8.GetString(sdp.Span);

    public static LegNetwork NetworkOf(IPEndPoint remote)
        => remote.AddressFamily == AddressFamily.InterNetworkV6 && !remote.Address.IsIPv4MappedToIPv6 ? LegNetwork.IPv6 : LegNetwork.IPv4;

    /// <summary>Answers a change of the session (hold, another address or codec); what the engine cannot do is refused and the call goes on as before.</summary>
    public static async Task AnswerChangeAsync(MediaDesk media, LegId leg, SessionOffer offer)
    {
        MediaCommand command = Text(offer.Sdp) is { } sdp ? new ApplyRemoteSdp(leg, sdp, SdpMeaning.Offer) : new RenewOffer(leg);
        if (await media.AskAsync(command) is MediaReply.Sdp reply)
        {
            if (!await offer.AcceptAsync(Bytes(reply.LocalSdp)) && offer.Sdp.IsEmpty)
            {
                await media.TryAsync(new WithdrawOffer(leg));
            }

            return;
        }

        await offer.RefuseAsync();
    }

    /// <summary>The answer to an offer of ours, in an ACK or a 200.</summary>
    public static async Task<bool> ApplyAnswerAsync(MediaDesk media, LegId leg, ReadOnlyMemory<byte> sdp)
        => Text(sdp) is { } answer && await media.TryAsync(new ApplyRemoteSdp(leg, answer, SdpMeaning.Answer));
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Media;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>Where SIP's session descriptions meet the audio leg they are about.</summary>
/// <param name="media">Where the leg is.</param>
/// <param name="leg">The call's leg.</param>
/// <param name="offered">Our 200 to the INVITE carries our offer: its answer comes in the ACK.</param>
internal sealed class SipAudio(MediaDesk media, LegId leg, bool offered)
{
    private bool _offered = offered;
    private bool _isHeld;
    private string? _early;

    public static ReadOnlyMemory<byte> Bytes(string sdp) => Encoding.UTF8.GetBytes(sdp);

    /// <summary>Null for an empty body: the other side wants our offer.</summary>
    public static string? Text(ReadOnlyMemory<byte> sdp) => sdp.IsEmpty ? null : Encoding.UTF8.GetString(sdp.Span);

    public static LegNetwork NetworkOf(IPEndPoint remote)
        => remote.AddressFamily == AddressFamily.InterNetworkV6 && !remote.Address.IsIPv4MappedToIPv6 ? LegNetwork.IPv6 : LegNetwork.IPv4;

    /// <summary>
    /// Answers a change of the session (hold, another address or codec); what the engine cannot do is refused and the call goes on as before. True when the other side
    /// holds us now and did not before, false the other way round, null when that is as it was.
    /// </summary>
    public async Task<bool?> ChangedAsync(SessionOffer offer)
    {
        MediaCommand command = Text(offer.Sdp) is { } sdp ? new ApplyRemoteSdp(leg, sdp, SdpMeaning.Offer) : new RenewOffer(leg);
        if (await media.AskAsync(command) is not MediaReply.Sdp reply)
        {
            await offer.RefuseAsync();
            return null;
        }

        var sent = await offer.AcceptAsync(Bytes(reply.LocalSdp));
        if (offer.Sdp.IsEmpty)
        {
            _offered = sent;
            if (!sent)
            {
                await media.TryAsync(new WithdrawOffer(leg));
            }

            return null;
        }

        return sent ? Holds(Text(offer.Sdp)!, reply.LocalSdp) : null;
    }

    /// <summary>RFC 3264 §8.4: who sends only, or nothing, holds, and our answer mirrors it; phones of RFC 2543 give no address instead.</summary>
    private bool? Holds(string offer, string answer)
    {
        var isHeld = answer.Contains("a=recvonly\r\n", StringComparison.Ordinal) || answer.Contains("a=inactive\r\n", StringComparison.Ordinal)
            || offer.Contains("c=IN IP4 0.0.0.0", StringComparison.Ordinal);
        if (isHeld == _isHeld)
        {
            return null;
        }

        _isHeld = isHeld;
        return isHeld;
    }

    /// <summary>
    /// Our 200 was acknowledged. False when it had our offer and no answer came that can be used: an offer left open would refuse every later
    /// change, so it is withdrawn and the session is as before it.
    /// </summary>
    public async Task<bool> AckedAsync(ReadOnlyMemory<byte> sdp)
    {
        await media.TryAsync(new ConfirmPeer(leg));
        if (!_offered)
        {
            return true;
        }

        _offered = false;
        if (await AnsweredAsync(sdp))
        {
            return true;
        }

        await media.TryAsync(new WithdrawOffer(leg));
        return false;
    }

    /// <summary>The answer to an offer of ours, in a 200 or an ACK.</summary>
    public async Task<bool> AnsweredAsync(ReadOnlyMemory<byte> sdp)
        => Text(sdp) is { } answer && (_early is { } early ? await ReplacedEarlyAsync(early, answer) : await ApplyAsync(answer));

    /// <summary>Early answers came; a further offer of the same leg must be made anew.</summary>
    public bool WasEarly => _early is not null;

    /// <summary>
    /// A description in a provisional response: what its sender plays before the answer is heard. A call that forks gives several, the newest is heard (RFC 3261 §13.2.1,
    /// RFC 3960 §2), and the one of the 200 counts whatever came before.
    /// </summary>
    public async Task<bool> EarlyAsync(ReadOnlyMemory<byte> sdp)
    {
        if (Text(sdp) is not { } answer || !(_early is { } early ? await ReplacedEarlyAsync(early, answer) : await ApplyAsync(answer)))
        {
            return false;
        }

        _early = answer;
        return true;
    }

    /// <summary>
    /// Another call takes the place of the one that served the leg (RFC 3891). Our answer to its description, or our offer where it has none; null when the engine cannot.
    /// </summary>
    public async Task<ReadOnlyMemory<byte>?> TakenOverAsync(ReadOnlyMemory<byte> sdp)
    {
        MediaCommand command = Text(sdp) is { } offer ? new ApplyRemoteSdp(leg, offer, SdpMeaning.Offer) : new RenewOffer(leg);
        if (await media.AskAsync(command) is not MediaReply.Sdp reply)
        {
            return null;
        }

        _offered = sdp.IsEmpty;
        return Bytes(reply.LocalSdp);
    }

    /// <summary>The taking over came to nothing: the leg speaks with whom it spoke before.</summary>
    public async Task GiveBackAsync(ReadOnlyMemory<byte> sdp)
    {
        if (_offered)
        {
            _offered = false;
            await media.TryAsync(new WithdrawOffer(leg));
        }
        else if (Text(sdp) is { } before)
        {
            await media.AskAsync(new ApplyRemoteSdp(leg, before, SdpMeaning.Offer));
        }
    }

    private Task<bool> ApplyAsync(string answer) => media.TryAsync(new ApplyRemoteSdp(leg, answer, SdpMeaning.Answer));

    /// <summary>The engine takes one answer to an offer, so the same offer is opened for it once more; the other side is not told.</summary>
    private async Task<bool> ReplacedEarlyAsync(string early, string answer)
    {
        if (early == answer)
        {
            return true;
        }

        if (await media.AskAsync(new RenewOffer(leg)) is not MediaReply.Sdp)
        {
            return false;
        }

        if (await ApplyAsync(answer))
        {
            return true;
        }

        await media.TryAsync(new WithdrawOffer(leg));
        return false;
    }
}

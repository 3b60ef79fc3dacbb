using System.Net;
using System.Net.Sockets;
using Santral.Media.Native;

namespace Santral.Media.Legs;

/// <summary>
/// What a leg believes of the addresses that its peer names. A description is a stranger's word: before the peer has shown that it hears us, audio
/// to what it names could be a flood on somebody else, and audio from anywhere else could be somebody else's.
/// </summary>
internal sealed class PeerRule(IPAddress? signalling, bool awaitsAck, IReadOnlyList<IPNetwork> trusted)
{
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("::1/128"),
    ];

    /// <summary>None when it is not known.</summary>
    internal SockAddr Signalling { get; } = signalling is null ? default : SockAddr.From(new IPEndPoint(signalling, 0));

    internal bool AwaitsAck { get; private set; } = awaitsAck;

    internal void Confirm() => AwaitsAck = false;

    internal bool IsTrusted(IPAddress announced) => trusted.Any(n => n.Contains(announced));

    /// <summary>
    /// Whether packets from another port of the announced host may be the peer's. Behind a NAT the announced host is one of many networks' own:
    /// who is there is not the peer, whose packets come from where its signalling does.
    /// </summary>
    internal bool MayBeAt(IPAddress announced) => Signalling.IsNone || !IsPrivate(announced) || IsPrivate(signalling!);

    /// <summary>One peer has one address that is its own; a loopback address is the peer's only when it is on this machine.</summary>
    internal bool IsUsable(IPAddress announced) =>
        !(announced.AddressFamily == AddressFamily.InterNetworkV6 ? announced.IsIPv6Multicast : announced.GetAddressBytes()[0] >= 224)
        && (signalling is null || !IPAddress.IsLoopback(announced) || IPAddress.IsLoopback(signalling));

    private static bool IsPrivate(IPAddress address) => Private.Any(n => n.Contains(address));
}

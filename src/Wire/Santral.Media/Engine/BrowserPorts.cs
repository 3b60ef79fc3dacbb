using Santral.Media.Ice;
using Santral.Media.Legs;
using Santral.Media.Native;

namespace Santral.Media.Engine;

/// <summary>
/// The port that all browsers share, once for each address family. The first byte tells STUN, DTLS and SRTP apart (RFC 7983); a check
/// finds its leg by our ICE name, everything else by the address that passed a check.
/// </summary>
internal sealed class BrowserPorts(MediaCounters counters)
{
    private const int MaxAddresses = 16;
    private readonly Dictionary<ulong, BrowserLeg> _byFragment = [];
    private readonly Dictionary<SockAddr, BrowserLeg> _byAddress = [];

    internal List<UdpPort> Sockets { get; } = [];

    internal int Port => Sockets.Count == 0 ? 0 : Sockets[0].Local.Port;

    internal void Add(BrowserLeg leg) => _byFragment[leg.Ice.Key] = leg;

    internal void Remember(BrowserLeg leg, in SockAddr address)
    {
        if (_byAddress.TryGetValue(address, out var known) && known == leg)
        {
            return;
        }

        known?.Addresses.Remove(address);
        if (leg.Addresses.Count == MaxAddresses)
        {
            _byAddress.Remove(leg.Addresses[0]);
            leg.Addresses.RemoveAt(0);
        }

        _byAddress[address] = leg;
        leg.Addresses.Add(address);
    }

    internal void Forget(BrowserLeg leg)
    {
        _byFragment.Remove(leg.Ice.Key);
        foreach (var address in leg.Addresses)
        {
            _byAddress.Remove(address);
        }

        leg.Addresses.Clear();
    }

    internal void Take(Span<byte> packet, in SockAddr from, UdpPort via)
    {
        if (packet.IsEmpty)
        {
            return;
        }

        if (packet[0] <= 3)
        {
            TakeStun(packet, from, via);
        }
        else if (!_byAddress.TryGetValue(from, out var leg))
        {
            counters.UnknownPeer++;
        }
        else if (packet[0] is >= 20 and <= 63)
        {
            leg.TakeDtls(packet);
        }
        else if (packet[0] is >= 128 and <= 191)
        {
            leg.TakeMedia(packet);
        }
        else
        {
            counters.MalformedRtp++;
        }
    }

    private void TakeStun(ReadOnlySpan<byte> packet, in SockAddr from, UdpPort via)
    {
        if (!StunReading.TryParse(packet, out var request))
        {
            counters.MalformedStun++;
            return;
        }

        if (request.Type != Stun.BindingRequest)
        {
            return; // indications keep a NAT open, and we ask nothing that could be answered
        }

        if (IceLite.TryKey(request.Username, out var key) && _byFragment.TryGetValue(key, out var leg))
        {
            leg.TakeCheck(request, from, via);
            return;
        }

        counters.StunRefused++;
        Span<byte> answer = stackalloc byte[StunWriter.MaxAnswer];
        var code = request.HasIntegrity && !request.Username.IsEmpty ? 401 : 400; // RFC 8489 §9.1.3
        var length = IceLite.WriteError(request, answer, code, code == 401 ? "Unauthenticated"u8 : "Bad Request"u8);
        if (!via.Send(answer[..length], from))
        {
            counters.SendErrors++;
        }
    }
}

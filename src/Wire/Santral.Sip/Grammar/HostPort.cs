using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>hostport = host [ ":" port ]; host = hostname / IPv4address / IPv6reference (RFC 3261 §25.1). IPv6 keeps its brackets.</summary>
public readonly record struct HostPort(string Host, int? Port)
{
    public static bool TryParse(ReadOnlySpan<byte> text, out HostPort value)
    {
        value = default;
        ReadOnlySpan<byte> host;
        ReadOnlySpan<byte> rest;
        if (!text.IsEmpty && text[0] == (byte)'[')
        {
            var close = text.IndexOf((byte)']');
            if (close < 3 || text[1..close].ContainsAnyExcept(SipChars.Ipv6)
                || !IPAddress.TryParse(Encoding.ASCII.GetString(text[1..close]), out var address)
                || address.AddressFamily != AddressFamily.InterNetworkV6)
            {
                return false;
            }

            host = text[..(close + 1)];
            rest = text[(close + 1)..];
        }
        else
        {
            var colon = text.IndexOf((byte)':');
            host = SipChars.Trim(colon < 0 ? text : text[..colon]);
            rest = colon < 0 ? default : text[colon..];
            if (host.IsEmpty || host.ContainsAnyExcept(SipChars.Hostname) || host[0] is (byte)'.' or (byte)'-')
            {
                return false;
            }
        }

        rest = SipChars.Trim(rest);
        int? port = null;
        if (!rest.IsEmpty)
        {
            var digits = rest[0] == (byte)':' ? SipChars.TrimStart(rest[1..]) : default;
            if (digits.IsEmpty || digits.Length > 5 || !Utf8Parser.TryParse(digits, out int number, out var used)
                || used != digits.Length || number is < 1 or > 65535 || !char.IsAsciiDigit((char)digits[0]))
            {
                return false;
            }

            port = number;
        }

        value = new(Encoding.ASCII.GetString(host), port);
        return true;
    }

    /// <summary>The address when the host is a literal one.</summary>
    public bool TryGetAddress(out IPAddress address) =>
        IPAddress.TryParse(Host.StartsWith('[') ? Host[1..^1] : Host, out address!);

    public static string HostOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{WithoutScope(address)}]" : address.ToString();

    /// <summary>An address without its zone: the zone means something on this machine only.</summary>
    public static IPAddress WithoutScope(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } ? new IPAddress(address.GetAddressBytes()) : address;

    public override string ToString() => Port is { } port ? string.Create(null, $"{Host}:{port}") : Host;
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Santral.Identity.Access;

/// <summary>
/// Counts wrong sign-ins per address, so that one machine cannot try one password on many names. Right ones are free:
/// a whole call centre starts its shift behind one address.
/// </summary>
internal sealed class WrongSignIns(TimeProvider clock, IConfiguration configuration)
{
    private const int MostAddresses = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly int _allowed = configuration.GetValue("Identity:WrongSignInsPerAddress", 30);
    private readonly ConcurrentDictionary<string, (int Count, long Since)> _counts = new();

    public void CheckOrRefuse(IPAddress? address)
    {
        if (_counts.TryGetValue(KeyOf(address), out var seen) && seen.Count >= _allowed && clock.GetElapsedTime(seen.Since) is var passed && passed < Window)
        {
            var left = Window - passed;
            throw new Refusal(
                "identity.too_many_attempts", RefusalKind.Locked, ("until", clock.GetUtcNow() + left), ("minutes", (int)Math.Ceiling(left.TotalMinutes)));
        }
    }

    public void Count(IPAddress? address)
    {
        if (_counts.Count >= MostAddresses)
        {
            _counts.Clear();
        }

        var now = clock.GetTimestamp();
        _counts.AddOrUpdate(
            KeyOf(address),
            _ => (1, now),
            (_, seen) => clock.GetElapsedTime(seen.Since, now) < Window ? (seen.Count + 1, seen.Since) : (1, now));
    }

    // One customer of a provider holds a whole /64 (RFC 6177).
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

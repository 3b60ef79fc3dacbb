using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Santral.Calls.Live.Telephone;

namespace Santral.Calls;

/// <summary>Where the media engine runs.</summary>
public enum MediaPlace
{
    /// <summary>In this process.</summary>
    Inside,

    /// <summary>In a process of its own, which this one starts, watches and starts again.</summary>
    Own,
}

/// <summary>Where the telephone listens and how much it takes on; read from `SANTRAL_…` or flags, wrong values stop the start with a sentence.</summary>
public sealed record CallsOptions
{
    /// <summary>`SIP_PORT`: UDP and TCP; 0 takes a free one.</summary>
    public int SipPort { get; init; } = 5060;

    /// <summary>`SIP_TLS_PORT`: SIP over TLS, where a certificate is given; a free one when `SIP_PORT` is 0.</summary>
    public int SipTlsPort { get; init; } = 5061;

    /// <summary>`SIP_TLS_CERTIFICATE`: a PEM file with our certificate and those between it and its root. Null: nobody can call us by TLS, we can call others.</summary>
    public string? SipTlsCertificate { get; init; }

    /// <summary>`SIP_TLS_KEY`: the PEM file of its key; null: in the same file.</summary>
    public string? SipTlsKey { get; init; }

    /// <summary>`SIP_TLS_ROOTS`: a PEM file of authorities that vouch for trunks, instead of those the system believes.</summary>
    public string? SipTlsRoots { get; init; }

    /// <summary>`RTP_PORTS`: UDP ports of telephone audio, two a call.</summary>
    public (int First, int Last) RtpPorts { get; init; } = (20000, 29999);

    /// <summary>`MEDIA_PORT`: the one UDP port of all browsers; 0 takes a free one.</summary>
    public int MediaPort { get; init; }

    /// <summary>`MEDIA`: `inside` or `own`.</summary>
    public MediaPlace Media { get; init; } = MediaPlace.Inside;

    /// <summary>`BIND`: the address to listen on.</summary>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>`PUBLIC_ADDRESS`: what callers and browsers are told to send to, when a router stands between.</summary>
    public IPAddress? PublicAddress { get; init; }

    /// <summary>`MAX_CALLS`: live calls above which the next one gets 503.</summary>
    public int MaxCalls { get; init; } = 1000;

    /// <summary>`SIP_TRUNKS`: addresses and networks that calls are taken from and believed about who calls, besides this machine and registered phones.</summary>
    public IReadOnlyList<IPNetwork> Trunks { get; init; } = [];

    /// <summary>`SIP_TRUNKS` says `all`: calls are taken from everywhere.</summary>
    public bool TakesAllSources { get; init; }

    /// <summary>`RECORDING_RESERVE_MB`: room that recordings leave on the disk; with less none begins and those that run end.</summary>
    public int RecordingReserveMegabytes { get; init; } = 500;

    /// <summary>`DATA`: where the hold music and the recordings are kept.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>Addresses to listen on: with the IPv4 loopback also the IPv6 one, with all IPv4 also all IPv6, where the machine has IPv6.</summary>
    public IReadOnlyList<IPAddress> Addresses
        => !Socket.OSSupportsIPv6 ? [Bind]
            : Bind.Equals(IPAddress.Loopback) && HasIPv6Loopback() ? [Bind, IPAddress.IPv6Loopback]
            : [Bind];

    public static CallsOptions Read(IConfiguration configuration)
    {
        var defaults = new CallsOptions();
        var (trunks, all) = TrunkList.Read(configuration["SIP_TRUNKS"]);
        return new CallsOptions
        {
            SipPort = Number(configuration, "SIP_PORT", defaults.SipPort, 0, ushort.MaxValue),
            SipTlsPort = Number(configuration, "SIP_TLS_PORT", defaults.SipTlsPort, 1, ushort.MaxValue),
            SipTlsCertificate = File(configuration["SIP_TLS_CERTIFICATE"]),
            SipTlsKey = File(configuration["SIP_TLS_KEY"]),
            SipTlsRoots = File(configuration["SIP_TLS_ROOTS"]),
            RtpPorts = Ports(configuration["RTP_PORTS"], defaults.RtpPorts),
            MediaPort = Number(configuration, "MEDIA_PORT", defaults.MediaPort, 0, ushort.MaxValue),
            Media = Place(configuration["MEDIA"]),
            Bind = Address(configuration, "BIND") ?? defaults.Bind,
            PublicAddress = Address(configuration, "PUBLIC_ADDRESS"),
            MaxCalls = Number(configuration, "MAX_CALLS", defaults.MaxCalls, 1, 100_000),
            RecordingReserveMegabytes = Number(configuration, "RECORDING_RESERVE_MB", defaults.RecordingReserveMegabytes, 0, 1_000_000_000),
            Trunks = trunks,
            TakesAllSources = all,
            DataFolder = Path.GetFullPath(configuration["DATA"] is { Length: > 0 } folder ? folder : defaults.DataFolder),
        };
    }

    private static string? File(string? path) => string.IsNullOrWhiteSpace(path) ? null : Path.GetFullPath(path);

    private static bool HasIPv6Loopback()
        => System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Any(a => a.Address.Equals(IPAddress.IPv6Loopback));

    private static int Number(IConfiguration configuration, string key, int otherwise, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidOperationException($"SANTRAL_{key} must be a number from {least} to {most}, not '{text}'.");
    }

    private static (int First, int Last) Ports(string? text, (int First, int Last) otherwise)
    {
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        var parts = text.Split('-');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first >= 1024 && last <= ushort.MaxValue && last > first
            ? (first, last)
            : throw new InvalidOperationException($"SANTRAL_RTP_PORTS must be two ports from 1024 to 65535 such as 20000-29999, not '{text}'.");
    }

    private static MediaPlace Place(string? text) => text switch
    {
        null or "" or "inside" => MediaPlace.Inside,
        "own" => MediaPlace.Own,
        _ => throw new InvalidOperationException($"SANTRAL_MEDIA must be inside or own, not '{text}'."),
    };

    private static IPAddress? Address(IConfiguration configuration, string key)
        => configuration[key] is not { Length: > 0 } text ? null
            : IPAddress.TryParse(text, out var address) ? address
            : throw new InvalidOperationException($"SANTRAL_{key} must be an IP address, not '{text}'.");
}

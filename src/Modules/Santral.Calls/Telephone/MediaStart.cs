using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Santral.Media;

namespace Santral.Calls.Telephone;

/// <summary>Makes the media engine from the operator's options.</summary>
internal static class MediaStart
{
    public static IMediaEngine Engine(IServiceProvider services)
    {
        var options = services.GetRequiredService<CallsOptions>();
        var media = new MediaOptions
        {
            BindV4 = options.Addresses.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? IPAddress.Loopback,
            BindV6 = options.Addresses.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetworkV6),
            AdvertisedV4 = Public(options, AddressFamily.InterNetwork),
            AdvertisedV6 = Public(options, AddressFamily.InterNetworkV6),
            RtpPortFirst = options.RtpPorts.First,
            RtpPortLast = options.RtpPorts.Last,
            BrowserPort = options.MediaPort,
        };
        return new MediaEngine(media, services.GetRequiredService<TimeProvider>(), SystemRandomBytes.Instance);
    }

    private static IPAddress? Public(CallsOptions options, AddressFamily family)
        => options.PublicAddress is { } address && address.AddressFamily == family ? address : null;
}

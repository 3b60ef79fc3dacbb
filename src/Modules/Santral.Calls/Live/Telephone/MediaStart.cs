using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Santral.Media;

namespace Santral.Calls.Live.Telephone;

/// <summary>Makes the media engine from the operator's options.</summary>
internal static class MediaStart
{
    public static MediaEngine Engine(IServiceProvider services)
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
            TrustedNetworks = options.Trunks,
            RecordingReserveBytes = options.RecordingReserveMegabytes * 1024L * 1024,
        };
        var engine = new MediaEngine(media, services.GetRequiredService<TimeProvider>(), SystemRandomBytes.Instance);
        Count(engine, services.GetRequiredService<CallsMeter>());
        return engine;
    }

    private static void Count(MediaEngine engine, CallsMeter meter)
    {
        meter.Watch("santral.media.legs", () => engine.Metrics.LegsActive);
        meter.Watch("santral.media.ports_free", () => engine.Metrics.PortsFree);
        meter.Watch("santral.media.max_lateness_last_second", () => engine.Metrics.MaxLatenessLastSecondMs);
        meter.WatchCount("santral.media.packets_in", () => engine.Metrics.PacketsIn);
        meter.WatchCount("santral.media.packets_out", () => engine.Metrics.PacketsOut);
        meter.WatchCount("santral.media.late20", () => engine.Metrics.Late20);
        meter.WatchCount("santral.media.slots_skipped", () => engine.Metrics.SlotsSkipped);
        meter.WatchCount("santral.media.malformed_rtp", () => engine.Metrics.MalformedRtp);
        meter.WatchCount("santral.media.malformed_rtcp", () => engine.Metrics.MalformedRtcp);
        meter.WatchCount("santral.media.malformed_stun", () => engine.Metrics.MalformedStun);
        meter.WatchCount("santral.media.malformed_dtls", () => engine.Metrics.MalformedDtls);
        meter.WatchCount("santral.media.srtp_refused", () => engine.Metrics.SrtpRefused);
        meter.WatchCount("santral.media.faults", () => engine.Metrics.Faults);
    }

    private static IPAddress? Public(CallsOptions options, AddressFamily family)
        => options.PublicAddress is { } address && address.AddressFamily == family ? address : null;
}

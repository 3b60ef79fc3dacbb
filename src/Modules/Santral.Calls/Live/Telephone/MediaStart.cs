using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Santral.Media;
using Santral.Media.Border;

namespace Santral.Calls.Live.Telephone;

/// <summary>Makes the media engine from the operator's options: in this process, or the near side of one of its own.</summary>
internal static class MediaStart
{
    public static IServiceCollection AddMedia(this IServiceCollection services, CallsOptions options)
    {
        if (options.Media == MediaPlace.Inside)
        {
            return services.AddSingleton<IMediaEngine>(s => Counted(s, new MediaEngine(OptionsOf(options), s.GetRequiredService<TimeProvider>(), SystemRandomBytes.Instance)));
        }

        // Started before everything that needs it, and stopped after.
        return services.AddSingleton(s => Counted(s, new MediaEngineApart(OptionsOf(options), s.GetRequiredService<TimeProvider>())))
            .AddSingleton<IMediaEngine>(s => s.GetRequiredService<MediaEngineApart>())
            .AddSingleton<MediaKeeper>()
            .AddHostedService(s => s.GetRequiredService<MediaKeeper>());
    }

    private static MediaOptions OptionsOf(CallsOptions options) => new()
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

    private static T Counted<T>(IServiceProvider services, T engine)
        where T : IMediaEngine
    {
        var meter = services.GetRequiredService<CallsMeter>();
        meter.Watch("santral.media.up", () => engine.IsReady ? 1 : 0);
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
        return engine;
    }

    private static IPAddress? Public(CallsOptions options, AddressFamily family)
        => options.PublicAddress is { } address && address.AddressFamily == family ? address : null;
}

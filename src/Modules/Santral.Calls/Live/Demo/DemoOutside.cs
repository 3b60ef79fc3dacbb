using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Identity;
using Santral.Media;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Demo;

/// <summary>
/// The telephone network of the demo: a SIP switch on this machine that takes every number. It rings three seconds, answers and plays music; a number that ends in
/// `00` is busy. Its trunk is the last in the order, so that a real one goes first.
/// </summary>
internal sealed partial class DemoOutside(
    IOrganisation organisation, IServiceScopeFactory scopes, MediaDesk media, HoldMusic music, TrunkBook trunks, TimeProvider clock, ILogger<DemoOutside> log)
    : BackgroundService
{
    public const string Name = "Demo";

    private const int LastInOrder = 900;
    private static readonly TimeSpan Rings = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!organisation.IsDemo)
        {
            return;
        }

        await using var sip = new SipUserAgent(
            new SipOptions { Listeners = [SipListener.Udp(IPAddress.Loopback, 0)], ProductName = "Santral demo network" }, clock, new Santral.Sip.SystemRandomBytes());
        try
        {
            await sip.StartAsync(stoppingToken);
            await SetUpAsync(sip.Endpoints[0].Address.Port, stoppingToken);
            await foreach (var call in sip.IncomingCalls.ReadAllAsync(stoppingToken))
            {
                _ = TakeAsync(call, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops.
        }
        catch (Exception error)
        {
            NetworkFailed(log, error);
        }
    }

    /// <summary>The trunk to it, wherever it listens this time; and what the demo's people may do with it.</summary>
    private async Task SetUpAsync(int port, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        // Never asked whether it is there: it is in this process.
        var plan = new TrunkPlan(
            Name, TrunkKind.Address, IPAddress.Loopback.ToString(), port, TrunkTransport.Udp, null, null, null, null, null, LastInOrder, TrunkNumberFormat.E164, "TR", null, null,
            CallsOut: true, TakesIn: false, MostCalls: 20, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        if (await db.Trunks.SingleOrDefaultAsync(t => t.Name == Name, stop) is { } known)
        {
            known.Change(plan);
        }
        else
        {
            db.Trunks.Add(Trunk.SetUp(Id.New<TrunkId>(clock), plan));
            if (!await db.OutboundRules.AnyAsync(r => r.Role == OutboundRule.Everybody, stop))
            {
                db.OutboundRules.Add(OutboundRule.For(Guid.CreateVersion7(clock.GetUtcNow()), OutboundRule.Everybody, new OutboundPlan(true, false, false, "", "", 30, true)));
            }
        }

        await db.SaveChangesAsync(stop);
        trunks.Ring();
    }

    private async Task TakeAsync(IncomingCall call, CancellationToken stop)
    {
        var leg = media.NewLeg();
        try
        {
            if (call.RequestUser?.EndsWith("00", StringComparison.Ordinal) == true)
            {
                await call.RefuseAsync(486);
                return;
            }

            if (await media.AskAsync(new OpenSipLeg(leg, Encoding.UTF8.GetString(call.RemoteSdp.Span))) is not MediaReply.Sdp answer)
            {
                await call.RefuseAsync(488);
                return;
            }

            await call.RingAsync();
            await Task.Delay(Rings, clock, stop);
            if (!await call.AnswerAsync(Encoding.UTF8.GetBytes(answer.LocalSdp)))
            {
                return;
            }

            await media.TryAsync(new Play(leg, media.NewPlay(), [music.Item], Loop: true));
            await foreach (var happened in call.Events.ReadAllAsync(stop))
            {
                if (happened is SipCallEvent.Reinvited changed)
                {
                    await changed.Offer.RefuseAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            await call.HangUpAsync();
        }
        catch (Exception error)
        {
            NetworkFailed(log, error);
            await call.HangUpAsync();
        }
        finally
        {
            await media.CloseAsync(leg);
        }
    }

    [LoggerMessage(LogLevel.Error, "The demo's telephone network failed")]
    private static partial void NetworkFailed(ILogger log, Exception error);
}

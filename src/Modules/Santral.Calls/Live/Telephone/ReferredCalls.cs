using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Calls.Features;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// The transfer button of a desk phone (REFER): his caller goes to a colleague by user name, to a team by its code, or to a number outside, under the same rules as by the
/// desk's own buttons. The phone is told with a SIP code why not.
/// </summary>
internal sealed partial class ReferredCalls(IServiceScopeFactory scopes, DeskCalls desks, ILogger<ReferredCalls> log)
{
    public async Task TakeAsync(UserId agent, Referral referral)
    {
        try
        {
            // An attended transfer replaces a call that the phone made to somebody else; those are made by the desk's buttons.
            if (referral.Replaces)
            {
                await referral.RefuseAsync(501);
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            if (desks.BoundTo(agent) is not { } call || services.GetRequiredService<LiveCalls>().Find(call) is not { } line)
            {
                await referral.RefuseAsync(481);
                return;
            }

            var transfer = await PlanOrRefuseAsync(line, agent, referral.Target.Uri.UserText, services);
            if (await referral.AcceptAsync())
            {
                // The transfer hangs the phone up, so it is told before.
                await referral.TellAsync(200);
                await transfer();
            }
        }
        catch (Refusal refusal)
        {
            await referral.RefuseAsync(refusal.Kind switch
            {
                RefusalKind.Forbidden => 403,
                RefusalKind.Unavailable => 503,
                RefusalKind.Invalid or RefusalKind.Unknown => 404,
                _ => 480,
            });
        }
        catch (Exception error)
        {
            ReferFailed(log, error);
            await referral.RefuseAsync(500);
        }
    }

    private static async Task<Func<Task>> PlanOrRefuseAsync(CallLine line, UserId agent, string target, IServiceProvider services)
    {
        var targets = services.GetRequiredService<TransferTargets>();
        if (services.GetRequiredService<IKnowPeople>().FindByUserName(target) is { } person)
        {
            var team = targets.TeamOfOrRefuse(person.Id, agent, line.Unit);
            return () => line.TransferByAsync(agent, team, person.Id);
        }

        var organisation = services.GetRequiredService<IOrganisation>();
        if (organisation.Find(line.Unit) is { } unit && PhoneNumber.TryRead(target, unit.Region, out var number))
        {
            await services.GetRequiredService<IDialOut>().CheckOrRefuseAsync(agent, number, OutboundWay.Transfer, CancellationToken.None);
            return () => line.TransferOutByAsync(agent, number);
        }

        var code = targets.TeamOrRefuse(target, line.Unit);
        return () => line.TransferByAsync(agent, code, to: null);
    }

    [LoggerMessage(LogLevel.Error, "A transfer by a desk phone failed")]
    private static partial void ReferFailed(ILogger log, Exception error);
}

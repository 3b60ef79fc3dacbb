using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Identity;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// The transfer button of a desk phone (REFER): his caller goes to a colleague by user name, to a team by its code, or to a number outside, under the same rules as by the
/// desk's own buttons; or to whom he asked in his phone's other call (Replaces in Refer-To). The phone is told with a SIP code why not.
/// </summary>
internal sealed partial class ReferredCalls(IServiceScopeFactory scopes, DeskCalls desks, ReplacedCalls replaced, IAuthenticateSip secrets, ILogger<ReferredCalls> log)
{
    public async Task TakeAsync(UserId agent, Referral referral)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            if (desks.BoundTo(agent) is not { } call || services.GetRequiredService<LiveCalls>().Find(call) is not { } line)
            {
                await referral.RefuseAsync(481);
                return;
            }

            var transfer = referral.Replaces
                ? await PlanHandOverOrRefuseAsync(line, agent, referral)
                : await PlanOrRefuseAsync(line, agent, referral.Target.Uri.UserText, services);
            if (await referral.AcceptAsync())
            {
                // The transfer hangs the phone up, so it is told before.
                await referral.TellAsync(200);
                await transfer();
            }
        }
        catch (Refusal refusal)
        {
            await referral.RefuseAsync(SipCodes.Of(refusal));
        }
        catch (Exception error)
        {
            ReferFailed(log, error);
            await referral.RefuseAsync(500);
        }
    }

    private static async Task<Func<Task>> PlanOrRefuseAsync(CallLine line, UserId agent, string dialled, IServiceProvider services)
        => await services.GetRequiredService<DialledTargets>().FindOrRefuseAsync(dialled, agent, line.Unit) switch
        {
            DialledTarget.Colleague colleague => () => line.TransferByAsync(agent, colleague.Team, colleague.Person),
            DialledTarget.Outside outside => () => line.TransferOutByAsync(agent, outside.Number),
            DialledTarget.Queue queue => () => line.TransferByAsync(agent, queue.Team, to: null),
            var other => throw new InvalidOperationException($"Nobody is sent to {other}."),
        };

    /// <summary>Both calls of the phone are known: the other one is his as well, and somebody speaks in it.</summary>
    private async Task<Func<Task>> PlanHandOverOrRefuseAsync(CallLine line, UserId agent, Referral referral)
    {
        if (referral.ReplacedCall is not { } other || replaced.PhoneUserOf(other) is not { } user || secrets.OwnerOf(user) != agent)
        {
            throw new Refusal("calls.no_consult");
        }

        await line.CheckConsultByAsync(agent);
        return () => line.CompleteConsultByAsync(agent);
    }

    [LoggerMessage(LogLevel.Error, "A transfer by a desk phone failed")]
    private static partial void ReferFailed(ILogger log, Exception error);
}

using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Features;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Media;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// An agent dials at his desk phone. Who has no call calls a number, by the same rules as after a click at it, on behalf of his first team; who has a caller asks a
/// colleague or a number about him while the caller waits, and may hand him over by the phone's transfer button. What the rules forbid is told the phone by a SIP code.
/// </summary>
internal sealed class PhoneDialling(
    MediaDesk media, ReplacedCalls replaced, ReferredCalls referred, DeskCalls desks, IAuthenticateSip secrets, IServiceScopeFactory scopes)
{
    /// <summary>Follows the phone to the end of its call; the leg is closed then.</summary>
    /// <param name="call">Its user is proven.</param>
    /// <param name="leg">Opened for it.</param>
    /// <param name="sdp">Our description for it.</param>
    public async Task TakeAsync(IncomingCall call, LegId leg, ReadOnlyMemory<byte> sdp)
    {
        try
        {
            if (secrets.OwnerOf(call.AuthenticatedUser!) is not { } agent)
            {
                await call.RefuseAsync(403);
                return;
            }

            var phone = new DialledPhone(call, leg, sdp, media, replaced, referral => referred.TakeAsync(agent, referral));
            await CallOrRefuseAsync(agent, call.RequestUser, phone);
            await phone.FollowAsync();
        }
        catch (Refusal refusal)
        {
            await call.RefuseAsync(SipCodes.Of(refusal));
        }
        finally
        {
            // A call that was refused is never followed, and would be remembered for ever.
            replaced.Forget(call);
            await media.CloseAsync(leg);
        }
    }

    private async Task CallOrRefuseAsync(UserId agent, string dialled, DialledPhone phone)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (desks.BoundTo(agent) is { } call && services.GetRequiredService<LiveCalls>().Find(call) is { } line)
        {
            await AskOrRefuseAsync(line, agent, dialled, phone, services);
            return;
        }

        var unit = services.GetRequiredService<IKnowTeams>().Of(agent) is [var team, ..] ? team.Unit : throw new Refusal("calls.outbound_no_team", RefusalKind.Forbidden);
        var number = OutsideNumber.ReadOrRefuse(dialled, unit, services.GetRequiredService<IOrganisation>());
        await services.GetRequiredService<DialOut>().CallAsync(new OutboundOrder(agent, number, unit, OutboundWay.Click), phone, CancellationToken.None);
    }

    private static async Task AskOrRefuseAsync(CallLine line, UserId agent, string dialled, DialledPhone phone, IServiceProvider services)
    {
        switch (await services.GetRequiredService<DialledTargets>().FindOrRefuseAsync(dialled, agent, line.Unit))
        {
            case DialledTarget.Colleague colleague:
                await line.ConsultByAsync(agent, colleague.Team, colleague.Person, phone);
                break;
            case DialledTarget.Outside outside:
                await line.ConsultOutByAsync(agent, outside.Number, phone);
                break;
            default:
                // A team is nobody to speak with first; its code serves for sending the caller there.
                throw new Refusal("calls.agent_unknown", RefusalKind.Invalid);
        }
    }
}

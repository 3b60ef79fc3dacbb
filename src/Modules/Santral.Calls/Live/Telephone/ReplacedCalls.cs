using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Live.Outside;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// INVITE with Replaces (RFC 3891): another telephone takes over a conversation that runs. An agent's other phone proves by its password that it is his; the far side of a
/// caller or of a called number is taken over by its own switchboard only, from where that one speaks.
/// </summary>
internal sealed class ReplacedCalls(IServiceProvider services) : IAuthorizeInvite
{
    // Asked late: the trunks are made after the telephone.
    private readonly Lazy<TrunkBook> _trunks = new(services.GetRequiredService<TrunkBook>);
    private readonly ConcurrentDictionary<SipCall, LegCall> _serving = new();

    public InviteVerdict Decide(InviteFacts invite)
    {
        if (invite.Replaces is not { } call)
        {
            return InviteVerdict.Accept;
        }

        return !_serving.TryGetValue(call, out var serving) ? InviteVerdict.Refuse(481)
            : serving.PhoneUser is not null ? InviteVerdict.AskCredentials
            : IsSamePeer(invite.Flow.Remote.Address, call.Flow.Remote.Address) ? InviteVerdict.Accept
            : InviteVerdict.Refuse(403);
    }

    /// <summary>The call that came in takes the place of the one it names, or is refused.</summary>
    public async Task TakeAsync(IncomingCall call)
    {
        if (call.Replaces is not { } old || !_serving.TryGetValue(old, out var serving))
        {
            await call.RefuseAsync(481);
        }
        else if (serving.PhoneUser is { } user && user != call.AuthenticatedUser)
        {
            await call.RefuseAsync(403);
        }
        else if (!await serving.TakeOverAsync(call))
        {
            await call.RefuseAsync(488);
        }
    }

    /// <summary>The SIP user whose phone speaks in it; null for others, and for a call that serves nothing.</summary>
    public string? PhoneUserOf(SipCall call) => _serving.TryGetValue(call, out var serving) ? serving.PhoneUser : null;

    public void Serves(SipCall call, LegCall serving) => _serving[call] = serving;

    public void Forget(SipCall call) => _serving.TryRemove(call, out _);

    private bool IsSamePeer(System.Net.IPAddress asks, System.Net.IPAddress speaks)
        => HostPort.WithoutScope(asks).Equals(HostPort.WithoutScope(speaks))
            || _trunks.Value.Lines.Any(l => l.Has(HostPort.WithoutScope(asks)) && l.Has(HostPort.WithoutScope(speaks)));
}

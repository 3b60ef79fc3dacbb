using Santral.Contracts.Identity;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>Which calls must prove by a password whose phone they come from: those that take over a conversation, and those in which a desk phone calls somebody.</summary>
internal sealed class InviteRule(ReplacedCalls replaced, CalledNumbers numbers, IAuthenticateSip secrets) : IAuthorizeInvite
{
    public InviteVerdict Decide(InviteFacts invite)
        => invite.Replaces is not null ? replaced.Decide(invite)
            : numbers.Find(invite.Target.UserText) is null && secrets.OwnerOf(invite.From.Uri.UserText) is not null ? InviteVerdict.AskCredentials
            : InviteVerdict.Accept;
}

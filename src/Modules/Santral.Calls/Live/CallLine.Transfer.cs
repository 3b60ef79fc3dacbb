using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live;

/// <summary>
/// The caller goes to somebody else without the agent: he hears music, the agent writes up at once, and who takes him is the queues' business. Everything known of
/// the call goes along (I-12, I-23).
/// </summary>
internal sealed partial class CallLine
{
    private TechnicalFinding? _finding;

    public TransferOrder? Transfer { get; private set; }

    /// <summary>What Technical Support found; null where nobody looked.</summary>
    public TechnicalFinding? Finding => _finding;

    public Task TransferByAsync(UserId agent, TeamSummary team, UserId? to)
        => SpeakingCommandAsync(agent, async talk =>
        {
            RefuseTransfer(talk, team);
            Transfer = new TransferOrder(agent, talk.Offer.Team, team, to);
            Note(CallEventKind.Transferred, to ?? agent, team.Code);
            await LeaveTalkAsync(talk, ConversationEnd.Transferred);
        });

    public (UserId Agent, TeamSummary Team)? Agent => _lastTalk is { } talk ? (talk.Agent, talk.Offer.Team) : null;

    /// <summary>A number that still rings is no caller who could be sent on or left waiting.</summary>
    private void RefuseUnanswered()
    {
        if (_outbound == OutboundState.Ringing)
        {
            throw new Refusal("calls.not_answered_yet");
        }
    }

    /// <summary>Technical Support passes on what its table lets it (I-23), and nobody passes on a call while a colleague is in it.</summary>
    private void RefuseTransfer(Talk talk, TeamSummary team)
    {
        RefuseUnanswered();
        if (talk.Consult is not null)
        {
            throw new Refusal("calls.in_consult");
        }

        if (talk.Offer.Team.Code == Teams.TechnicalSupport && team.Code == Teams.AdvancedSupport && _finding?.Next != TechnicalNext.AdvancedSupport)
        {
            throw new Refusal(_finding?.Next switch
            {
                TechnicalNext.VerifyFirst => "calls.verify_before_advanced",
                TechnicalNext.InformAndClose => "calls.solved_here",
                _ => "calls.fault_first",
            });
        }
    }

    /// <summary>What Technical Support found out decides what may follow (I-22, I-23).</summary>
    /// <param name="customer">Whose fault it is: the call's own customer, or the one the agent named.</param>
    public async Task<TechnicalNext> FindFaultAsync(UserId agent, CustomerSummary customer, FaultKind? fault, bool? solved)
    {
        var next = TechnicalNext.Find;
        await TalkCommandAsync(agent, talk =>
        {
            if (talk.Offer.Team.Code != Teams.TechnicalSupport)
            {
                throw new Refusal("calls.not_technical");
            }

            var identity = _identity;
            var isVerified = identity.Class == CallerClass.VerifiedCorporate && identity.Customer?.Id == customer.Id;
            next = TechnicalDecision.Of(customer.Kind, isVerified, fault, solved);
            _finding = new TechnicalFinding(customer.Id, fault, solved, next);
            _parts.Journal.Write(new JournalEntry.Found(Id, agent, fault, solved, _parts.Clock.GetUtcNow()));
            ShowTalk(talk);
            return Task.CompletedTask;
        });
        return next;
    }

    public void NotTaken(TransferOrder order) => Note(CallEventKind.TransferNotTaken, order.To ?? order.From, order.Team.Code, number: order.Number);

    /// <summary>Codes of teams that the technical decision table speaks of.</summary>
    internal static class Teams
    {
        public const string TechnicalSupport = "technical_support";
        public const string AdvancedSupport = "advanced_support";
    }
}

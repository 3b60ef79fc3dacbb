using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>What the log calls the ends of rings and waits.</summary>
public sealed partial class QueueBoard
{
    private static OfferEnd EndOf(OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.Answered => OfferEnd.Answered,
        OfferOutcome.Rejected => OfferEnd.Rejected,
        OfferOutcome.NoAnswer => OfferEnd.NoAnswer,
        _ => OfferEnd.Unreachable,
    };

    private static WaitEnd EndOf(QueueOutcome outcome) => outcome switch
    {
        QueueOutcome.TimedOut => WaitEnd.TimedOut,
        QueueOutcome.Closed => WaitEnd.Closed,
        _ => WaitEnd.NoAgents,
    };
}

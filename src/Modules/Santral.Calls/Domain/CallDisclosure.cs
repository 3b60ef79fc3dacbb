using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Domain;

/// <summary>One line of the ledger of a call: what of whose account was shown, read out or changed, when, by whom and on what ground. Written once each.</summary>
public sealed class CallDisclosure
{
    private CallDisclosure()
    {
    }

    public long Sequence { get; private set; }

    public CallId CallId { get; private set; }

    public CustomerId CustomerId { get; private set; }

    /// <summary>Null when the system did it.</summary>
    public UserId? Agent { get; private set; }

    public string Operation { get; private set; } = "";

    public DisclosureWay Way { get; private set; }

    public DisclosureGround Ground { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static CallDisclosure Of(Disclosure line) => new()
    {
        CallId = line.CallId,
        CustomerId = line.CustomerId,
        Agent = line.Agent,
        Operation = line.Operation,
        Way = line.Way,
        Ground = line.Ground,
        At = line.At,
    };

    /// <summary>A screen that is drawn again shows nothing new.</summary>
    public bool Says(Disclosure line)
        => CallId == line.CallId && CustomerId == line.CustomerId && Agent == line.Agent && Operation == line.Operation && Way == line.Way && Ground == line.Ground;
}

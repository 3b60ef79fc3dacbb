namespace Santral.Contracts.Calls;

/// <summary>Who called whom. In both directions the calling number of a record is the other side's, the called number ours.</summary>
public enum CallDirection
{
    Inbound,

    /// <summary>An agent of ours called.</summary>
    Outbound,
}

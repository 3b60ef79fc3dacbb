using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

/// <summary>Where an agent sent his caller without speaking to anybody there first.</summary>
/// <param name="From">Who sent him: he gets the caller back when nobody takes him.</param>
/// <param name="FromTeam">Whose queue takes the caller, at its head, when that agent is not there either.</param>
/// <param name="Team">The team sent to, or that of the agent sent to.</param>
/// <param name="To">Null: whoever of the team is free.</param>
/// <param name="Number">Set when he was sent to a number outside; the team is then the one he came from.</param>
public sealed record TransferOrder(UserId From, TeamSummary FromTeam, TeamSummary Team, UserId? To, PhoneNumber? Number = null);

/// <summary>What an offer says of where the caller comes from.</summary>
/// <param name="By">The agent who sent him.</param>
/// <param name="IsReturned">Nobody took him: he comes back to who sent him.</param>
public sealed record OfferOrigin(UserId By, bool IsReturned);

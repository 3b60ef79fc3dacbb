using System.Security.Claims;

namespace Santral.Identity;

/// <summary>
/// For connections that outlive their first request (SignalR): asked after each
/// <see cref="Santral.Contracts.Identity.IHearPeopleChange.PeopleChanged"/>, it tells whether the one who opened it is still signed in.
/// </summary>
public interface IKnowWhoIsIn
{
    Task<bool> IsStillInAsync(ClaimsPrincipal principal);
}

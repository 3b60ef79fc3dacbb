using Santral.Calls.Features;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live.Telephone;

/// <summary>Whom an agent means by what he typed at his phone.</summary>
internal abstract record DialledTarget
{
    public sealed record Colleague(UserId Person, TeamSummary Team) : DialledTarget;

    public sealed record Outside(PhoneNumber Number) : DialledTarget;

    public sealed record Queue(TeamSummary Team) : DialledTarget;
}

/// <summary>
/// What agents type at their phones while they have a caller: a colleague's user name, a number outside, a team's code. The rules are those of the desk's buttons.
/// </summary>
internal sealed class DialledTargets(TransferTargets targets, IKnowPeople people, IOrganisation organisation, IDialOut dial)
{
    /// <exception cref="Refusal">He is not free, not of the caller's unit, or the policy forbids the number.</exception>
    public async Task<DialledTarget> FindOrRefuseAsync(string dialled, UserId agent, string unit)
    {
        if (people.FindByUserName(dialled) is { } person)
        {
            return new DialledTarget.Colleague(person.Id, targets.TeamOfOrRefuse(person.Id, agent, unit));
        }

        if (organisation.Find(unit) is { } known && PhoneNumber.TryRead(dialled, known.Region, out var number))
        {
            await dial.CheckOrRefuseAsync(agent, number, OutboundWay.Transfer, CancellationToken.None);
            return new DialledTarget.Outside(number);
        }

        return new DialledTarget.Queue(targets.TeamOrRefuse(dialled, unit));
    }
}

using Santral.Contracts.Identity;

namespace Santral.Requests.Features;

/// <summary>Which business unit a new request belongs to: the call's, else the one asked for, else the agent's first, else the organisation's first.</summary>
internal sealed class ChooseUnit(IOrganisation organisation, Sight sight)
{
    public BusinessUnit For(string? unitOfCall, string? asked)
    {
        if (unitOfCall is not null && organisation.Find(unitOfCall) is { } called)
        {
            return called;
        }

        if (asked is not null)
        {
            return organisation.Find(asked) is { } unit && sight.Sees(unit.Code)
                ? unit
                : throw new Refusal("requests.unit_unknown", RefusalKind.Invalid);
        }

        return sight.Own.Select(organisation.Find).OfType<BusinessUnit>().Concat(organisation.Units).FirstOrDefault()
            ?? throw new Refusal("requests.no_unit", RefusalKind.State);
    }
}

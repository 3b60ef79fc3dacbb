using Santral.Contracts.Queues;
using Santral.Search.Data;

namespace Santral.Search.Features;

/// <summary>What the person may find at all.</summary>
internal sealed class VisibleKinds(IEnumerable<IProvideFindable> providers, IKnowTeams teams, ICurrentUser user)
{
    public Reach ReachOf(string? kind)
    {
        IReadOnlyList<string> units = user.Id is { } id ? [.. teams.Of(id).Select(t => t.Unit).Distinct()] : [];
        var visible = providers.Where(p => user.Has(p.Permission) && (kind is null || p.Kind == kind)).ToLookup(
            p => user.Id is null || (p.AllUnitsPermission is { } all ? user.Has(all) : units.Count == 0), p => p.Kind);
        return new Reach([.. visible[true]], [.. visible[false]], units);
    }
}

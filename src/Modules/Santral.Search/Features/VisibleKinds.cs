using Santral.Contracts.Queues;

namespace Santral.Search.Features;

/// <summary>What the person may find at all.</summary>
internal sealed class VisibleKinds(IEnumerable<IProvideFindable> providers, IKnowTeams teams, ICurrentUser user)
{
    public IReadOnlyList<string> Kinds => [.. providers.Where(p => user.Has(p.Permission)).Select(p => p.Kind)];

    /// <summary>Null: every unit.</summary>
    public IReadOnlyList<string>? Units
        => user.Id is { } id && teams.Of(id) is { Count: > 0 } own ? [.. own.Select(t => t.Unit).Distinct()] : null;
}

using Santral.Contracts.Definitions;

namespace Santral.Requests.Definitions;

/// <summary>A starting category with what is below it, written as it is read.</summary>
internal sealed record Branch(string Code, string Tr, string Sv, string En, params Branch[] Below)
{
    public IReadOnlyList<FormField>? Fields { get; init; }

    /// <summary>Parents before their children, all in one unit.</summary>
    public static IEnumerable<StartingDefinition> Tree(string unit, params Branch[] roots) => roots.SelectMany(r => r.Rows(unit, null));

    private IEnumerable<StartingDefinition> Rows(string unit, string? parent)
        => Below.SelectMany(b => b.Rows(unit, Code)).Prepend(new StartingDefinition(Code, new Names(Tr, Sv, En), parent, unit, null, Fields));
}

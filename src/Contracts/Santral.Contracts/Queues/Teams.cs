namespace Santral.Contracts.Queues;

/// <summary>A team of agents and its queue.</summary>
public readonly record struct TeamId(Guid Value) : IId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public static TeamId Parse(string s, IFormatProvider? provider) => Id.Parse<TeamId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out TeamId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <param name="Code">Stable: `technical_support`, `customer_services`, `advanced_support`, `corporate_services`, `citizen_services`, `authorised_service`.</param>
public sealed record TeamSummary(TeamId Id, string Code, Names Names, string Unit);

/// <summary>Teams from memory.</summary>
public interface IKnowTeams
{
    TeamSummary? Find(TeamId id);

    TeamSummary? FindByCode(string code);

    IReadOnlyList<TeamSummary> All { get; }

    IReadOnlyList<TeamSummary> Of(UserId agent);
}

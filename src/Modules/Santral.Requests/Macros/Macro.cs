using System.Text.Json;
using Santral.Requests.Templates;

namespace Santral.Requests.Macros;

/// <summary>A named bundle of changes that are made to a request in one go, or not at all.</summary>
public readonly record struct MacroId(Guid Value) : IId<MacroId>
{
    public static MacroId From(Guid value) => new(value);

    public static MacroId Parse(string s, IFormatProvider? provider) => Id.Parse<MacroId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out MacroId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>What a step changes; also the order in which steps are made: the stage last, because what is closed cannot be changed.</summary>
public enum MacroStepKind
{
    Category,
    Priority,
    AddTags,
    RemoveTags,
    Team,
    Owner,
    Note,
    Stage,
}

/// <summary>Where the person stands afterwards.</summary>
public enum MacroThen
{
    Stay,
    Next,
    Close,
}

/// <summary>One step; exactly the part that <paramref name="Kind"/> names is read.</summary>
/// <param name="DefinitionId">Category or priority.</param>
/// <param name="UserId">New owner.</param>
/// <param name="ToMe">The owner is who uses the macro.</param>
/// <param name="Stage">Code of a stage of the request's unit.</param>
/// <param name="Comment">Why the stage changes, where the stage asks for it.</param>
/// <param name="CustomerSees">Of the note; a template that is an answer is shown to the customer anyway.</param>
public sealed record MacroStep(
    MacroStepKind Kind,
    DefinitionId? DefinitionId = null,
    IReadOnlyList<string>? Tags = null,
    TeamId? TeamId = null,
    UserId? UserId = null,
    bool ToMe = false,
    NoteTemplateId? TemplateId = null,
    bool CustomerSees = false,
    string? Stage = null,
    string? Comment = null);

/// <summary>A macro: everybody's, or one person's own.</summary>
public sealed class Macro : Aggregate, IAudited
{
    public const int LongestName = 80;
    public const int MostSteps = 10;

    /// <summary>Keys that browsers leave to the page.</summary>
    public static readonly IReadOnlyList<string> Keys = ["f2", "f4", "f8", "f9", "f10"];

    private Macro()
    {
    }

    public MacroId Id { get; private set; }

    public Names Names { get; private set; } = new("", "", "");

    /// <summary>Null when everybody may use it.</summary>
    public UserId? OwnerId { get; private set; }

    /// <summary>Code of the only unit it is offered in; null for all.</summary>
    public string? Unit { get; private set; }

    public string StepsJson { get; private set; } = "[]";

    public MacroThen Then { get; private set; }

    /// <summary>The one key that makes it; null when it is chosen from the list.</summary>
    public string? Key { get; private set; }

    public int Order { get; private set; }

    public bool IsActive { get; private set; } = true;

    public Guid AuditId => Id.Value;

    public IReadOnlyList<MacroStep> Steps => JsonSerializer.Deserialize<MacroStep[]>(StepsJson, SantralJson.Options) ?? [];

    public static Macro Define(MacroId id, UserId? owner, MacroPlan plan)
    {
        var macro = new Macro { Id = id, OwnerId = owner };
        macro.Change(plan);
        return macro;
    }

    public void Change(MacroPlan plan)
    {
        if (plan.Steps.Count is 0 or > MostSteps || plan.Steps.DistinctBy(s => s.Kind).Count() != plan.Steps.Count)
        {
            throw new Refusal("requests.macro_steps", RefusalKind.Invalid, ("max", MostSteps));
        }

        if (plan.Key is not null && !Keys.Contains(plan.Key))
        {
            throw new Refusal("requests.macro_key", RefusalKind.Invalid, ("keys", string.Join(", ", Keys).ToUpperInvariant()));
        }

        Names = ThreeNames.Of(plan.Names, LongestName);
        StepsJson = JsonSerializer.Serialize(plan.Steps.OrderBy(s => s.Kind), SantralJson.Options);
        (Unit, Then, Key, Order, IsActive) = (plan.Unit, plan.Then, plan.Key, plan.Order, plan.IsActive);
    }

    public bool IsFor(UserId person) => OwnerId is null || OwnerId == person;
}

/// <summary>What somebody writes about a macro.</summary>
public sealed record MacroPlan(Names Names, string? Unit, IReadOnlyList<MacroStep> Steps, MacroThen Then, string? Key, int Order, bool IsActive);

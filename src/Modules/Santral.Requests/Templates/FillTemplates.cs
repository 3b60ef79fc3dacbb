using System.Globalization;
using Santral.Contracts.Identity;
using Santral.Requests.Data;

namespace Santral.Requests.Templates;

/// <summary>Fills templates in from a request: names of other modules, dates in the reader's culture and the unit's zone.</summary>
internal sealed class FillTemplates(
    StageCatalog catalog, IFindCustomer customers, IKnowPeople people, IKnowTeams teams, IOrganisation organisation, IKnowDefinitions definitions, ITexts texts, ICurrentUser user, TimeProvider clock)
{
    public async Task<Filling> OfAsync(Domain.Request request, CancellationToken stop)
    {
        var customer = request.CustomerId is { } id ? await customers.FindAsync(id, stop) : null;
        var stage = catalog.Of(request.Unit).Find(request.StageCode);
        return new Filling(
            customer?.Language ?? organisation.Find(request.Unit)?.Language ?? "tr",
            organisation.Find(request.Unit)?.Language ?? "tr",
            language => Values(request, customer, stage?.Names, language),
            (language, name) => $"[{texts.Get(language, $"templates.variable.{name}")}]");
    }

    private Dictionary<string, string> Values(Domain.Request request, CustomerSummary? customer, Names? stage, string language)
    {
        var unit = organisation.Find(request.Unit);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(unit?.TimeZone ?? "UTC");
        return new Dictionary<string, string>
        {
            ["customer.name"] = customer?.Name ?? "",
            ["customer.number"] = customer?.Number ?? "",
            ["customer.contact"] = customer?.ContactName ?? customer?.Name ?? "",
            ["request.number"] = request.Number ?? "",
            ["request.subject"] = request.Subject,
            ["request.stage"] = stage?.In(language) ?? "",
            ["request.category"] = request.CategoryId is { } category ? string.Join(" › ", definitions.PathOf(category).Select(d => d.Names.In(language))) : "",
            ["request.priority"] = request.PriorityId is { } priority ? definitions.Find(priority)?.Names.In(language) ?? "" : "",
            ["request.opened"] = Day(request.OpenedAt, zone, language),
            ["request.due"] = request.Clocks.Resolution.DueAt is { } due ? Day(due, zone, language, "g") : "",
            ["owner.name"] = NameOf(request.OwnerId),
            ["team.name"] = request.TeamId is { } team ? teams.Find(team)?.Names.In(language) ?? "" : "",
            ["agent.name"] = NameOf(user.Id),
            ["unit.name"] = unit?.Names.In(language) ?? "",
            ["organisation.name"] = organisation.Name,
            ["today"] = Day(clock.GetUtcNow(), zone, language),
        };
    }

    private string NameOf(UserId? id) => id is { } known ? people.Find(known)?.DisplayName ?? "" : "";

    private static string Day(DateTimeOffset at, TimeZoneInfo zone, string language, string form = "d")
        => TimeZoneInfo.ConvertTime(at, zone).ToString(form, CultureInfo.GetCultureInfo(language switch { "tr" => "tr-TR", "sv" => "sv-SE", _ => "en-GB" }));
}

/// <summary>Everything a request says to templates.</summary>
/// <param name="Language">The customer's.</param>
internal sealed record Filling(
    string Language, string UnitLanguage, Func<string, IReadOnlyDictionary<string, string>> Values, Func<string, string, string> Gap)
{
    /// <summary>In the customer's language where the template has it, else in the unit's.</summary>
    public FilledText Fill(NoteTemplate template)
    {
        var (language, text) = template.TextIn(Language, UnitLanguage);
        return Fill(language, text);
    }

    public FilledText Fill(string language, string text)
    {
        var (filled, missing) = TemplateText.Fill(text, Values(language), name => Gap(language, name));
        return new FilledText(language, filled.Length > Domain.Request.LongestText ? filled[..Domain.Request.LongestText] : filled, missing);
    }
}

/// <summary>A template as it would be written now.</summary>
/// <param name="Missing">Places nothing is known for; they stand in square brackets.</param>
public sealed record FilledText(string Language, string Text, IReadOnlyList<string> Missing);

using System.Globalization;
using Santral.Contracts.Identity;
using Santral.Requests.Data;

namespace Santral.Requests.Templates;

/// <summary>Fills templates in from a request: names of other modules, dates in the reader's culture and the unit's zone.</summary>
internal sealed class FillTemplates(
    StageCatalog catalog, IFindCustomer customers, IKnowPeople people, IKnowTeams teams, IOrganisation organisation, IKnowDefinitions definitions, ITexts texts, ICurrentUser user, TimeProvider clock)
{
    public Task<Filling> OfAsync(Domain.Request request, CancellationToken stop) => OfAsync(request, request.Unit, request.CustomerId, stop);

    /// <summary>From a contact that may have no request: then the places of a request stay open.</summary>
    public async Task<Filling> OfAsync(Domain.Request? request, string unit, CustomerId? customerId, CancellationToken stop)
    {
        var customer = customerId is { } id ? await customers.FindAsync(id, stop) : null;
        var own = organisation.Find(unit)?.Language ?? "tr";
        return new Filling(
            customer?.Language ?? own,
            own,
            language => Values(request, unit, customer, language),
            (language, name) => $"[{texts.Get(language, $"templates.variable.{name}")}]");
    }

    private Dictionary<string, string> Values(Domain.Request? request, string unitCode, CustomerSummary? customer, string language)
    {
        var unit = organisation.Find(unitCode);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(unit?.TimeZone ?? "UTC");
        var values = request is null ? new Dictionary<string, string>() : OfRequest(request, zone, language);
        values["customer.name"] = customer?.Name ?? "";
        values["customer.number"] = customer?.Number ?? "";
        values["customer.contact"] = customer?.ContactName ?? customer?.Name ?? "";
        values["agent.name"] = NameOf(user.Id);
        values["unit.name"] = unit?.Names.In(language) ?? "";
        values["organisation.name"] = organisation.Name;
        values["today"] = Day(clock.GetUtcNow(), zone, language);
        return values;
    }

    private Dictionary<string, string> OfRequest(Domain.Request request, TimeZoneInfo zone, string language)
        => new()
        {
            ["request.number"] = request.Number ?? "",
            ["request.subject"] = request.Subject,
            ["request.stage"] = catalog.Of(request.Unit).Find(request.StageCode)?.Names.In(language) ?? "",
            ["request.category"] = request.CategoryId is { } category ? string.Join(" › ", definitions.PathOf(category).Select(d => d.Names.In(language))) : "",
            ["request.priority"] = request.PriorityId is { } priority ? definitions.Find(priority)?.Names.In(language) ?? "" : "",
            ["request.opened"] = Day(request.OpenedAt, zone, language),
            ["request.due"] = request.Clocks.Resolution.DueAt is { } due ? Day(due, zone, language, "g") : "",
            ["owner.name"] = NameOf(request.OwnerId),
            ["team.name"] = request.TeamId is { } team ? teams.Find(team)?.Names.In(language) ?? "" : "",
        };

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

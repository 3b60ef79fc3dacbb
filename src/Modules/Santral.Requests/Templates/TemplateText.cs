using System.Text.RegularExpressions;

namespace Santral.Requests.Templates;

/// <summary>
/// The text of a template: words with places such as `{{customer.name}}`, or `{{customer.name|dear customer}}` with words for when
/// nothing is known. Filled in once: what a value says is never read as a place.
/// </summary>
internal static partial class TemplateText
{
    public static readonly IReadOnlyList<string> Variables =
    [
        "customer.name", "customer.number", "customer.contact",
        "request.number", "request.subject", "request.stage", "request.category", "request.priority", "request.opened", "request.due",
        "owner.name", "team.name", "agent.name", "unit.name", "organisation.name", "today",
    ];

    /// <summary>Refuses a place nobody could fill, and one that does not end.</summary>
    public static void Check(string text)
    {
        foreach (Match place in Place().Matches(text))
        {
            var name = place.Groups["name"].Value.Trim();
            if (!Variables.Contains(name))
            {
                throw new Refusal("requests.template_variable_unknown", RefusalKind.Invalid, ("name", name), ("known", string.Join(", ", Variables)));
            }
        }

        if (Place().Replace(text, "").Contains("{{", StringComparison.Ordinal))
        {
            throw new Refusal("requests.template_braces", RefusalKind.Invalid);
        }
    }

    /// <param name="values">By variable; one that is not there is not known.</param>
    /// <param name="gap">What stands where nothing is known and the template has no words for it.</param>
    public static (string Text, IReadOnlyList<string> Missing) Fill(string text, IReadOnlyDictionary<string, string> values, Func<string, string> gap)
    {
        var missing = new List<string>();
        var filled = Place().Replace(text, place =>
        {
            var name = place.Groups["name"].Value.Trim();
            if (values.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }

            if (place.Groups["or"].Success)
            {
                return place.Groups["or"].Value.Trim();
            }

            missing.Add(name);
            return gap(name);
        });
        return (filled, missing.Distinct().ToList());
    }

    // The spaces around a name belong to it and are cut off later: asked for apart, a place full of spaces could be read in millions of ways.
    [GeneratedRegex(@"\{\{(?<name>[^{}|]*)(\|(?<or>[^{}]*))?\}\}")]
    private static partial Regex Place();
}

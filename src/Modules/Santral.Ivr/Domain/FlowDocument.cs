using System.Text.Json;
using System.Text.RegularExpressions;

namespace Santral.Ivr.Domain;

/// <summary>A drawn flow as somebody sent it, made fit to be stored: it may be unfinished, but it can be read and has its limits.</summary>
public static partial class FlowDocument
{
    public const int MostNodes = 100;
    public const int LongestText = 1000;
    private const int MostTexts = 400;
    private const int LongestName = 60;
    private const int LongestDocument = 400_000;
    private const int FurthestPlace = 20_000;

    /// <param name="published">What the drawing may not change: whose flow it is and which numbers lead to it.</param>
    public static Flow Read(JsonElement document, Flow published)
    {
        var raw = document.GetRawText();
        if (raw.Length > LongestDocument)
        {
            throw new Refusal("ivr.flow_too_big", RefusalKind.Invalid);
        }

        if (HasHoles(document))
        {
            throw new Refusal("ivr.flow_unreadable", RefusalKind.Invalid, ("problem", "null"));
        }

        var flow = Flow.Read(raw, out var problem) ?? throw new Refusal("ivr.flow_unreadable", RefusalKind.Invalid, ("problem", problem));
        flow = flow with { Code = published.Code, Unit = published.Unit, Numbers = published.Numbers, Texts = Cleaned(flow) };
        var names = flow.Nodes.Values.Select(v => v.Title).OfType<Names>().Append(flow.Names);
        var isFit = flow.Nodes.Count <= MostNodes
            && flow.Texts?.Count is null or <= MostTexts
            && flow.Nodes.Keys.All(n => NodeName().IsMatch(n))
            && names.All(n => Fits(n, LongestName))
            && flow.Nodes.Values.All(v => v.Place is null or { X: > -FurthestPlace and < FurthestPlace, Y: > -FurthestPlace and < FurthestPlace })
            && (flow.Texts ?? new Dictionary<string, Names>()).All(t => t.Key.Length is > 0 and <= 100 && Fits(t.Value, LongestText));
        return isFit ? flow : throw new Refusal("ivr.flow_too_big", RefusalKind.Invalid);
    }

    /// <summary>Words nobody plays any more go with the block that played them.</summary>
    private static Dictionary<string, Names>? Cleaned(Flow flow)
    {
        var played = flow.Nodes.Values.SelectMany(v => v.Prompts).ToHashSet();
        return flow.Texts?.Where(t => played.Contains(t.Key)).ToDictionary(t => t.Key, t => new Names(Clean(t.Value.Tr), Clean(t.Value.Sv), Clean(t.Value.En)));
    }

    private static string Clean(string text) => Typed.Line(text) ?? "";

    private static bool Fits(Names names, int longest) => names.Tr.Length <= longest && names.Sv.Length <= longest && names.En.Length <= longest;

    /// <summary>The serialiser lets null into lists and dictionaries, whatever their type says.</summary>
    private static bool HasHoles(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Null || HasHoles(e)),
        JsonValueKind.Object => element.EnumerateObject().Any(p => HasHoles(p.Value)
            || (p.NameEquals("nodes") || p.NameEquals("texts")) && p.Value.ValueKind == JsonValueKind.Object && p.Value.EnumerateObject().Any(e => e.Value.ValueKind == JsonValueKind.Null)),
        _ => false,
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$")]
    private static partial Regex NodeName();
}

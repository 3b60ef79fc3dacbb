using System.Text.Json.Nodes;

namespace Santral.ModuleTests.Host;

/// <summary>Makes bodies of a described shape and spoils one part of them.</summary>
/// <param name="known">Ids of records of all kinds.</param>
internal sealed class Spoiler(Random chance, JsonObject schemas, IReadOnlyList<string> known)
{
    private static readonly string[] BadTexts =
    [
        "", " ", "\0", "a\0b", "\ufffe", "\u202e", new('x', 300), new('ı', 5000), new('ş', 70_000), "=1+1", "<script>alert(1)</script>", "../../etc", "%00", "İ",
        "-1", "null", ",", "'; --", "{{", "{{" + new string(' ', 3000), "http://127.0.0.1/", "javascript:alert(1)", new('9', 400), "🙂🙂", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-14:00", "2026-02-30", "24:00:00",
    ];

    private static readonly string[] Words = ["merhaba", "x", "Işık İĞÜŞÖÇ", "internet", "municipal", "request", "new", "resolved", "Europe/Istanbul", "tr", "sv"];

    private static readonly string[] NoIds = ["01890000-0000-7000-8000-000000000000", "00000000-0000-0000-0000-000000000000", "0", "-1", "99999999999999999999", "x", "ı", "request"];

    public bool OneIn(int count) => chance.Next(count) == 0;

    public T OneOf<T>(IReadOnlyList<T> list) => list[chance.Next(list.Count)];

    public string BadText() => OneOf(BadTexts);

    /// <summary>NUL in an address is refused by the web server itself, before the product.</summary>
    public string Key(string name) => name switch
    {
        "unit" when !OneIn(4) => OneOf(["internet", "appliance", "municipal"]),
        "document" when !OneIn(4) => "request",
        "table" when !OneIn(4) => OneOf(["request_categories", "priorities", "contact_methods"]),
        _ => OneIn(6) ? OneOf(NoIds) : OneOf(known),
    };

    public string Spoilt(JsonNode schema)
    {
        var body = Valid(schema, "", 0);
        var places = Places(body).ToList();
        if (places.Count > 0 && !OneIn(6))
        {
            Spoil(OneOf(places));
        }

        return (body?.ToJsonString() ?? "null").Replace("\"HALF\"", "\"\\ud800\"", StringComparison.Ordinal);
    }

    public JsonNode? Valid(JsonNode schema, string name, int depth)
    {
        while (schema["$ref"] is { } reference)
        {
            schema = schemas[reference.GetValue<string>().Split('/')[^1]]!;
        }

        if ((schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"]) is JsonArray either)
        {
            return Valid(OneOf([.. either.Where(e => e!["type"]?.ToString() != "null")])!, name, depth);
        }

        if (schema["enum"] is JsonArray values)
        {
            return OneOf([.. values])?.DeepClone();
        }

        string[] types = schema["type"] is JsonArray several ? [.. several.Select(t => t!.ToString())] : [schema["type"]?.ToString() ?? "object"];
        return types.Contains("null") && OneIn(3) ? null
            : types.Contains("integer") ? JsonValue.Create(chance.Next(0, 6))
            : types.Contains("boolean") ? JsonValue.Create(OneIn(2))
            : types.Contains("number") ? JsonValue.Create(1.5)
            : types.Contains("array") ? new JsonArray([.. depth > 5 ? [] : Enumerable.Range(0, chance.Next(3)).Select(_ => Valid(schema["items"] ?? new JsonObject(), name, depth + 1))])
            : types.Contains("object") ? Object(schema, depth)
            : JsonValue.Create(TextFor(schema["format"]?.ToString(), name));
    }

    private JsonObject Object(JsonNode schema, int depth)
    {
        var made = new JsonObject();
        if (depth <= 6 && schema["properties"] is JsonObject properties)
        {
            foreach (var (name, part) in properties)
            {
                made[name] = Valid(part!, name, depth + 1);
            }
        }

        return made;
    }

    private string TextFor(string? format, string name) => format switch
    {
        "uuid" => OneOf(known),
        "date" => "2026-11-29",
        "date-time" => "2026-11-29T10:00:00Z",
        "time" => "09:00:00",
        "e164" => "+905321112233",
        _ when name.Contains("unit", StringComparison.OrdinalIgnoreCase) => "internet",
        _ when name.Contains("language", StringComparison.OrdinalIgnoreCase) => "tr",
        _ => OneOf(Words),
    };

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node)
    {
        IEnumerable<(object Key, JsonNode? Child)> children = node switch
        {
            JsonObject named => named.Select(p => ((object)p.Key, p.Value)),
            JsonArray listed => listed.Select((child, index) => ((object)index, child)),
            _ => [],
        };
        return children.SelectMany(c => Places(c.Child).Prepend((node!, c.Key)));
    }

    private void Spoil((JsonNode Parent, object Key) place)
    {
        var bad = Bad();
        if (place.Parent is JsonArray list)
        {
            list[(int)place.Key] = bad;
        }
        else if (OneIn(6))
        {
            ((JsonObject)place.Parent).Remove((string)place.Key);
        }
        else
        {
            ((JsonObject)place.Parent)[(string)place.Key] = bad;
        }
    }

    private JsonNode? Bad() => chance.Next(10) switch
    {
        0 => null,
        1 => JsonValue.Create(OneOf(known)),
        2 => JsonValue.Create(OneOf([-1L, 0, int.MaxValue, int.MaxValue + 1L, long.MaxValue, long.MinValue])),
        3 => JsonValue.Create(OneOf([1.5, -0.0, 1e300])),
        4 => new JsonArray(null, null),
        5 => new JsonObject { ["\0"] = "x", [""] = null },
        6 => new JsonArray([.. Enumerable.Range(0, 500).Select(_ => (JsonNode?)JsonValue.Create("x"))]),
        7 => JsonValue.Create("HALF"),
        _ => JsonValue.Create(BadText()),
    };
}

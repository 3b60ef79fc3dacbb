using System.Text.Json;
using System.Text.Json.Serialization;

namespace Santral.Kernel;

/// <summary>How the product writes JSON everywhere: camel case, enums by name, identities as UUIDs, numbers strictly as numbers.</summary>
public static class SantralJson
{
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new IdJson());
        return options;
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Santral.Host.Web;

/// <summary>
/// Looks into a type of the API when it is first read or written, and not when its endpoint is built: endpoints are built all at once at
/// the start, for which their hundreds of types took a fifth of the time. What is in the types is then known to all parts that use
/// <see cref="SantralJson.Options"/>, which are those of the API. Copies of the options, as the OpenAPI document's, see the types whole.
/// </summary>
internal sealed class LateJson(JsonSerializerOptions api) : IJsonTypeInfoResolver
{
    private static readonly MethodInfo Late = typeof(LateJson).GetMethod(nameof(LateInfo), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Apply(JsonSerializerOptions options) => options.TypeInfoResolverChain.Insert(0, new LateJson(options));

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
        => options == api && IsOurs(type) ? (JsonTypeInfo)Late.MakeGenericMethod(type).Invoke(null, [options])! : null;

    /// <summary>Ours, or a list, page or table of ours. Where the written type decides how it is written, the serializer has to see it.</summary>
    private static bool IsOurs(Type type)
        => type.IsConstructedGenericType ? type.GenericTypeArguments.Any(IsOurs) : IsOfSantral(type) && !type.IsDefined(typeof(JsonPolymorphicAttribute));

    private static bool IsOfSantral(Type type) => type.Namespace?.StartsWith(nameof(Santral), StringComparison.Ordinal) == true;

    private static JsonTypeInfo<T> LateInfo<T>(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, new Converter<T>());

    private sealed class Converter<T> : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => JsonSerializer.Deserialize<T>(ref reader, SantralJson.Options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
            => JsonSerializer.Serialize(writer, value, SantralJson.Options);
    }
}

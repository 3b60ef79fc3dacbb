using System.Text.Json;
using System.Text.Json.Serialization;

namespace Santral.Kernel;

/// <summary>Writes every identity as a plain UUID string in JSON, also as a dictionary key.</summary>
public sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => IsId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    public static bool IsId(Type type)
        => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
                ? TId.From(value)
                : throw new JsonException($"{typeToConvert.Name} must be a UUID.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => Guid.TryParse(reader.GetString(), out var value) ? TId.From(value) : throw new JsonException($"{typeToConvert.Name} must be a UUID.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
            => writer.WritePropertyName(value.Value.ToString());
    }
}

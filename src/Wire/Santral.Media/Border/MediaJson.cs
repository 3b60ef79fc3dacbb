using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Santral.Media.Border;

/// <summary>The media process names itself.</summary>
/// <param name="Contract"><see cref="MediaJson.Contract"/> as it knows it.</param>
internal sealed record Hello(int Contract, int ProcessId);

/// <summary>The main process says how the engine is to be.</summary>
internal sealed record Begin(int Contract, MediaOptions Options);

/// <summary>The engine is there, or why it is not.</summary>
/// <param name="Failure">A sentence for the operator; null: it is there.</param>
internal sealed record Begun(string? Failure);

/// <summary>Everything that crosses between the two processes, as JSON.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, Converters = [typeof(AddressAsText), typeof(NetworkAsText)])]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Begin))]
[JsonSerializable(typeof(Begun))]
[JsonSerializable(typeof(MediaCommand))]
[JsonSerializable(typeof(MediaReply))]
[JsonSerializable(typeof(MediaEvent))]
[JsonSerializable(typeof(MediaMetrics))]
internal sealed partial class MediaJson : JsonSerializerContext
{
    /// <summary>Grows by one with each change that an older process would not understand.</summary>
    public const int Contract = 1;

    /// <summary>What a frame holds; null when it is nothing of that kind.</summary>
    public static T? Read<T>(Frame frame, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(frame.Body.Span, type);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>An address as people write it.</summary>
internal sealed class AddressAsText : JsonConverter<IPAddress>
{
    public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => IPAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException("No address");

    public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A network as people write it.</summary>
internal sealed class NetworkAsText : JsonConverter<IPNetwork>
{
    public override IPNetwork Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => IPNetwork.TryParse(reader.GetString(), out var network) ? network : throw new JsonException("No network");

    public override void Write(Utf8JsonWriter writer, IPNetwork value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

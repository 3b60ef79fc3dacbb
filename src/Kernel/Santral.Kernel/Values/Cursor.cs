using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Santral.Kernel;

/// <summary>Where the next part of a list begins: the last row's sort values, opaque to clients. A row added meanwhile never shifts the rest.</summary>
public static class Cursor
{
    public static string Write(params string[] values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));

    /// <summary>The values; null without a cursor. Anything we did not write is refused.</summary>
    public static string[]? Read(string? cursor, int count)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            var values = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor));
            if (values?.Length == count && values.All(v => v is not null && !v.Contains('\0', StringComparison.Ordinal)))
            {
                return values!;
            }
        }
        catch (Exception error) when (error is FormatException or JsonException or DecoderFallbackException or InvalidOperationException)
        {
            // Falls through to the refusal.
        }

        throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
    }
}

using System.Net.Http.Headers;
using System.Text.Json;

namespace Santral.ModuleTests.Files;

/// <summary>Files as a browser sends them.</summary>
internal static class Given
{
    /// <summary>A picture of one dot.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<HttpResponseMessage> SendFileAsync(this HttpClient person, string name, byte[] content)
    {
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        using var form = new MultipartFormDataContent { { part, "file", name } };
        return await person.PostAsync("/api/files", form, Stop);
    }

    /// <summary>The id of the stored file.</summary>
    public static async Task<string> UploadAsync(this HttpClient person, string name, byte[]? content = null)
        => (await person.SendFileAsync(name, content ?? Picture).BodyAsync()).GetProperty("id").GetString()!;

    public static Task<JsonElement> AttachAsync(this HttpClient person, string request, params string[] files)
        => person.PostAsJsonAsync($"/api/requests/{request}/files", new { fileIds = files }, Stop).BodyAsync();

    /// <summary>Where the installation keeps the bytes.</summary>
    public static string[] StoredFiles(this Installation installation)
    {
        var folder = Path.Combine(installation.Folder, "files");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }
}

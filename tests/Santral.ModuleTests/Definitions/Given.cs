using System.Text;
using System.Text.Json;
using Santral.Contracts.Definitions;

namespace Santral.ModuleTests.Definitions;

/// <summary>What the tests of definitions do again and again.</summary>
internal static class Given
{
    public const string Shelves = DefinitionsInstallation.Shelves;
    private static int _count;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A name nobody has used yet.</summary>
    public static string AName(string start = "Raf") => $"{start} {Interlocked.Increment(ref _count)}";

    public static Names Only(string tr) => new(tr, "", "");

    public static Task<HttpResponseMessage> AddAsync(this HttpClient client, object row, string table = Shelves)
        => client.PostAsJsonAsync($"/api/definitions/tables/{table}/rows", row, SantralJson.Options, Stop);

    /// <summary>A shelf that is there; its row.</summary>
    public static async Task<JsonElement> AShelfAsync(this HttpClient client, string? tr = null, string? parent = null, string? unit = null, string? code = null)
        => await client.AddAsync(new { names = Only(tr ?? AName()), parentId = parent, unit, code }).BodyAsync();

    public static async Task<JsonElement> ChangeAsync(this HttpClient client, JsonElement row, object change) => await client.TryChangeAsync(row, change).BodyAsync();

    public static Task<HttpResponseMessage> TryChangeAsync(this HttpClient client, JsonElement row, object change)
        => client.PutAsJsonAsync($"/api/definitions/rows/{row.Id()}", change, SantralJson.Options, Stop);

    public static Task<HttpResponseMessage> DoAsync(this HttpClient client, JsonElement row, string act, object? body = null)
        => client.PostAsJsonAsync($"/api/definitions/rows/{row.Id()}/{act}", body ?? new { version = row.Version() }, SantralJson.Options, Stop);

    public static Task<HttpResponseMessage> DeleteAsync(this HttpClient client, JsonElement row)
        => client.DeleteAsync($"/api/definitions/rows/{row.Id()}?version={row.Version()}", Stop);

    public static async Task<IReadOnlyList<JsonElement>> RowsAsync(this HttpClient client, string table = Shelves)
        => [.. (await client.GetAsync($"/api/definitions/tables/{table}", Stop).BodyAsync()).GetProperty("rows").EnumerateArray()];

    public static async Task<JsonElement> RowAsync(this HttpClient client, JsonElement row)
        => (await client.RowsAsync(row.Text("table"))).Single(r => r.Id() == row.Id());

    public static async Task<IReadOnlyList<JsonElement>> OfferAsync(this HttpClient client, string table = Shelves, string? unit = null)
        => [.. (await client.GetAsync($"/api/definitions/offer{(unit is null ? "" : $"?unit={unit}")}", Stop).BodyAsync())
            .GetProperty("tables").GetProperty(table).EnumerateArray()];

    public static Task<HttpResponseMessage> ImportAsync(this HttpClient client, string csv, bool preview = false, string table = Shelves)
        => client.ImportAsync(Encoding.UTF8.GetBytes(csv), preview, table);

    public static async Task<HttpResponseMessage> ImportAsync(this HttpClient client, byte[] file, bool preview = false, string table = Shelves)
    {
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new("text/csv") } };
        return await client.PostAsync($"/api/definitions/tables/{table}/import{(preview ? "/preview" : "")}", body, Stop);
    }

    public static string Id(this JsonElement row) => row.GetProperty("id").GetString()!;

    public static int Version(this JsonElement row) => row.GetProperty("version").GetInt32();

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;

    public static string NameTr(this JsonElement row) => row.GetProperty("names").GetProperty("tr").GetString()!;

    public static DefinitionId DefinitionId(this JsonElement row) => Contracts.Definitions.DefinitionId.Parse(row.Id(), null);
}

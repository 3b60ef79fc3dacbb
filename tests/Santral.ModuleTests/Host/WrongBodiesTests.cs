using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Santral.ModuleTests.Host;

/// <summary>
/// A careless client against every route of the API: bodies of the described shape with one part spoilt, keys of other kinds, signs that no
/// text holds, dates and numbers beyond sense, cursors nobody gave out. Whatever comes, the answer is a refusal in words, never a failure.
/// The same seed sends the same; `./test --long` sends a hundred times as many.
/// </summary>
public sealed class WrongBodiesTests(Installation installation) : IClassFixture<Installation>
{
    private const int Seed = 20261129;

    // They would end the sender's own session, or its account.
    private static readonly string[] NotSent =
        ["DELETE /api/session", "POST /api/session", "DELETE /api/me/sessions/{id}", "PUT /api/me/password", "POST /api/setup", "POST /api/setup/demo"];

    private static readonly string[] WrongMedia = ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"];

    private static readonly string[] NoBodies = ["", "null", "[]", "\"x\"", "{", "{}", "1", "\ufeff{}", "{\"version\":1,\"version\":2}", string.Concat(Enumerable.Repeat("{\"a\":", 200))];

    private static readonly string[] Cursors = [.. new[] { "[]", "[\"x\",\"y\"]", "[\"9999999999999999999\",\"z\"]", "[\"-1\",\"\"]", "[1,2]", "[null,null]", "[\"a\\u0000\",\"b\"]", "{}" }
        .Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Rounds => Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") is null ? 3 : 300;

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_words_and_never_fails()
    {
        var admin = await installation.AsAsync("admin");
        var document = JsonNode.Parse(await admin.GetStringAsync("/openapi/v1.json", Stop))!;
        var chance = new Random(Seed);
        var known = await KnownAsync(admin, document);
        var spoiler = new Spoiler(chance, document["components"]!["schemas"]!.AsObject(), known);
        var routes = document["paths"]!.AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(m => (Method: m.Key.ToUpperInvariant(), Path: p.Key, Route: m.Value!)))
            .Where(r => !NotSent.Contains($"{r.Method} {r.Path}")).ToList();
        var failures = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (method, path, route) in routes)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(path, route, spoiler));
                var sent = Fill(request, route, spoiler);
                using var answer = await admin.SendAsync(request, Stop);
                if (await FaultOfAsync(answer) is { } fault)
                {
                    failures.Add($"{fault}: {method} {request.RequestUri} {sent[..Math.Min(sent.Length, 600)]}");
                }
            }
        }

        failures.ShouldBeEmpty();
        (await admin.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK, "the sender lost his session on the way");
    }

    [Fact]
    public async Task A_hole_in_a_body_is_told_by_its_name()
    {
        var admin = await installation.AsAsync("admin");

        var problem = await admin.PostAsJsonAsync("/api/requests/views", new { name = "x" }, Stop).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name.ToLowerInvariant()).ShouldBe(["filter"]);

        problem = await admin.PostAsJsonAsync("/api/roles", new { code = "holes", names = new { tr = "a", sv = "a", en = "a" }, permissions = new string?[] { null } }, Stop)
            .ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name.ToLowerInvariant()).ShouldBe(["permissions[0]"]);
    }

    [Fact]
    public async Task A_wrong_method_or_kind_of_content_is_told_as_what_it_is()
    {
        var admin = await installation.AsAsync("admin");

        await admin.PatchAsJsonAsync("/api/requests", new { }, Stop).ShouldBeRefusedAsync("request.method_not_allowed", HttpStatusCode.MethodNotAllowed);
        using var plain = new StringContent("{}", Encoding.UTF8, "text/plain");
        await admin.PostAsync("/api/requests", plain, Stop).ShouldBeRefusedAsync("request.wrong_content_type", HttpStatusCode.UnsupportedMediaType);
        await admin.PutAsync("/api/ivr/prompts/common.queue/sv", null, Stop).ShouldBeRefusedAsync("request.wrong_content_type", HttpStatusCode.UnsupportedMediaType);
        await admin.PostAsync("/api/files", null, Stop).ShouldBeRefusedAsync("request.wrong_content_type", HttpStatusCode.UnsupportedMediaType);
        await admin.GetAsync("/api/nowhere", Stop).ShouldBeRefusedAsync("request.unknown_address", HttpStatusCode.NotFound);
        await admin.PostAsJsonAsync("/api/nowhere", new { }, Stop).ShouldBeRefusedAsync("request.unknown_address", HttpStatusCode.NotFound);
        await admin.DeleteAsync("/api/requests/nowhere/at/all", Stop).ShouldBeRefusedAsync("request.unknown_address", HttpStatusCode.NotFound);
    }

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    private async Task<string?> FaultOfAsync(HttpResponseMessage answer)
    {
        // A request line above eight kilobytes is refused before any of ours is asked.
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.RequestUriTooLong)
        {
            return null;
        }

        var text = await answer.Content.ReadAsStringAsync(Stop);
        if ((int)answer.StatusCode >= 500)
        {
            return $"{(int)answer.StatusCode} {text}";
        }

        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{(int)answer.StatusCode} no problem details";
        }

        var code = JsonNode.Parse(text)?["code"]?.GetValue<string>();
        var texts = installation.Services.GetRequiredService<ITexts>();
        return code is null ? $"no code in {text}"
            : new[] { "tr", "sv", "en" }.FirstOrDefault(l => !texts.Has(l, $"refusal.{code}")) is { } language ? $"no {language} text for {code}" : null;
    }

    /// <summary>Every id the lists of the API show: keys of all kinds, so that most are of another kind than asked for.</summary>
    private static async Task<List<string>> KnownAsync(HttpClient admin, JsonNode document)
    {
        var known = new List<string>();
        foreach (var path in document["paths"]!.AsObject().Where(p => !p.Key.Contains('{', StringComparison.Ordinal) && p.Value!["get"] is not null && !p.Key.EndsWith("/export", StringComparison.Ordinal)))
        {
            using var answer = await admin.GetAsync(path.Key, Stop);
            if (answer is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "application/json" })
            {
                Collect(JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop)), known);
            }
        }

        return known;
    }

    private static void Collect(JsonNode? node, List<string> known)
    {
        foreach (var child in node is JsonObject o ? o.Select(p => p.Value) : node is JsonArray a ? a.Take(40) : [])
        {
            Collect(child, known);
        }

        if (node is JsonObject row && row["id"] is JsonValue id && id.TryGetValue<string>(out var text))
        {
            known.Add(text);
        }
    }

    private static string AddressOf(string path, JsonNode route, Spoiler spoiler)
    {
        var query = new StringBuilder();
        foreach (var parameter in route["parameters"]?.AsArray() ?? [])
        {
            var name = parameter!["name"]!.GetValue<string>();
            if (parameter["in"]!.GetValue<string>() == "path")
            {
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(spoiler.Key(name)), StringComparison.Ordinal);
            }
            else if (parameter["in"]!.GetValue<string>() == "query" && spoiler.OneIn(2))
            {
                var value = name.Equals("after", StringComparison.OrdinalIgnoreCase) && spoiler.OneIn(2) ? spoiler.OneOf(Cursors)
                    : spoiler.OneIn(2) ? spoiler.BadText() : spoiler.Valid(parameter["schema"]!, name, 0)?.ToString() ?? "";
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value[..Math.Min(value.Length, 700)]));
            }
        }

        return path + query;
    }

    /// <summary>The answer is what was sent, for the reader of a failure.</summary>
    private static string Fill(HttpRequestMessage request, JsonNode route, Spoiler spoiler)
    {
        if (route["requestBody"]?["content"] is not JsonObject contents)
        {
            return "";
        }

        var (media, schema) = contents.Select(c => (c.Key, c.Value!["schema"]!)).First();
        var body = media.Contains("json", StringComparison.Ordinal) && !spoiler.OneIn(10) ? spoiler.Spoilt(schema)
            : spoiler.OneOf(NoBodies);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", spoiler.OneIn(20) ? spoiler.OneOf(WrongMedia) : media);
        return body;
    }
}

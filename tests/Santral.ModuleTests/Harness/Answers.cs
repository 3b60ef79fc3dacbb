using System.Text.Json;

namespace Santral.ModuleTests.Harness;

/// <summary>Reading what the API answered.</summary>
public static class Answers
{
    /// <summary>The answer's body; fails with the body's text when the status is not one of success.</summary>
    public static async Task<JsonElement> BodyAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static async Task<JsonElement> BodyAsync(this Task<HttpResponseMessage> answer) => await (await answer).BodyAsync();

    /// <summary>The answer is a refusal with this code, as problem details, with a text in words.</summary>
    public static async Task<JsonElement> ShouldBeRefusedAsync(this HttpResponseMessage answer, string code, HttpStatusCode? status = null)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeFalse(text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", text);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("title").GetString().ShouldNotBe($"refusal.{code}", "the refusal has no text");
        if (status is not null)
        {
            answer.StatusCode.ShouldBe(status.Value);
        }

        return problem;
    }

    public static async Task<JsonElement> ShouldBeRefusedAsync(this Task<HttpResponseMessage> answer, string code, HttpStatusCode? status = null)
        => await (await answer).ShouldBeRefusedAsync(code, status);
}

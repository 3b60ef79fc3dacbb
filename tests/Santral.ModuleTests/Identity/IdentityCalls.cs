using System.Text.Json;
using Santral.Identity.Domain;

namespace Santral.ModuleTests.Identity;

/// <summary>An installation whose clock the test moves.</summary>
public class ClockedInstallation : Installation
{
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    protected override void Replace(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
        => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, Clock);
}

/// <summary>Short words for what the tests of accounts ask.</summary>
internal static class IdentityCalls
{
    public static Task<HttpResponseMessage> Get(this HttpClient client, string path) => client.Send(HttpMethod.Get, path, null);

    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object? body = null) => client.Send(HttpMethod.Post, path, body);

    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, object? body = null) => client.Send(HttpMethod.Put, path, body);

    public static Task<HttpResponseMessage> Delete(this HttpClient client, string path, object? body = null) => client.Send(HttpMethod.Delete, path, body);

    public static Task<HttpResponseMessage> SignIn(this HttpClient client, string userName, string password = "demo", string? code = null)
        => client.Post("/api/session", new { userName, password, code });

    public static async Task ShouldBe(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        var answer = await asked;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A new person with a password of his own, made by the administrator.</summary>
    public static async Task<NewPerson> AddPersonAsync(this Installation installation, string userName, params string[] roles)
    {
        const string Password = "mavi bisiklet";
        var admin = await installation.AdminAsync();
        var added = await admin.Post(
            "/api/users", new { userName, displayName = "Deniz Yalçın", language = "tr", roles = roles.Length > 0 ? roles : ["agent"], password = Password }).BodyAsync();
        var client = installation.Anonymous();
        await client.SignIn(userName, Password).ShouldBe(HttpStatusCode.OK);
        return new NewPerson(added.GetProperty("id").GetString()!, userName, Password, client);
    }

    /// <summary>Where a test moves the clock, a session of earlier may be over.</summary>
    public static async Task<HttpClient> AdminAsync(this Installation installation)
    {
        if (installation is not ClockedInstallation)
        {
            return await installation.AsAsync("admin");
        }

        var client = installation.Anonymous();
        await client.SignIn("admin").ShouldBe(HttpStatusCode.OK);
        return client;
    }

    /// <summary>The account as the administrator sees it.</summary>
    public static async Task<JsonElement> UserAsync(this Installation installation, string userName)
    {
        var users = await (await installation.AdminAsync()).Get("/api/users").BodyAsync();
        return users.EnumerateArray().Single(u => u.GetProperty("userName").GetString() == userName);
    }

    public static async Task<HttpResponseMessage> ChangeUserAsync(
        this HttpClient client, JsonElement user, bool? isActive = null, string[]? roles = null, string? password = null, int? version = null)
        => await client.Put($"/api/users/{user.GetProperty("id").GetString()}", new
        {
            version = version ?? user.GetProperty("version").GetInt32(),
            displayName = user.GetProperty("displayName").GetString(),
            language = user.GetProperty("language").GetString(),
            isActive = isActive ?? user.GetProperty("isActive").GetBoolean(),
            roles = roles ?? [.. user.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!)],
            password,
        });

    public static async Task<List<string>> PermissionsAsync(this HttpClient client)
        => [.. (await client.Get("/api/me").BodyAsync()).GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!)];

    /// <summary>What an authenticator app would show for the secret.</summary>
    public static string CodeOf(string base32, DateTimeOffset now)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(c => Convert.ToString(Alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        var bytes = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        return Totp.Code(bytes, Totp.StepAt(now));
    }

    private static async Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await client.SendAsync(request);
    }
}

/// <summary>A person a test made for itself, signed in.</summary>
internal sealed record NewPerson(string Id, string UserName, string Password, HttpClient Client);

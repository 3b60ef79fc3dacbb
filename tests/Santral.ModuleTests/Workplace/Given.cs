using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Contracts.Workplace;
using Santral.ModuleTests.Calls;
using Santral.Workplace.Data;

namespace Santral.ModuleTests.Workplace;

/// <summary>The tests of the workplace share one installation; each uses its own keys, paths or people.</summary>
[CollectionDefinition(Name)]
public sealed class WorkplaceCollection : ICollectionFixture<Installation>
{
    public const string Name = "workplace";
}

/// <summary>What the tests of the workplace begin with.</summary>
internal static class Given
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static UserId PersonOf(this Installation installation, string userName)
        => installation.Services.GetRequiredService<IKnowPeople>().FindByUserName(userName)!.Id;

    /// <summary>A module raised that somebody is to be told, and it was delivered.</summary>
    public static async Task TellAsync(
        this Installation installation, string key, string path, string[] to, string? by = null, NoticeKind kind = NoticeKind.Watched, DateTimeOffset? at = null,
        string textKey = "notice.announcement")
    {
        var now = at ?? installation.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var due = new NoticeDue(
            key, [.. to.Select(installation.PersonOf)], textKey, new Dictionary<string, string> { ["text"] = key }, path, kind,
            by is null ? null : installation.PersonOf(by), now);
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkplaceDb>();
            db.Outbox.Add(new OutboxRow
            {
                FactId = Guid.CreateVersion7(now),
                Name = FactNames.NameOf(typeof(NoticeDue)),
                FactVersion = 1,
                Body = JsonSerializer.Serialize(due, SantralJson.Options),
                RaisedAt = now,
            });
            await db.SaveChangesAsync(Stop);
        }

        await installation.DeliverFactsAsync();
    }

    /// <summary>The person's notices that lead to this path, newest first.</summary>
    public static async Task<List<JsonElement>> NoticesAsync(this HttpClient person, string path)
        => [.. (await person.GetAsync("/api/notices?take=100", Stop).BodyAsync()).GetProperty("items").EnumerateArray().Where(n => n.GetProperty("path").GetString() == path)];

    public static async Task<int> UnreadAsync(this HttpClient person)
        => (await person.GetAsync("/api/notices/unread", Stop).BodyAsync()).GetProperty("unread").GetInt32();

    /// <summary>The live line of a signed-in person's open page.</summary>
    public static async Task<HubClient> OpenPageAsync(this Installation installation, string userName)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = installation.Address };
        client.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        await client.PostAsJsonAsync("/api/session", new { userName, password = "demo" }, Stop).BodyAsync();
        return await HubClient.ConnectAsync(installation.Address, "/hubs/agent", cookies);
    }
}

using System.Net.Http.Json;
using System.Text.Json;

namespace Santral.StoryTests;

/// <summary>One product process with the demo, on SQLite or on a PostgreSQL database of its own (SANTRAL_TEST_DB), for the stories of one class.</summary>
public class StoryFixture(Browser browser) : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private StoryData? _data;

    /// <summary>Further flags of the product.</summary>
    protected virtual string[] Flags => [];

    public ProductProcess Product { get; private set; } = null!;

    public Chromium Chromium { get; } = new(browser);

    public async ValueTask InitializeAsync()
    {
        _data = await StoryData.CreateAsync(_folder.Path);
        Product = new ProductProcess(_folder.Path, _data.ConnectionString, Flags);
        await Product.StartAsync(TestContext.Current.CancellationToken);
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout(30_000);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();

        // The set-up may have failed half-way; what did start ends all the same.
        if (Product is not null)
        {
            await Product.DisposeAsync();
        }

        if (_data is not null)
        {
            await _data.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The API as a signed-in demo user sees it.</summary>
    public async Task<HttpClient> AsAsync(string userName)
    {
        var client = new HttpClient { BaseAddress = new Uri(Product.Address) };
        client.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        var answer = await client.PostAsJsonAsync("/api/session", new { userName, password = "demo" });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>The newest call from a number ("anonymous": withheld), once it is over, with all that happened in it.</summary>
    public async Task<JsonElement> EndedCallAsync(string caller)
    {
        using var admin = await AsAsync("admin");
        bool IsIt(JsonElement call) => (call.GetProperty("callingNumber").GetString() ?? "anonymous") == caller;
        var log = await UntilAsync(
            admin,
            "/api/calls?take=50",
            page => page.GetProperty("items").EnumerateArray().FirstOrDefault(IsIt) is { ValueKind: JsonValueKind.Object } call
                && call.GetProperty("endedAt").ValueKind == JsonValueKind.String);
        var id = log.GetProperty("items").EnumerateArray().First(IsIt).GetProperty("id").GetString();
        return await admin.GetFromJsonAsync<JsonElement>($"/api/calls/{id}");
    }

    /// <summary>Reads an address until the answer is as wanted: what is told in the background has no moment of its own.</summary>
    public static async Task<JsonElement> UntilAsync(HttpClient client, string address, Func<JsonElement, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var answer = default(JsonElement);
        try
        {
            while (await tick.WaitForNextTickAsync(patience.Token))
            {
                answer = await client.GetFromJsonAsync<JsonElement>(address, patience.Token);
                if (wanted(answer))
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below with the last answer.
        }

        throw new TimeoutException($"{address} stayed {answer}");
    }
}

/// <summary>A product whose media engine runs in a process of its own.</summary>
public sealed class OwnMediaStory(Browser browser) : StoryFixture(browser)
{
    protected override string[] Flags => ["--media", "own"];
}

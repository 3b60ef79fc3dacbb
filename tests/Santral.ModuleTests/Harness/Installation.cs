using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Santral.Host;

namespace Santral.ModuleTests.Harness;

/// <summary>
/// A running product with the demo in it, on real sockets and a real database of its own: SQLite, or PostgreSQL where
/// SANTRAL_TEST_DB names a cluster. Use as a class fixture; tests of one class share it and make their own records.
/// </summary>
public class Installation : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> _people = new();
    private readonly List<HttpClient> _clients = [];
    private TestDatabase? _database;

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where everything that it keeps lies.</summary>
    public string Folder => _folder.Path;

    public IServiceProvider Services => App.Services;

    protected virtual bool WithDemo => true;

    /// <summary>Flags that a derived fixture adds or overrides.</summary>
    protected virtual IReadOnlyList<string> Flags => [];

    /// <summary>A client that is nobody.</summary>
    public HttpClient Anonymous() => NewClient();

    /// <summary>A client signed in as a demo user; one for each name.</summary>
    public Task<HttpClient> AsAsync(string userName) => _people.GetOrAdd(userName, name => new(() => SignInAsync(name))).Value;

    /// <summary>Waits until every stored fact has been delivered to its reactions.</summary>
    public Task DeliverFactsAsync() => DeliverFactsAsync(Services, TestContext.Current.CancellationToken);

    /// <summary>The same of a product that has not started.</summary>
    internal static async Task DeliverFactsAsync(IServiceProvider services, CancellationToken stop)
    {
        var dispatcher = services.GetRequiredService<Santral.Host.Facts.FactDispatcher>();
        while (await dispatcher.DeliverAsync(stop))
        {
        }
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_folder.Path, WithDemo);
        string[] args =
        [
            "--http-port", "0", "--sip-port", "0", "--media-port", "0", "--rtp-ports", "27000-29999", "--prompts", "lazy", "--voice-speed", "450",
            "--data", _folder.Path, "--db", _database.ConnectionString, .. Flags,
        ];
        App = await Product.CreateAsync(WithDemo ? [.. args, "--demo"] : args, services =>
        {
            TestDatabase.MakeGuessesCheap(services);
            Replace(services);
        });
        await App.StartAsync();
        Address = new Uri(App.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await App.StopAsync();
        await App.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Services a derived fixture replaces: a clock.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    private async Task<HttpClient> SignInAsync(string userName)
    {
        var client = NewClient();
        var answer = await client.PostAsJsonAsync("/api/session", new { userName, password = "demo" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return client;
    }

    private HttpClient NewClient()
    {
        // The client owns its handler and ends it.
#pragma warning disable CA2000
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        lock (_clients)
        {
            _clients.Add(client);
        }

        return client;
    }
}

/// <summary>An installation nobody has set up yet.</summary>
public sealed class EmptyInstallation : Installation
{
    protected override bool WithDemo => false;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Santral.MailBench;

/// <summary>The product over its API, as its supervisor.</summary>
internal sealed class Product : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _ids = [];

    private Product(HttpClient http) => _http = http;

    public static async Task<Product> SignInAsync(Uri address)
    {
#pragma warning disable CA2000 // The client owns it.
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = address };
#pragma warning restore CA2000
        http.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        (await http.PostAsJsonAsync("/api/session", new { userName = "supervisor1", password = "demo" })).EnsureSuccessStatusCode();
        return new Product(http);
    }

    public async Task SetUpAsync(string address, int imap, int smtp)
    {
        var plan = new
        {
            name = address, address, unit = "internet", imap = new { host = "127.0.0.1", port = imap, security = "none", user = address, password = "demo" },
            smtp = new { host = "127.0.0.1", port = smtp, security = "none" }, usesPlus = false, acknowledges = false, mostAutomatic = 5, largestMegabytes = 5, takesUpDays = 14,
        };
        var card = await (await _http.PostAsJsonAsync("/api/mail/mailboxes", plan)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        _ids[address] = card.GetProperty("id").GetString()!;
    }

    public Task ConnectedAsync(int count) => UntilAsync(
        async () => (await CardsAsync()).Count(m => m.GetProperty("health").GetProperty("checkedAt").ValueKind == JsonValueKind.String), connected => connected >= count, 300);

    /// <summary>Until the letter's request can be read.</summary>
    public async Task OpenedAsync(string mailbox, string subject)
    {
        var request = await UntilAsync(
            async () => (await _http.GetFromJsonAsync<JsonElement>($"/api/mail/mailboxes/{_ids[mailbox]}/letters")).EnumerateArray()
                .Where(l => l.GetProperty("subject").GetString() == subject).Select(l => l.GetProperty("requestId").GetString()).FirstOrDefault(),
            id => id is not null,
            60);
        (await _http.GetAsync($"/api/requests/{request}")).EnsureSuccessStatusCode();
    }

    public async Task<(long All, int Mailboxes)> LettersAsync()
    {
        var cards = await CardsAsync();
        return (cards.Sum(m => m.GetProperty("health").GetProperty("letters").GetInt64()), cards.Count);
    }

    /// <summary>Asked four times a second: the cards of 100 mailboxes are work for the product, which is what is measured.</summary>
    public Task UntilLettersAsync(long count) => UntilAsync(async () => (await LettersAsync()).All, letters => letters >= count, 600, everyMilliseconds: 250);

    public void Dispose() => _http.Dispose();

    private async Task<List<JsonElement>> CardsAsync()
        => [.. (await _http.GetFromJsonAsync<JsonElement>("/api/mail/mailboxes")).EnumerateArray().Where(m => _ids.ContainsKey(m.GetProperty("address").GetString()!))];

    private static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> wanted, int seconds, int everyMilliseconds = 10)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(everyMilliseconds));
        do
        {
            var answer = await read();
            if (wanted(answer))
            {
                return answer;
            }
        }
        while (await tick.WaitForNextTickAsync(patience.Token));
        throw new TimeoutException();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Santral.LoadBench.Making;

namespace Santral.LoadBench.Driving;

/// <summary>A signed-in person who opens, writes, lists, filters and searches, one thing after the other.</summary>
internal sealed class Agent(HttpClient client, Chance chance, Figures figures)
{
    private const int Remembered = 60;

    private static readonly (Deed Deed, int Weight)[] Deeds =
        [(Deed.Open, 32), (Deed.Save, 18), (Deed.List, 18), (Deed.Filter, 18), (Deed.Search, 14)];

    private readonly List<string> _seen = [];
    private readonly List<string> _open = [];
    private readonly List<string> _numbers = [];
    private readonly List<string> _categories = [];
    private readonly List<string> _customers = [];

    public async Task SignInAsync(string userName)
    {
        client.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        using var answer = await client.PostAsJsonAsync("/api/session", new { userName, password = MakeAgents.Password });
        answer.EnsureSuccessStatusCode();
        await ListAsync(Deed.List, "stage=open", "first", pages: 1);
    }

    public async Task WorkAsync(TimeSpan think, CancellationToken stop)
    {
        try
        {
            // Nobody begins at the same instant.
            await Task.Delay(think * chance.Below(1000) / 1000, stop);
            while (!stop.IsCancellationRequested)
            {
                await DoAsync(chance.Weighted(Deeds));
                await Task.Delay(think * (500 + chance.Below(1000)) / 1000, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    public async Task CreateAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/api/requests");
            post.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
            post.Content = JsonContent.Create(new { channel = "email", customerId = _customers.Count > 0 && chance.Percent(80) ? chance.Of(_customers) : null });
            await SendAsync(Deed.Create, "", () => client.SendAsync(post, CancellationToken.None));
        }
    }

    private Task DoAsync(Deed deed) => deed switch
    {
        Deed.Open => OpenAsync(),
        Deed.Save => SaveAsync(),
        Deed.List when chance.Percent(6) => CountViewsAsync(),
        Deed.List => ListAsync(Deed.List, chance.Of(Questions.Lists), null, chance.Percent(70) ? 1 : 4),
        Deed.Filter => FilterAsync(),
        _ => SearchAsync(),
    };

    /// <summary>As the page does: the request and its timeline at once.</summary>
    private async Task OpenAsync()
    {
        if (_seen.Count == 0)
        {
            return;
        }

        var path = $"/api/requests/{chance.Of(_seen)}";
        var began = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(GetAsync(path), GetAsync($"{path}/timeline"));
        if (answers.All(a => a is not null))
        {
            figures.Took(Deed.Open, "", Stopwatch.GetElapsedTime(began));
        }
    }

    private async Task SaveAsync()
    {
        if (_open.Count == 0)
        {
            return;
        }

        var path = $"/api/requests/{chance.Of(_open)}";
        if (chance.Percent(40))
        {
            var note = Matters.TurkishNotes[chance.Below(Matters.TurkishNotes.Length)];
            await SendAsync(Deed.Save, "note", () => client.PostAsJsonAsync($"{path}/notes", new { text = InventedWords.Filled(note, chance, false), customerSees = chance.Percent(30) }));
            return;
        }

        if (await GetAsync(path) is not { } card || JsonNode.Parse(card) is not JsonObject request || request["may"]?["edit"]?.GetValue<bool>() != true
            || request["stage"]!["kind"]!.GetValue<string>() is "closed" or "rejected")
        {
            return;
        }

        var body = Described(request);
        body["text"] = $"{request["text"]} {InventedWords.Serial(chance)}".TrimStart();
        await SendAsync(Deed.Save, "description", () => client.PutAsJsonAsync(path, body));
    }

    /// <summary>What the form sends back when one field of it was changed.</summary>
    private static JsonObject Described(JsonObject request) => new()
    {
        ["version"] = request["version"]!.DeepClone(),
        ["kind"] = request["kind"]?.DeepClone(),
        ["subject"] = request["subject"]?.DeepClone(),
        ["categoryId"] = request["category"]?["id"]?.DeepClone(),
        ["answers"] = request["answers"]?.DeepClone(),
        ["priorityId"] = request["priority"]?["id"]?.DeepClone(),
        ["contactMethodId"] = request["contactMethod"]?["id"]?.DeepClone(),
        ["customerId"] = request["customer"]?["id"]?.DeepClone(),
        ["subscriptionId"] = request["subscription"]?["id"]?.DeepClone(),
        ["product"] = request["product"]?.DeepClone(),
        ["answer"] = request["sections"]?["answer"]?.DeepClone(),
        ["work"] = request["sections"]?["work"]?.DeepClone(),
        ["place"] = request["sections"]?["place"]?.DeepClone(),
        ["wantedOn"] = request["sections"]?["wantedOn"]?.DeepClone(),
    };

    private Task FilterAsync()
    {
        var what = chance.Below(Questions.Filters.Length + 4);
        if (what < Questions.Filters.Length)
        {
            return ListAsync(Deed.Filter, Questions.Filters[what], null, chance.Percent(80) ? 1 : 2);
        }

        return what % 2 == 0 && _categories.Count > 0 ? ListAsync(Deed.Filter, $"category={chance.Of(_categories)}&stage=open,resolved", "category", 1)
            : _customers.Count > 0 ? ListAsync(Deed.Filter, $"customer={chance.Of(_customers)}", "customer", 1)
            : Task.CompletedTask;
    }

    private async Task ListAsync(Deed deed, string question, string? what, int pages)
    {
        string? after = null;
        for (var page = 0; page < pages; page++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await GetAsync($"/api/requests?{question}{(after is null ? "" : $"&after={after}")}") is not { } answer)
            {
                return;
            }

            figures.Took(deed, $"{what ?? question}{(page == 0 ? "" : " (later page)")}", Stopwatch.GetElapsedTime(began));
            using var read = JsonDocument.Parse(answer);
            foreach (var row in read.RootElement.GetProperty("items").EnumerateArray())
            {
                Remember(row);
            }

            after = read.RootElement.GetProperty("next").GetString();
            if (after is null)
            {
                return;
            }
        }
    }

    /// <summary>The numbers beside the views, which the page asks for anew when they are half a minute old.</summary>
    private async Task CountViewsAsync()
    {
        var began = Stopwatch.GetTimestamp();
        if (await GetAsync("/api/requests/views/counts") is not null)
        {
            figures.Took(Deed.List, "counts of views", Stopwatch.GetElapsedTime(began));
        }
    }

    private async Task SearchAsync()
    {
        var (what, text) = Questions.Search(chance, _numbers);
        var began = Stopwatch.GetTimestamp();
        if (await GetAsync($"/api/search?q={Uri.EscapeDataString(text)}") is not null)
        {
            figures.Took(Deed.Search, what, Stopwatch.GetElapsedTime(began));
        }
    }

    private void Remember(JsonElement row)
    {
        var id = row.GetProperty("id").GetString()!;
        Keep(_seen, id);
        if (row.GetProperty("stage").GetProperty("kind").GetString() is "new" or "inProgress" or "waiting" && row.GetProperty("mergedIntoId").ValueKind == JsonValueKind.Null)
        {
            Keep(_open, id);
        }

        if (row.GetProperty("category") is { ValueKind: JsonValueKind.Object } category)
        {
            Keep(_categories, category.GetProperty("id").GetString()!);
        }

        if (row.GetProperty("customerId").GetString() is { } customer)
        {
            Keep(_customers, customer);
        }

        Keep(_numbers, row.GetProperty("number").GetString()!);
    }

    private void Keep(List<string> list, string value)
    {
        if (list.Count < Remembered)
        {
            list.Add(value);
        }
        else
        {
            list[chance.Below(Remembered)] = value;
        }
    }

    private async Task SendAsync(Deed deed, string what, Func<Task<HttpResponseMessage>> send)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await send();
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                figures.Took(deed, what, Stopwatch.GetElapsedTime(began));
            }
            else if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
            {
                figures.SawStale();
            }
            else
            {
                figures.Failed($"{deed} {what}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 200)]}");
            }
        }
        catch (HttpRequestException error)
        {
            figures.Failed($"{deed} {what}: {error.Message}");
        }
    }

    private async Task<string?> GetAsync(string path)
    {
        try
        {
            using var answer = await client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                return text;
            }

            figures.Failed($"GET {path}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 200)]}");
        }
        catch (HttpRequestException error)
        {
            figures.Failed($"GET {path}: {error.Message}");
        }

        return null;
    }
}

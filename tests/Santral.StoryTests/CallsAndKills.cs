using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Santral.StoryTests;

/// <summary>
/// kill -9 of the media process alone, and of the main process, while some talk and some wait: within five seconds (of its start, where the main process was killed) agents
/// and records are right, and who waited and calls again has his place. Real SIP and RTP on both sides.
/// </summary>
[Trait("Database", "long")]
public sealed class CallsAndKills
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1";
    private static readonly (int Talking, int Waiting) Size = IsLong ? (50, 100) : (2, 4);

    /// <summary>The main process's own start is not in it: `bench/start` has its limit.</summary>
    private static readonly TimeSpan Right = TimeSpan.FromSeconds(5);

    private const string Password = "Kurtarma-Denemesi-29";

    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("I-01")]
    public async Task After_either_kill_agents_and_records_are_right_and_places_are_kept()
    {
        using var folder = new TestFolder();
        await using var data = await StoryData.CreateAsync(folder.Path);
        await using var product = new ProductProcess(folder.Path, data.ConnectionString, "--media", "own");
        await product.StartAsync(_stop);
        var agents = new List<AgentPhone>();
        try
        {
            var people = await StaffAsync(product);
            agents.AddRange(await Task.WhenAll(people.Select(p => AgentPhone.StartAsync(product.SipPort, p.User, p.Secret, _stop))));
            await KillMediaAsync(product, people, agents);
            await KillMainAsync(product, people, agents);
        }
        finally
        {
            foreach (var agent in agents)
            {
                await agent.DisposeAsync();
            }
        }
    }

    private async Task KillMediaAsync(ProductProcess product, IReadOnlyList<Agent> people, List<AgentPhone> agents)
    {
        using var supervisor = await SignInAsync(product, "supervisor1");
        await using var crowd = await CrowdAsync(product, supervisor, people, "+9053240");
        using var media = product.Media().ShouldNotBeNull();
        var watch = Stopwatch.StartNew();

        media.Kill();

        await Task.WhenAll(crowd.All.Select(p => p.EndedAsync()));
        await UntilAsync(() => agents.All(a => a.Talks == 0));
        var ended = watch.Elapsed;
        await AgentsAreFreeAsync(supervisor, people);
        await RecordsAreRightAsync(supervisor, crowd, "mediaLost");
        var right = watch.Elapsed;
        using (var anybody = new HttpClient { BaseAddress = new Uri(product.Address) })
        {
            await UntilAsync(async () => (await anybody.GetAsync(new Uri("/health/ready", UriKind.Relative), _stop)).IsSuccessStatusCode);
        }

        var ready = watch.Elapsed;
        Say($"media process killed with {Size.Talking} talking and {Size.Waiting} waiting: all calls ended after {ended.TotalSeconds:0.00} s, agents and records right after {right.TotalSeconds:0.00} s, new calls taken after {ready.TotalSeconds:0.00} s");
        ShouldBeSoon(ready > right ? ready : right);
        await PlacesAreKeptAsync(product, supervisor, people, agents, crowd.Waiting);
    }

    /// <summary>A machine that runs other tests beside it says nothing about the time.</summary>
    private static void ShouldBeSoon(TimeSpan taken)
    {
        if (IsLong)
        {
            taken.ShouldBeLessThan(Right);
        }
    }

    private async Task KillMainAsync(ProductProcess product, IReadOnlyList<Agent> people, List<AgentPhone> agents)
    {
        Crowd crowd;
        using (var before = await SignInAsync(product, "supervisor1"))
        {
            crowd = await CrowdAsync(product, before, people, "+9053241");
        }

        await using (crowd)
        {
            using var media = product.Media().ShouldNotBeNull();
            await product.KillMainAsync();
            await UntilAsync(() => media.HasExited);
            var watch = Stopwatch.StartNew();

            await product.StartAsync(_stop);

            var started = watch.Elapsed;
            using var supervisor = await SignInAsync(product, "supervisor1");
            await AgentsAreFreeAsync(supervisor, people);
            await RecordsAreRightAsync(supervisor, crowd, "restarted");
            var right = watch.Elapsed;
            Say($"main process killed with {Size.Talking} talking and {Size.Waiting} waiting: started again after {started.TotalSeconds:0.00} s, agents and records right {(right - started).TotalSeconds:0.00} s later");
            ShouldBeSoon(right - started);
            await Task.WhenAll(agents.Select(a => a.RegisterAsync(_stop)));
            await Task.WhenAll(agents.Select(a => a.HangUpAsync()));
            await PlacesAreKeptAsync(product, supervisor, people, agents, crowd.Waiting);
        }
    }

    /// <summary>Everybody who is there: talking with an agent each, and waiting in the order in which he came.</summary>
    private async Task<Crowd> CrowdAsync(ProductProcess product, HttpClient supervisor, IReadOnlyList<Agent> people, string prefix)
    {
        await PresenceAsync(supervisor, people, "available");
        await TeamAsync(supervisor, t => t.GetProperty("agentsReady").GetInt32() == people.Count);
        var talking = new List<Caller>();
        foreach (var some in Numbers($"{prefix}1", Size.Talking).Chunk(5))
        {
            talking.AddRange(await Task.WhenAll(some.Select(n => CallAsync(product, n, presses: true))));
        }

        await TeamAsync(supervisor, t => t.GetProperty("agentsTalking").GetInt32() == Size.Talking);
        var waiting = new List<Caller>();
        foreach (var some in Numbers($"{prefix}2", Size.Waiting).Chunk(5))
        {
            foreach (var caller in await Task.WhenAll(some.Select(n => CallAsync(product, n, presses: false))))
            {
                caller.Phone.Press("3");
                waiting.Add(caller);
                await TeamAsync(supervisor, t => t.GetProperty("waiting").GetInt32() == waiting.Count);
            }
        }

        await UntilAsync(async () => await RunningAsync(supervisor, talking));
        return new Crowd(talking, waiting);
    }

    /// <summary>Last come, first redialled: only the place can bring them into the order of before.</summary>
    private async Task PlacesAreKeptAsync(ProductProcess product, HttpClient supervisor, IReadOnlyList<Agent> people, List<AgentPhone> agents, IReadOnlyList<Caller> before)
    {
        await PresenceAsync(supervisor, people, "away");
        var again = new List<Caller>();
        foreach (var some in before.Select(c => c.Number).Reverse().Chunk(20))
        {
            again.AddRange(await Task.WhenAll(some.Select(n => CallAsync(product, n, presses: true))));
        }

        await using var crowd = new Crowd([], again);
        await TeamAsync(supervisor, t => t.GetProperty("waiting").GetInt32() == again.Count);
        var one = agents[0];
        one.Lifted.Clear();
        one.IsBrief = true;
        await PresenceAsync(supervisor, [people[0]], "available");
        await UntilAsync(() => one.Lifted.Count == before.Count && one.Talks == 0, $"{before.Count} callers served");
        one.IsBrief = false;

        one.Lifted.ShouldBe(before.Select(c => c.Number));
        await PresenceAsync(supervisor, [people[0]], "away");
        await UntilAsync(async () => (await AgentsAsync(supervisor, people)).All(a => a.GetProperty("activity").GetString() == "idle"));
    }

    private async Task<Caller> CallAsync(ProductProcess product, string number, bool presses)
    {
        var phone = await Phone.CallAsync(product.SipPort, number, "100", _stop);
        await phone.HearsSomethingAsync($"the greeting for {number}");
        if (presses)
        {
            phone.Press("3");
        }

        return new Caller(number, phone);
    }

    private async Task AgentsAreFreeAsync(HttpClient supervisor, IReadOnlyList<Agent> people)
    {
        await TeamAsync(supervisor, t => t.GetProperty("agentsTalking").GetInt32() == 0 && t.GetProperty("waiting").GetInt32() == 0);
        await UntilAsync(async () => (await AgentsAsync(supervisor, people)).All(a => a.GetProperty("activity").GetString() == "idle"));
        (await AgentsAsync(supervisor, people)).ShouldAllBe(a => a.GetProperty("presence").GetString() == "available");
    }

    /// <summary>Each call is closed once with its reason, its recording cut short with what was said.</summary>
    private async Task RecordsAreRightAsync(HttpClient supervisor, Crowd crowd, string reason)
    {
        await UntilAsync(async () => (await RowsAsync(supervisor, crowd)).All(r => r.GetProperty("endedAt").ValueKind == JsonValueKind.String));
        var rows = await RowsAsync(supervisor, crowd);
        rows.Count.ShouldBe(Size.Talking + Size.Waiting);
        rows.ShouldAllBe(r => r.GetProperty("endReason").GetString() == reason);
        var talked = rows.Where(r => crowd.Talking.Any(c => c.Number == NumberOf(r)));
        await Task.WhenAll(talked.Select(r => UntilAsync(async () => await RecordingsAsync(supervisor, r) is ["cutShort"], $"the recording of {NumberOf(r)}")));
    }

    private async Task<bool> RunningAsync(HttpClient supervisor, IReadOnlyList<Caller> talking)
    {
        foreach (var row in await RowsAsync(supervisor, new Crowd(talking, [])))
        {
            if (await RecordingsAsync(supervisor, row) is not ["running"])
            {
                return false;
            }
        }

        return true;
    }

    private async Task<string[]> RecordingsAsync(HttpClient supervisor, JsonElement row)
        => [.. (await supervisor.GetFromJsonAsync<JsonElement>($"/api/calls/{row.GetProperty("id").GetString()}", _stop)).GetProperty("recordings").EnumerateArray().Select(r => r.GetProperty("state").GetString()!)];

    private async Task<List<JsonElement>> RowsAsync(HttpClient supervisor, Crowd crowd)
    {
        var wanted = crowd.Talking.Concat(crowd.Waiting).Select(c => c.Number).ToHashSet();
        var page = await supervisor.GetFromJsonAsync<JsonElement>("/api/calls?take=200", _stop);
        return [.. page.GetProperty("items").EnumerateArray().Where(r => wanted.Contains(NumberOf(r)))];
    }

    private static string NumberOf(JsonElement row) => row.GetProperty("callingNumber").GetString() ?? "";

    private Task TeamAsync(HttpClient supervisor, Func<JsonElement, bool> fits)
        => UntilAsync(async () => fits((await supervisor.GetFromJsonAsync<JsonElement>("/api/queues/wallboard", _stop)).GetProperty("teams").EnumerateArray().Single(t => t.GetProperty("code").GetString() == "customer_services")));

    private async Task<List<JsonElement>> AgentsAsync(HttpClient supervisor, IReadOnlyList<Agent> people)
    {
        var board = await supervisor.GetFromJsonAsync<JsonElement>("/api/queues/wallboard", _stop);
        return [.. board.GetProperty("agents").EnumerateArray().Where(a => people.Any(p => p.Id == a.GetProperty("userId").GetString()))];
    }

    private async Task PresenceAsync(HttpClient supervisor, IReadOnlyList<Agent> people, string state)
    {
        foreach (var agent in people)
        {
            (await supervisor.PutAsJsonAsync($"/api/queues/agents/{agent.Id}/presence", new { state, reason = state == "away" ? "break" : null }, _stop)).EnsureSuccessStatusCode();
        }
    }

    /// <summary>As many agents as talk, all in one team without wrap-up that records always.</summary>
    private async Task<IReadOnlyList<Agent>> StaffAsync(ProductProcess product)
    {
        using var admin = await SignInAsync(product, "admin");
        var known = (await admin.GetFromJsonAsync<JsonElement>("/api/users", _stop)).EnumerateArray().ToDictionary(u => u.GetProperty("userName").GetString()!, u => u.GetProperty("id").GetString()!);
        List<Agent> people = [new(known["agent1"], "agent1", "demo"), new(known["agent2"], "agent2", "demo")];
        for (var i = people.Count; i < Size.Talking; i++)
        {
            var name = $"kampanya{i:00}";
            var made = await (await admin.PostAsJsonAsync("/api/users", new { userName = name, displayName = $"Kampanya {i}", language = "tr", roles = new[] { "agent" }, password = Password }, _stop))
                .EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(_stop);
            using var self = await SignInAsync(product, name, Password);
            var phone = await (await self.PostAsync(new Uri("/api/me/desk-phone", UriKind.Relative), null, _stop)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(_stop);
            people.Add(new Agent(made.GetProperty("id").GetString()!, phone.GetProperty("user").GetString()!, phone.GetProperty("secret").GetString()!));
        }

        var team = (await admin.GetFromJsonAsync<JsonElement>("/api/queues/teams", _stop)).EnumerateArray().Single(t => t.GetProperty("code").GetString() == "customer_services");
        var settings = team.EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value);
        settings["members"] = people.Select(p => new { userId = p.Id, priority = 0 });
        (settings["wrapUpSeconds"], settings["maxWaitSeconds"], settings["acceptsWithoutAgents"]) = (0, 0, true);
        (await admin.PutAsJsonAsync($"/api/queues/teams/{team.GetProperty("id").GetString()}", settings, _stop)).EnsureSuccessStatusCode();
        var rule = (await admin.GetFromJsonAsync<JsonElement>("/api/calls/recording-rules", _stop)).EnumerateArray().Single(r => r.GetProperty("code").GetString() == "customer_services");
        (await admin.PutAsJsonAsync(
            $"/api/calls/recording-rules/{rule.GetProperty("teamId").GetString()}",
            new { version = rule.GetProperty("version").GetInt32(), policy = "always", keepDays = 90, showsListening = false },
            _stop)).EnsureSuccessStatusCode();
        return people;
    }

    private static async Task<HttpClient> SignInAsync(ProductProcess product, string userName, string password = "demo")
    {
        var client = new HttpClient { BaseAddress = new Uri(product.Address) };
        client.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        (await client.PostAsJsonAsync("/api/session", new { userName, password })).EnsureSuccessStatusCode();
        return client;
    }

    private static IEnumerable<string> Numbers(string prefix, int count) => Enumerable.Range(0, count).Select(n => $"{prefix}{n:0000}");

    private static Task UntilAsync(Func<bool> fits, string what = "") => UntilAsync(() => Task.FromResult(fits()), what);

    private static async Task UntilAsync(Func<Task<bool>> fits, string what = "")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(IsLong ? 180 : 60));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await fits())
            {
                await pace.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException(what);
        }
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    private sealed record Agent(string Id, string User, string Secret);

    private sealed record Caller(string Number, Phone Phone);

    private sealed record Crowd(IReadOnlyList<Caller> Talking, IReadOnlyList<Caller> Waiting) : IAsyncDisposable
    {
        public IEnumerable<Phone> All => Talking.Concat(Waiting).Select(c => c.Phone);

        public async ValueTask DisposeAsync() => await Task.WhenAll(All.Select(p => p.DisposeAsync().AsTask()));
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>
/// An agent sends a caller into the verification menu, with real SIP and RTP on both sides; before it the corporate account is closed to him, after it
/// open for this call (I-13 … I-21, I-25).
/// </summary>
[Trait("Database", "one")]
public sealed class VerifyByAgentTests(VerifyByAgentTests.Logged installation) : IClassFixture<VerifyByAgentTests.Logged>, IAsyncLifetime
{
    private const string Password = "73910582";
    private const string WrongNumber = "98761234", WrongPassword = "56473829";

    private HttpClient _agent = null!;
    private SipPhone _desk = null!;
    private TrunkRegistration _registration = null!;
    private string _company = "";

    public async ValueTask InitializeAsync()
    {
        _agent = await installation.AsAsync("agent2");
        _desk = await SipPhone.StartAsync(installation, hz: 1000);
        _registration = await _desk.RegisterAsync("agent2");
        await UntilDeskAsync(d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        var admin = await installation.AsAsync("admin");
        _company = (await admin.GetAsync("/api/customers?q=100200").BodyAsync()).GetProperty("items")[0].GetProperty("id").GetString()!;
        (await admin.PutAsJsonAsync($"/api/customers/{_company}/service-password", new { password = Password })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    [Requirement("I-13")]
    [Requirement("I-15")]
    [Requirement("I-16")]
    [Requirement("I-17")]
    [Requirement("I-18")]
    [Requirement("I-19")]
    [Requirement("I-20")]
    [Requirement("I-25")]
    public async Task After_two_wrong_pairs_the_right_one_opens_the_account_and_the_digits_are_nowhere()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await TalkAsync(phone, "+905559990041");

        await _agent.GetAsync($"/api/customers/{_company}/invoices/open").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        await _agent.GetAsync($"/api/subscriptions?customer={_company}").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        await _agent.PostAsync($"/api/customers/{_company}/service-password/reset", null).ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        var closed = await _agent.GetAsync($"/api/customers/{_company}").BodyAsync();
        closed.GetProperty("withheld").GetString().ShouldBe("calls.verify_first");
        closed.GetProperty("phones").GetArrayLength().ShouldBe(0);
        closed.GetProperty("taxNumber").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _agent.GetAsync("/api/customers?q=100200").BodyAsync()).GetProperty("items")[0].GetProperty("phone").ValueKind.ShouldBe(JsonValueKind.Null);

        (await _agent.PostAsync($"/api/calls/{id}/verify", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await UntilStepAsync("askedNumber");
        await _desk.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) < 50, "silence for the agent");
        phone.Sound.Press($"{WrongNumber}#{WrongPassword}#");
        await UntilDeskAsync(d => WrongIn(d) == 1);
        await UntilStepAsync("askedNumber", after: "wrong");
        phone.Sound.Press($"{WrongNumber}#{WrongPassword}#");
        await UntilDeskAsync(d => WrongIn(d) == 2);
        await UntilStepAsync("askedNumber", after: "wrong");
        phone.Sound.Press($"100200#{Password}#");
        await UntilStepAsync("verified");
        var back = await UntilDeskAsync(d => StateOf(d) == "talking");

        back.GetProperty("call").GetProperty("class").GetString().ShouldBe("verifiedCorporate");
        back.GetProperty("call").GetProperty("customer").GetProperty("name").GetString().ShouldBe("Soft Ltd. Şti.");
        await Task.WhenAll(
            _desk.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        (await _agent.GetAsync($"/api/customers/{_company}/invoices/open").BodyAsync()).GetArrayLength().ShouldBeGreaterThan(0);
        (await _agent.GetAsync($"/api/customers/{_company}").BodyAsync()).GetProperty("phones").GetArrayLength().ShouldBeGreaterThan(0);
        (await _agent.PostAsJsonAsync($"/api/calls/{id}/disclosures", new { customerId = _company, operation = "subscriptions", way = "readOut" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await HangUpAsync(id, call, ringing);

        var record = await RecordAsync(id);
        var ledger = record.GetProperty("ledger").EnumerateArray()
            .Select(l => (l.GetProperty("operation").GetString(), l.GetProperty("way").GetString(), l.GetProperty("ground").GetString(), l.GetProperty("agent").ValueKind == JsonValueKind.Null))
            .ToList();
        ledger.ShouldContain(("invoices", "withheld", "notVerified", false));
        ledger.ShouldContain(("invoices", "readOut", "verified", true));
        ledger.ShouldContain(("invoices", "shown", "verified", false));
        ledger.ShouldContain(("subscriptions", "readOut", "verified", false));
        ledger.IndexOf(("invoices", "readOut", "verified", true)).ShouldBeLessThan(ledger.IndexOf(("invoices", "shown", "verified", false)));
        var kinds = record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
        kinds[kinds.IndexOf("sentToVerification")..].ShouldBe(["sentToVerification", "wrongPair", "wrongPair", "verified", "backFromVerification", "ended"]);
        await NowhereAsync(record, WrongNumber, WrongPassword, Password);
    }

    [Fact]
    [Requirement("I-14")]
    public async Task The_pass_does_not_outlive_the_call()
    {
        await using (var phone = await SipPhone.StartAsync(installation, hz: 600))
        {
            var (call, ringing, id) = await TalkAsync(phone, "+905559990042");
            await VerifyAsync(phone, id);
            await HangUpAsync(id, call, ringing);
        }

        await using var again = await SipPhone.StartAsync(installation, hz: 600);
        var next = await TalkAsync(again, "+905559990042");

        (await DeskAsync()).GetProperty("call").GetProperty("class").GetString().ShouldBe("unidentified");
        await _agent.GetAsync($"/api/customers/{_company}/invoices/open").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        await HangUpAsync(next.Id, next.Call, next.Ringing);
        (await _agent.GetAsync($"/api/customers/{_company}/invoices/open")).StatusCode.ShouldBe(HttpStatusCode.OK, "outside of calls the permissions alone hold");
    }

    [Fact]
    [Requirement("I-21")]
    public async Task The_third_wrong_pair_in_a_row_drops_the_call_and_frees_the_agent()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, _, id) = await TalkAsync(phone, "+905559990043");
        await _agent.PostAsync($"/api/calls/{id}/verify", null);
        for (var wrong = 1; wrong <= 3; wrong++)
        {
            await UntilStepAsync("askedNumber", after: wrong == 1 ? "sent" : "wrong");
            phone.Sound.Press("98761235#1#");
            await UntilDeskAsync(d => WrongIn(d) == wrong);
        }

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
        var desk = await UntilDeskAsync(d => StateOf(d) == "ended");
        desk.GetProperty("call").GetProperty("endReason").GetString().ShouldBe("verificationFailed");
        (await RecordAsync(id)).GetProperty("call").GetProperty("endReason").GetString().ShouldBe("verificationFailed");
        await FreeAsync();
    }

    [Fact]
    [Requirement("I-19")]
    public async Task A_caller_whose_agent_is_gone_meanwhile_comes_to_the_head_of_that_queue()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await TalkAsync(phone, "+905559990044");
        await _agent.PostAsync($"/api/calls/{id}/verify", null);
        await UntilStepAsync("askedNumber");

        await ringing.HangUpAsync();
        phone.Sound.Press("*");

        var watcher = await installation.AsAsync("supervisor1");
        await UntilAsync(watcher, "/api/queues", teams => teams.EnumerateArray().Single(t => t.GetProperty("code").GetString() == "customer_services").GetProperty("waiting").GetInt32() == 1);
        await call.HangUpAsync();
        (await RecordAsync(id)).GetProperty("call").GetProperty("endReason").GetString().ShouldBe("callerHungUp");
        await FreeAsync();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_menu_leaves_nothing_behind()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await TalkAsync(phone, "+905559990045");
        await _agent.PostAsync($"/api/calls/{id}/verify", null);
        await UntilStepAsync("askedNumber");

        await call.HangUpAsync();

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing)).End.ByRemote.ShouldBeTrue();
        await FreeAsync();
    }

    [Fact]
    [Requirement("I-25")]
    public async Task What_needs_no_verification_is_the_operators_list()
    {
        var admin = await installation.AsAsync("admin");
        var rows = await admin.GetAsync("/api/definitions/tables/account_operations").BodyAsync();
        var row = rows.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "orders");
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await TalkAsync(phone, "+905559990046");
        await _agent.GetAsync($"/api/order-notes?customer={_company}").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);

        await NeedAsync(admin, row, needed: false);
        (await _agent.GetAsync($"/api/order-notes?customer={_company}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await HangUpAsync(id, call, ringing);
        (await RecordAsync(id)).GetProperty("ledger").EnumerateArray().Select(l => (l.GetProperty("operation").GetString(), l.GetProperty("ground").GetString()))
            .ShouldContain(("orders", "notNeeded"));
    }

    private static async Task NeedAsync(HttpClient admin, JsonElement row, bool needed)
        => (await admin.PutAsJsonAsync(
            $"/api/definitions/rows/{row.GetProperty("id").GetString()}",
            new { version = row.GetProperty("version").GetInt32(), names = row.GetProperty("names"), values = new { needsVerification = needed ? "true" : "false" } })).EnsureSuccessStatusCode();

    private async Task VerifyAsync(SipPhone phone, string id)
    {
        (await _agent.PostAsync($"/api/calls/{id}/verify", null)).EnsureSuccessStatusCode();
        await UntilStepAsync("askedNumber");
        phone.Sound.Press($"100200#{Password}#");
        await UntilDeskAsync(d => StateOf(d) == "talking" && d.GetProperty("call").GetProperty("class").GetString() == "verifiedCorporate");
    }

    /// <summary>A caller who pressed 3 and speaks with the agent.</summary>
    private async Task<(OutgoingCall Call, IncomingCall Ringing, string Id)> TalkAsync(SipPhone phone, string from)
    {
        (await _agent.PutAsJsonAsync("/api/desk/presence", new { state = "available" })).EnsureSuccessStatusCode();
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        var ringing = await _desk.RungAsync();
        await _desk.LiftAsync(ringing);
        var desk = await UntilDeskAsync(d => StateOf(d) == "talking");
        return (call, ringing, desk.GetProperty("call").GetProperty("callId").GetString()!);
    }

    private async Task HangUpAsync(string id, OutgoingCall call, IncomingCall ringing)
    {
        (await _agent.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing);
        await FreeAsync();
    }

    /// <summary>The agent is idle again, and away, so that the next test's caller finds him when it says so.</summary>
    private async Task FreeAsync()
    {
        await UntilDeskAsync(d => StateOf(d) is null or "ended");
        await _agent.PostAsync("/api/desk/wrap-up/finish", null);
        await _agent.PutAsJsonAsync("/api/desk/presence", new { state = "away", reason = "break" });
        await UntilDeskAsync(d => StateOf(d) is null && d.GetProperty("presence").GetProperty("activity").GetString() == "idle");
    }

    private async Task NowhereAsync(JsonElement record, params string[] keyed)
    {
        SqliteConnection.ClearAllPools();
        var files = Directory.EnumerateFiles(installation.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".wav", StringComparison.Ordinal)).ToList();
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SANTRAL_TEST_DB")))
        {
            files.ShouldContain(f => f.Contains(".db", StringComparison.Ordinal), "the database is among them");
        }

        foreach (var digits in keyed)
        {
            record.GetRawText().ShouldNotContain(digits);
            (await DeskAsync()).GetRawText().ShouldNotContain(digits);
            installation.Log.ShouldNotContain(line => line.Contains(digits, StringComparison.Ordinal));
            foreach (var file in files)
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[open.Length];
                await open.ReadExactlyAsync(bytes);
                bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(digits)).ShouldBe(-1, $"{digits} in {Path.GetFileName(file)}");
            }
        }
    }

    private Task<JsonElement> DeskAsync() => _agent.GetAsync("/api/desk").BodyAsync();

    private Task<JsonElement> UntilDeskAsync(Func<JsonElement, bool> fits) => UntilAsync(_agent, "/api/desk", fits);

    private Task<JsonElement> UntilStepAsync(string kind, string? after = null)
        => UntilDeskAsync(d => d.GetProperty("call") is { ValueKind: JsonValueKind.Object } call
            && call.GetProperty("verification").GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("kind").GetString()).ToList() is var steps
            && steps.LastIndexOf(kind) >= 0 && (after is null || steps.LastIndexOf(kind) > steps.LastIndexOf(after)));

    private async Task<JsonElement> RecordAsync(string id)
        => await UntilAsync(await installation.AsAsync("supervisor1"), $"/api/calls/{id}", r => r.GetProperty("call").GetProperty("endedAt").ValueKind != JsonValueKind.Null);

    private static int WrongIn(JsonElement desk)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call ? call.GetProperty("verification").GetProperty("wrongPairs").GetInt32() : 0;

    private static string? StateOf(JsonElement desk)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call ? call.GetProperty("state").GetString() : null;

    private static async Task<JsonElement> UntilAsync(HttpClient person, string path, Func<JsonElement, bool> fits)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var last = "";
        try
        {
            await foreach (var _ in Looks.AgainAsync(limit.Token))
            {
                var answer = await person.GetAsync(path, limit.Token);
                last = await answer.Content.ReadAsStringAsync(limit.Token);
                if (answer.IsSuccessStatusCode && JsonSerializer.Deserialize<JsonElement>(last) is var body && fits(body))
                {
                    return body;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below with what was seen.
        }

        throw new TimeoutException($"{path}: {last}");
    }

    /// <summary>An installation whose every log line is kept.</summary>
    public sealed class Logged : Installation
    {
        private readonly Lines _lines = new();

        public IReadOnlyCollection<string> Log => _lines.All;

        protected override void Replace(IServiceCollection services) => services.AddLogging(l => l.AddProvider(_lines).AddFilter<Lines>(null, LogLevel.Debug));

        private sealed class Lines : ILoggerProvider, ILogger
        {
            public ConcurrentQueue<string> All { get; } = new();

            public ILogger CreateLogger(string categoryName) => this;

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
                => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
                => All.Enqueue($"{formatter(state, exception)} {exception}");

            public void Dispose()
            {
            }
        }
    }
}

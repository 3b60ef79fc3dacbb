using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Santral.ModuleTests.Calls;

/// <summary>
/// An agent sends a caller into the verification menu, with real SIP and RTP on both sides; before it the corporate account is closed to him, after it
/// open for this call (I-13 … I-21, I-25).
/// </summary>
[Trait("Database", "one")]
public sealed class VerifyByAgentTests(VerifyByAgentTests.Logged installation) : IClassFixture<VerifyByAgentTests.Logged>, IAsyncLifetime
{
    private const string WrongNumber = "98761234", WrongPassword = "56473829";

    private VerificationDesk _desk = null!;

    private HttpClient Http => _desk.Agent.Http;

    public async ValueTask InitializeAsync() => _desk = await VerificationDesk.StartAsync(installation);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

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
        var (call, ringing, id) = await _desk.TalkAsync(phone, "+905559990041");

        await Http.GetAsync($"/api/customers/{_desk.Company}/invoices/open").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        await Http.GetAsync($"/api/subscriptions?customer={_desk.Company}").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        await Http.PostAsync($"/api/customers/{_desk.Company}/service-password/reset", null).ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        var closed = await Http.GetAsync($"/api/customers/{_desk.Company}").BodyAsync();
        closed.GetProperty("withheld").GetString().ShouldBe("calls.verify_first");
        closed.GetProperty("phones").GetArrayLength().ShouldBe(0);
        closed.GetProperty("taxNumber").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Http.GetAsync("/api/customers?q=100200").BodyAsync()).GetProperty("items")[0].GetProperty("phone").ValueKind.ShouldBe(JsonValueKind.Null);

        (await Http.PostAsync($"/api/calls/{id}/verify", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _desk.UntilStepAsync("askedNumber");
        await _desk.Agent.Phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) < 50, "silence for the agent");
        phone.Sound.Press($"{WrongNumber}#{WrongPassword}#");
        await _desk.Agent.UntilAsync(d => VerificationDesk.WrongIn(d) == 1);
        await _desk.UntilStepAsync("askedNumber", after: "wrong");
        phone.Sound.Press($"{WrongNumber}#{WrongPassword}#");
        await _desk.Agent.UntilAsync(d => VerificationDesk.WrongIn(d) == 2);
        await _desk.UntilStepAsync("askedNumber", after: "wrong");
        phone.Sound.Press($"100200#{VerificationDesk.Password}#");
        await _desk.UntilStepAsync("verified");
        var back = await _desk.Agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking");

        back.GetProperty("call").GetProperty("class").GetString().ShouldBe("verifiedCorporate");
        back.GetProperty("call").GetProperty("customer").GetProperty("name").GetString().ShouldBe("Soft Ltd. Şti.");
        await Task.WhenAll(
            _desk.Agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        (await Http.GetAsync($"/api/customers/{_desk.Company}/invoices/open").BodyAsync()).GetArrayLength().ShouldBeGreaterThan(0);
        (await Http.GetAsync($"/api/customers/{_desk.Company}").BodyAsync()).GetProperty("phones").GetArrayLength().ShouldBeGreaterThan(0);
        (await Http.PostAsJsonAsync($"/api/calls/{id}/disclosures", new { customerId = _desk.Company, operation = "subscriptions", way = "readOut" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _desk.HangUpAsync(id, call, ringing);

        var record = await _desk.RecordAsync(id);
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
        await NowhereAsync(record, WrongNumber, WrongPassword, VerificationDesk.Password);
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
            (await _desk.Agent.DeskAsync()).GetRawText().ShouldNotContain(digits);
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

using System.Text.Json;

namespace Santral.StoryTests;

/// <summary>The menu by caller class (D2, I-02 … I-11), measured on the callers' lines: each announcement is a tone of its own here.</summary>
public sealed class WhoHearsWhat(StoryFixture story) : IClassFixture<StoryFixture>, IAsyncLifetime
{
    private const string Known = "+905321112233";
    private const string Technical = "internet.menu.technical", Invoices = "internet.menu.invoices", General = "internet.menu.general";
    private const string Become = "internet.menu.become", Corporate = "internet.menu.corporate";

    public async ValueTask InitializeAsync()
    {
        using var admin = await story.AsAsync("admin");
        await TonePrompts.InstallAsync(admin);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Requirement("I-02")]
    [Requirement("I-03")]
    [Requirement("I-05")]
    [Requirement("I-06")]
    [Requirement("I-07")]
    [Requirement("I-08")]
    public async Task Is_decided_by_the_number_alone()
    {
        string[] unidentified = [Technical, General, Become, Corporate];
        await Task.WhenAll(
            HearsAsync(Known, "knownIndividual", [Technical, Invoices, General]),
            HearsAsync("+905559990011", "unidentified", unidentified),
            HearsAsync("+905320000001", "unidentified", unidentified),
            HearsAsync("+902123334455", "unidentified", unidentified),
            HearsAsync("anonymous", "unidentified", unidentified));
    }

    [Fact]
    [Requirement("I-04")]
    [Requirement("I-06")]
    [Requirement("I-08")]
    public async Task A_key_that_is_not_announced_to_him_is_invalid_for_a_known_individual()
    {
        await using var phone = await CallAsync(Known);
        var line = new Listener(phone);
        await line.HearsAsync(Technical);
        phone.Press("4");
        await line.HearsAsync("common.invalid");
        phone.Press("2");

        // The invoice is read and the menu comes again.
        await line.HearsAsync(Technical);
        await phone.HangUpAsync();
        var record = await story.EndedCallAsync(Known);
        MenuPath(record).ShouldBe(["2"]);
        record.GetProperty("events").EnumerateArray().ShouldNotContain(e => e.GetProperty("kind").GetString() == "queued");
    }

    [Fact]
    [Requirement("I-04")]
    [Requirement("I-10")]
    public async Task An_unidentified_caller_has_no_invoice_key_and_becomes_a_customer_at_customer_services()
    {
        const string caller = "+905559990012";
        await using (var phone = await CallAsync(caller))
        {
            var line = new Listener(phone);
            await line.HearsAsync(Technical);
            phone.Press("2");
            await line.HearsAsync("common.invalid");
            phone.Press("4");
            await WaitsAtAsync("customer_services", 1);
        }

        await WaitsAtAsync("customer_services", 0);
        MenuPath(await story.EndedCallAsync(caller)).ShouldBe(["4"]);
    }

    [Fact]
    [Requirement("I-11")]
    public async Task A_verified_corporate_caller_is_served_by_the_same_teams()
        => await Task.WhenAll(
            IsServedOnceVerifiedAsync("+902123334455", "1", "technical_support"),
            IsServedOnceVerifiedAsync("+905559990013", "3", "customer_services"));

    [Fact]
    [Requirement("I-21")]
    public async Task Three_wrong_pairs_end_the_call_and_the_keys_are_written_nowhere()
    {
        const string caller = "+905559990014";
        await using (var phone = await CallAsync(caller))
        {
            var line = new Listener(phone);
            await line.HearsAsync(Corporate);
            phone.Press("5");
            await line.HearsAsync("verify.ask_number");
            phone.Press("98761234#56473829#");
            await line.HearsAsync("verify.wrong");
            phone.Press("98761234#56473829#");
            await line.HearsAsync("verify.wrong");
            phone.Press("98761234#56473829#");
            await line.HearsAsync("verify.failed");
            await phone.EndedAsync();
        }

        var record = await story.EndedCallAsync(caller);
        record.GetProperty("call").GetProperty("endReason").GetString().ShouldBe("verificationFailed");
        record.GetProperty("call").GetProperty("class").GetString().ShouldBe("unidentified");
        MenuPath(record).ShouldBe(["5"]);
        foreach (var keyed in (string[])["98761234", "56473829"])
        {
            record.GetRawText().ShouldNotContain(keyed);
            story.Product.Log.ShouldNotContain(keyed);
        }
    }

    private static IEnumerable<string?> MenuPath(JsonElement record)
        => record.GetProperty("menuPath").EnumerateArray().Select(step => step.GetProperty("key").GetString());

    private Task<Phone> CallAsync(string caller) => Phone.CallAsync(story.Product.SipPort, caller, "100", TestContext.Current.CancellationToken);

    private async Task HearsAsync(string caller, string callerClass, string[] announced)
    {
        await using (var phone = await CallAsync(caller))
        {
            var line = new Listener(phone);
            // The menu was announced to its end when the caller is told that he has pressed nothing.
            await line.HearsAsync("common.silence");
            TonePrompts.Within(phone.Voice.Heard.All(), "internet.menu.").ShouldBe(announced, ignoreOrder: true, customMessage: caller);
        }

        var record = await story.EndedCallAsync(caller);
        record.GetProperty("call").GetProperty("class").GetString().ShouldBe(callerClass, caller);
        MenuPath(record).ShouldBeEmpty();
    }

    private async Task IsServedOnceVerifiedAsync(string caller, string key, string team)
    {
        await using (var phone = await CallAsync(caller))
        {
            var line = new Listener(phone);
            await line.HearsAsync(Corporate);
            phone.Press("5");
            await line.HearsAsync("verify.ask_number");
            phone.Press("100200#4321#");
            await line.HearsAsync("verify.verified");

            // His invoice is read, then the menu comes again, now that of a customer.
            await line.HearsAsync(Invoices);
            phone.Press(key);
            await WaitsAtAsync(team, 1);
        }

        await WaitsAtAsync(team, 0);
        var record = await story.EndedCallAsync(caller);
        record.GetProperty("call").GetProperty("class").GetString().ShouldBe("verifiedCorporate");
        MenuPath(record).ShouldBe(["5", key]);
    }

    private async Task WaitsAtAsync(string team, int callers)
    {
        using var watcher = await story.AsAsync("supervisor1");
        await StoryFixture.UntilAsync(
            watcher, "/api/queues", teams => teams.EnumerateArray().Single(t => t.GetProperty("code").GetString() == team).GetProperty("waiting").GetInt32() == callers);
    }
}

using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Tests.Ivr;

/// <summary>Decision D2: who hears and may press what in the main menu, and where it leads.</summary>
public sealed class MainMenuTests : IDisposable
{
    private const CallerClass Individual = CallerClass.KnownIndividual;
    private const CallerClass Unidentified = CallerClass.Unidentified;
    private const CallerClass Corporate = CallerClass.VerifiedCorporate;

    private readonly IvrBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(Individual, "123")]
    [InlineData(Unidentified, "1345")]
    [InlineData(Corporate, "123")]
    [Requirement("I-05")]
    [Requirement("I-06")]
    [Requirement("I-07")]
    [Requirement("I-08")]
    public async Task Each_class_hears_its_options_and_no_other(CallerClass kind, string keys)
    {
        var line = await _bench.CallAsync(kind);

        string.Concat(line.Choices.Select(c => c.Key)).ShouldBe(keys);
        line.Heard.Contains("internet.menu.invoices").ShouldBe(keys.Contains('2'));
        line.Heard.Contains("internet.menu.become").ShouldBe(keys.Contains('4'));
        line.Heard.Contains("internet.menu.corporate").ShouldBe(keys.Contains('5'));
    }

    [Theory]
    [InlineData(Individual, "1", "technical_support", false)]
    [InlineData(Individual, "3", "customer_services", false)]
    [InlineData(Unidentified, "1", "technical_support", true)]
    [InlineData(Unidentified, "3", "customer_services", false)]
    [InlineData(Unidentified, "4", "customer_services", false)]
    [InlineData(Corporate, "1", "technical_support", false)]
    [InlineData(Corporate, "3", "customer_services", false)]
    [Requirement("I-05")]
    [Requirement("I-09")]
    [Requirement("I-10")]
    [Requirement("I-11")]
    public async Task A_choice_leads_to_the_team_that_serves_it(CallerClass kind, string key, string team, bool unverified)
    {
        var line = await _bench.CallAsync(kind, key);

        _bench.Queued.ShouldBe([new QueueRequest(team, 0, unverified)]);
        line.Heard.Contains("internet.for_customers").ShouldBe(unverified);
        line.HangUps.ShouldBe([CallEndReason.AgentHungUp]);
    }

    [Theory]
    [InlineData(Individual, "4")]
    [InlineData(Individual, "5")]
    [InlineData(Unidentified, "2")]
    [InlineData(Corporate, "4")]
    [InlineData(Corporate, "5")]
    [InlineData(Individual, "0")]
    [InlineData(Unidentified, "#")]
    [InlineData(Unidentified, "*")]
    [Requirement("I-04")]
    [Requirement("I-08")]
    public async Task A_hidden_or_unknown_option_is_an_invalid_key_and_nothing_is_renumbered(CallerClass kind, string key)
    {
        var line = await _bench.CallAsync(kind, key);

        line.Heard.ShouldContain("common.invalid");
        line.Heard.Count(h => h == "internet.menu.technical").ShouldBe(2, "the menu is heard again");
        line.MenuPath.ShouldBeEmpty();
        _bench.Queued.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Individual)]
    [InlineData(Corporate)]
    [Requirement("I-06")]
    public async Task A_customer_hears_his_invoice_and_then_the_menu_again(CallerClass kind)
    {
        var line = await _bench.CallAsync(kind, "2");

        var read = line.Heard.FindIndex(h => h.Contains("249 lira 90 kuruş", StringComparison.Ordinal));
        read.ShouldBeGreaterThan(0);
        line.Heard.FindIndex(read, h => h == "internet.menu.technical").ShouldBeGreaterThan(read);
        _bench.Queued.ShouldBeEmpty("no agent is needed");
    }

    [Fact]
    [Requirement("I-04")]
    public async Task The_choice_is_stored_on_the_call()
    {
        var line = await _bench.CallAsync(Individual, "2", "3");

        line.MenuPath.Select(s => (s.Menu, s.Key, s.Label.Tr)).ShouldBe([("main", "2", "Fatura sorgulama"), ("main", "3", "Genel bilgi ve işlem")]);
        line.MenuPath[1].At.ShouldBeGreaterThan(line.MenuPath[0].At);
    }

    [Fact]
    [Requirement("I-04")]
    public async Task Keys_typed_ahead_are_used_but_the_recording_notice_is_heard()
    {
        var line = await _bench.RunAsync(_bench.Line(Individual).TypesAhead("3"));

        line.Heard.ShouldBe(["common.recording", "common.queue"]);
        _bench.Queued.Single().TeamCode.ShouldBe("customer_services");
    }

    [Fact]
    public async Task Keys_typed_behind_a_wrong_one_are_forgotten()
    {
        var line = await _bench.RunAsync(_bench.Line(Individual).TypesAhead("913").Types("1"));

        line.MenuPath.Select(s => s.Key).ShouldBe(["1"]);
    }

    [Fact]
    [Requirement("I-04")]
    public async Task Three_silences_lead_to_a_person()
    {
        var line = await _bench.CallAsync(Unidentified, "", "", "");

        line.Heard.Count(h => h == "common.silence").ShouldBe(3);
        line.Heard.ShouldContain("common.help");
        _bench.Queued.Single().TeamCode.ShouldBe("customer_services");
    }

    [Fact]
    public async Task A_right_key_after_silence_and_a_wrong_key_still_counts()
    {
        await _bench.CallAsync(Individual, "", "9", "1");

        _bench.Queued.Single().TeamCode.ShouldBe("technical_support");
    }

    [Fact]
    public async Task Outside_opening_hours_the_caller_leaves_a_message_and_the_call_ends()
    {
        _bench.ClosedTeams.Add("technical_support");

        var line = await _bench.CallAsync(Individual, "1");

        line.Heard[^2..].ShouldBe(["common.closed_message", "common.message_thanks"]);
        line.Messages.ShouldBe([("technical_support", TimeSpan.FromSeconds(120))]);
        line.HangUps.ShouldBe([CallEndReason.Closed]);
        _bench.Queued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_message_can_be_recorded_the_caller_is_told_when_to_call()
    {
        _bench.ClosedTeams.Add("technical_support");
        var line = _bench.Line(Individual).Types("1");
        line.TakesMessages = false;

        await _bench.RunAsync(line);

        line.Heard[^1].ShouldBe("common.closed");
        line.HangUps.ShouldBe([CallEndReason.Closed]);
        _bench.Queued.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(QueueOutcome.TimedOut)]
    [InlineData(QueueOutcome.NoAgents)]
    public async Task A_caller_nobody_can_serve_is_told_to_call_later(QueueOutcome outcome)
    {
        _bench.Outcomes.Enqueue(outcome);

        var line = await _bench.CallAsync(Individual, "3");

        line.Heard[^1].ShouldBe("common.try_later");
        line.HangUps.ShouldBe([CallEndReason.NoAgent]);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_ends_everything_quietly()
    {
        var line = await _bench.CallAsync(Unidentified);

        line.Answered.ShouldBeTrue();
        line.HangUps.ShouldBeEmpty("he has hung up himself");
        _bench.Queued.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_billing_failure_is_said_and_the_menu_goes_on()
    {
        _bench.Invoice = () => throw new InvalidOperationException("the invoices are away");

        var line = await _bench.CallAsync(Individual, "2", "3");

        line.Heard.ShouldContain("common.unavailable");
        _bench.Queued.Single().TeamCode.ShouldBe("customer_services");
    }

    [Theory]
    [InlineData("200", "appliance", "1", "appliance_service")]
    [InlineData("+902124440000", "appliance", "2", "appliance_service")]
    [InlineData("300", "municipal", "1", "citizen_services")]
    [InlineData("0101234567", "municipal", "2", "citizen_services")]
    public async Task The_other_units_have_their_own_menus(string called, string unit, string key, string team)
    {
        await _bench.RunAsync(_bench.Line(Unidentified, called, unit).Types(key));

        _bench.Queued.ShouldBe([new QueueRequest(team)]);
    }

    [Fact]
    public async Task The_municipality_speaks_English_on_key_9()
    {
        var line = await _bench.RunAsync(_bench.Line(Unidentified, "300", "municipal", "sv").Types("9", "2"));

        line.Language.ShouldBe("en");
        line.MenuPath.Select(s => s.Key).ShouldBe(["9", "2"]);
    }
}

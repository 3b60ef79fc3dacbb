using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Tests.Ivr;

/// <summary>The corporate verification menu as D2 rules it.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string Right = "100200#4321#";
    private const string Wrong = "100200#9999#";

    private readonly IvrBench _bench = new();

    public void Dispose() => _bench.Dispose();

    private Task<FakeLine> CorporateAsync(params string[] entries) => _bench.CallAsync(CallerClass.Unidentified, ["5", .. entries]);

    [Fact]
    [Requirement("I-13")]
    [Requirement("I-16")]
    [Requirement("I-17")]
    [Requirement("I-18")]
    public async Task The_right_pair_verifies_reads_the_invoice_at_once_and_gives_the_customers_menu()
    {
        var line = await CorporateAsync(Right);

        line.Caller.ShouldBe(new CallerIdentity(CallerClass.VerifiedCorporate, IvrBench.SoftLtd, line.Caller.Candidates));
        var after = line.Heard[line.Heard.IndexOf("verify.verified")..];
        after[1].ShouldContain("249 lira 90 kuruş");
        after[2..].ShouldBe(["internet.menu.technical", "internet.menu.invoices", "internet.menu.general"]);
    }

    [Fact]
    [Requirement("I-11")]
    public async Task A_verified_caller_is_served_by_the_same_teams_and_is_not_unverified()
    {
        await CorporateAsync(Right, "1");

        var request = _bench.Queued.ShouldHaveSingleItem();
        request.TeamCode.ShouldBe("technical_support");
        request.Unverified.ShouldBeFalse();
    }

    [Fact]
    [Requirement("I-21")]
    public async Task The_third_wrong_pair_in_a_row_is_announced_and_drops_the_call()
    {
        var line = await CorporateAsync(Wrong, Wrong, Wrong, Right);

        line.Heard[^1].ShouldBe("verify.failed");
        line.HangUps.ShouldBe([CallEndReason.VerificationFailed]);
        line.Caller.Class.ShouldBe(CallerClass.Unidentified);
        _bench.Tried.Count.ShouldBe(3, "after the third nothing more is tried");
    }

    [Theory]
    [Requirement("I-21")]
    [InlineData("*")]
    [InlineData("", "", "")]
    public async Task Leaving_the_menu_and_coming_back_does_not_begin_the_count_anew(params string[] leave)
    {
        var line = await CorporateAsync([Wrong, Wrong, .. leave, "5", Wrong, Right]);

        line.Heard[^1].ShouldBe("verify.failed");
        line.HangUps.ShouldBe([CallEndReason.VerificationFailed]);
        _bench.Tried.Count.ShouldBe(3);
    }

    [Fact]
    [Requirement("I-20")]
    public async Task After_two_wrong_pairs_a_right_one_succeeds()
    {
        var line = await CorporateAsync(Wrong, Wrong, Right);

        line.Heard.Count(h => h == "verify.wrong").ShouldBe(2);
        line.Caller.Class.ShouldBe(CallerClass.VerifiedCorporate);
        line.HangUps.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("I-20")]
    public async Task Silence_between_wrong_pairs_is_no_wrong_entry()
    {
        var line = await CorporateAsync(Wrong, "", "100200#", "", "9999#", "", Right);

        line.Caller.Class.ShouldBe(CallerClass.VerifiedCorporate);
        _bench.Tried.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Three_silences_lead_back_to_the_menu()
    {
        var line = await CorporateAsync("", "", "", "3");

        line.Heard.Count(h => h == "verify.ask_number").ShouldBe(3);
        line.HangUps.ShouldBe([CallEndReason.AgentHungUp]);
        _bench.Queued.Single().TeamCode.ShouldBe("customer_services");
        _bench.Tried.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("1002*")]
    [InlineData("100200#*")]
    [InlineData("100200#43*")]
    public async Task The_star_leaves_at_any_moment(string keys)
    {
        var line = await CorporateAsync(keys, "3");

        _bench.Tried.ShouldBeEmpty();
        line.MenuPath.Select(s => s.Key).ShouldBe(["5", "3"]);
        line.KeysAreSecret.ShouldBeFalse();
    }

    [Fact]
    public async Task An_entry_without_its_hash_is_no_completed_pair()
    {
        var line = await CorporateAsync("100200", "", Right);

        _bench.Tried.ShouldHaveSingleItem();
        line.Caller.Class.ShouldBe(CallerClass.VerifiedCorporate);
    }

    [Fact]
    [Requirement("I-17")]
    public async Task What_is_said_never_tells_which_of_the_two_was_wrong()
    {
        var unknownNumber = await CorporateAsync("777777#4321#");
        var wrongPassword = await CorporateAsync("100200#0000#");

        unknownNumber.Heard.ShouldBe(wrongPassword.Heard);
    }

    [Fact]
    [Requirement("I-17")]
    public async Task Keys_are_secret_in_the_menu_and_reach_no_path()
    {
        var line = await CorporateAsync("4321#100200#4444", "3");

        line.MenuPath.ShouldAllBe(s => s.Key == "5" || s.Key == "3");
        line.SecretWhileReading.First().ShouldBeFalse("the main menu's keys are no secret");
        line.SecretWhileReading.Skip(1).Take(12).ShouldAllBe(secret => secret);
        line.Heard.ShouldAllBe(h => !h.Contains("4321") && !h.Contains("100200"));
    }

    [Fact]
    public async Task A_lock_sounds_as_a_wrong_pair_does()
    {
        _bench.Verdict = (_, _) => VerificationResult.Locked;

        var line = await CorporateAsync(Right, Right, Right);

        line.Heard.Count(h => h == "verify.wrong").ShouldBe(2);
        line.HangUps.ShouldBe([CallEndReason.VerificationFailed]);
    }

    [Fact]
    public async Task When_nobody_can_check_the_caller_is_told_and_goes_back_uncounted()
    {
        _bench.Verdict = (_, _) => throw new InvalidOperationException("the customers are away");

        var line = await CorporateAsync(Right, "3");

        line.Heard.ShouldContain("common.unavailable");
        line.HangUps.ShouldBe([CallEndReason.AgentHungUp]);
    }

    [Fact]
    public async Task A_password_of_thousands_of_digits_is_only_wrong()
    {
        var line = await CorporateAsync("100200#" + new string('7', 5000) + "#", Right);

        _bench.Tried[0].Password.Length.ShouldBeLessThanOrEqualTo(32);
        line.Caller.Class.ShouldBe(CallerClass.VerifiedCorporate);
    }

    [Fact]
    [Requirement("I-18")]
    public async Task Without_an_open_invoice_that_is_said()
    {
        _bench.Invoice = () => null;

        var line = await CorporateAsync(Right);

        line.Heard[line.Heard.IndexOf("verify.verified") + 1].ShouldBe("invoice.none_open");
    }

    [Fact]
    [Requirement("I-14")]
    public async Task The_pass_counts_for_this_call_only()
    {
        await CorporateAsync(Right);

        var next = await _bench.CallAsync(CallerClass.Unidentified);

        next.Choices.Select(c => c.Key).ShouldBe(['1', '3', '4', '5']);
    }
}

using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Tests.Ivr;

/// <summary>The verification menu beside a conversation: the flow's own block, with the count of the whole call (I-16 … I-21).</summary>
public sealed class VerifyInConversationTests : IDisposable
{
    private readonly IvrBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    [Requirement("I-16")]
    [Requirement("I-18")]
    public async Task The_agents_button_leads_through_the_same_menu_and_the_invoice_is_read_before_the_way_back()
    {
        var line = await QueuedAsync("3");

        line.Types("100200#", "4321#");
        await line.Verification!.RunAsync(line.HungUp);

        line.Caller.Class.ShouldBe(CallerClass.VerifiedCorporate);
        line.Steps.Select(s => s.Step).ShouldBe(
            [VerificationStepKind.AskedNumber, VerificationStepKind.AskedPassword, VerificationStepKind.Verified, VerificationStepKind.ReadingInvoice]);
        line.Heard[^1].ShouldContain("249 lira 90 kuruş");
        line.ReadOut.ShouldBe([(IvrBench.SoftLtd.Id, AccountOperations.Invoices)]);
        line.SecretWhileReading.ShouldAllBe(secret => secret || line.SecretWhileReading.IndexOf(secret) == 0, "only the main menu's key is none");
        line.KeysAreSecret.ShouldBeFalse();
    }

    [Fact]
    [Requirement("I-21")]
    public async Task Wrong_pairs_of_the_caller_alone_and_of_the_agents_button_count_together()
    {
        var line = await QueuedAsync("5", "100200#9999#", "100200#9999#", "*", "3");

        line.Types("100200#", "9999#");
        await line.Verification!.RunAsync(line.HungUp);

        line.Heard[^1].ShouldBe("verify.failed");
        line.HangUps[^1].ShouldBe(CallEndReason.VerificationFailed);
        line.Steps[^1].ShouldBe((VerificationStepKind.Failed, 3));
        _bench.Tried.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(VerificationStepKind.LeftByStar, "*")]
    [InlineData(VerificationStepKind.LeftBySilence, "", "", "")]
    [Requirement("I-20")]
    public async Task He_leaves_as_he_came(VerificationStepKind how, params string[] keys)
    {
        var line = await QueuedAsync("3");

        line.Types(keys);
        await line.Verification!.RunAsync(line.HungUp);

        line.Steps[^1].ShouldBe((how, 0));
        line.Caller.Class.ShouldBe(CallerClass.Unidentified);
    }

    [Fact]
    public async Task A_check_that_fails_gives_the_caller_back_with_a_word()
    {
        _bench.Verdict = (_, _) => throw new InvalidOperationException();
        var line = await QueuedAsync("3");

        line.Types("100200#", "4321#");
        await line.Verification!.RunAsync(line.HungUp);

        line.Steps[^1].Step.ShouldBe(VerificationStepKind.Unavailable);
        line.Heard[^1].ShouldBe("common.unavailable");
    }

    /// <summary>An unidentified caller who came as far as an agent.</summary>
    private async Task<FakeLine> QueuedAsync(params string[] keys)
    {
        var line = await _bench.CallAsync(CallerClass.Unidentified, keys);
        _bench.Queued.ShouldHaveSingleItem();
        line.HangUps.Clear();
        return line;
    }
}

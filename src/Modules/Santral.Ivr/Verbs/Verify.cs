using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>
/// The corporate verification menu (I-13 … I-21, D2): customer number `#`, service password `#`. Two wrong pairs are allowed, the third
/// in a row, over all visits of the call, plays a special announcement and drops the call. Silence is no wrong entry; after three the caller goes back where he came
/// from. `*` leaves. Nothing said tells which of the two was wrong.
/// </summary>
/// <param name="Verified">Said before the invoice is read.</param>
/// <param name="Failed">The special announcement before the call is dropped (I-21).</param>
/// <param name="ReadsInvoice">Switch of D2: read the invoice after success always (default), or not.</param>
/// <param name="Back">Where the caller came from.</param>
public sealed record Verify(
    string AskNumber,
    string AskPassword,
    string Wrong,
    string Silence,
    string Failed,
    string Verified,
    string Unavailable,
    string Next,
    string Back,
    bool ReadsInvoice = true,
    int FirstSeconds = 10,
    int NextSeconds = 6) : Verb
{
    private const int WrongAllowed = 2;
    private const int SilencesAllowed = 3;

    /// <summary>The menu an agent's button leads to in a flow that has none of its own (I-16).</summary>
    internal static Verify Plain { get; } = new(
        "verify.ask_number", "verify.ask_password", "verify.wrong", "common.silence", "verify.failed", "verify.verified", "common.unavailable", "", "");

    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next), ("back", Back));

    public override IEnumerable<string> Prompts =>
        [AskNumber, AskPassword, Wrong, Silence, Failed, Verified, Unavailable, .. ReadInvoice.SpokenAround];

    public override bool WaitsForCaller => true;

    internal override IEnumerable<(string To, CallerClass Class)> WaysOf(CallerClass caller) => [(Next, CallerClass.VerifiedCorporate), (Back, caller)];

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        run.Line.Stage = CallStage.Verification;
        run.Line.KeysAreSecret = true;
        try
        {
            return await AskAsync(run);
        }
        finally
        {
            // A digit of a password must not become a key of the next menu, nor be seen in its path.
            run.Line.ForgetKeys();
            run.Line.KeysAreSecret = false;
        }
    }

    private async Task<string?> AskAsync(FlowRun run)
    {
        while (true)
        {
            if (await ReadAsync(run, AskNumber, VerificationStepKind.AskedNumber) is not { } number
                || await ReadAsync(run, AskPassword, VerificationStepKind.AskedPassword) is not { } password)
            {
                return Back;
            }

            (VerificationResult Result, CustomerSummary? Customer) verdict;
            try
            {
                verdict = await run.VerifyAsync(number, password);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                run.Failed(e, nameof(Verify));
                run.Line.Verifying(VerificationStepKind.Unavailable, run.Wrong.Count);
                await run.PlayAsync([Unavailable], interruptible: false);
                return Back;
            }

            if (verdict is { Result: VerificationResult.Verified, Customer: { } account })
            {
                run.Wrong.Count = 0;
                return await WelcomeAsync(run, account);
            }

            // Locked counts and sounds as wrong does: it never changes the in-call rule (D2).
            if (++run.Wrong.Count > WrongAllowed)
            {
                run.Line.Verifying(VerificationStepKind.Failed, run.Wrong.Count);
                await run.PlayAsync([Failed], interruptible: false);
                await run.Line.HangUpAsync(CallEndReason.VerificationFailed);
                return null;
            }

            run.Line.ForgetKeys();
            run.Line.Verifying(VerificationStepKind.Wrong, run.Wrong.Count);
            await run.PlayAsync([Wrong], interruptible: true);
        }
    }

    private async Task<string?> WelcomeAsync(FlowRun run, CustomerSummary account)
    {
        run.Line.Verified(account);
        run.Line.Verifying(VerificationStepKind.Verified, 0);
        run.Line.ForgetKeys();
        run.Line.KeysAreSecret = false;
        await run.PlayAsync([Verified], interruptible: true);
        if (ReadsInvoice)
        {
            run.Line.Verifying(VerificationStepKind.ReadingInvoice, 0);
            await ReadInvoice.ReadAsync(run, account);
        }

        return Next;
    }

    /// <summary>Null when the caller leaves by `*` or stays silent too often.</summary>
    private async Task<string?> ReadAsync(FlowRun run, string ask, VerificationStepKind step)
    {
        run.Line.Verifying(step, run.Wrong.Count);
        for (var silences = 0; silences < SilencesAllowed; silences++)
        {
            await run.PlayAsync(silences == 0 ? [ask] : [Silence, ask], interruptible: true);
            var entry = await KeyReader.ReadAsync(run, TimeSpan.FromSeconds(FirstSeconds), TimeSpan.FromSeconds(NextSeconds));
            switch (entry.Kind)
            {
                case KeyEntryKind.Star:
                    run.Line.Verifying(VerificationStepKind.LeftByStar, run.Wrong.Count);
                    return null;
                case KeyEntryKind.Complete when entry.Digits.Length > 0:
                    return entry.Digits;
            }
        }

        run.Line.Verifying(VerificationStepKind.LeftBySilence, run.Wrong.Count);
        return null;
    }
}

namespace Santral.Contracts.Calls;

/// <summary>The verification menu of the call's flow, for a caller whom an agent sends there (D2, I-16): implemented by the IVR.</summary>
public interface IVerifyCaller
{
    /// <summary>
    /// Walks the caller through the menu. What came of it stands on the call: verified, dropped after the third wrong pair, or as before
    /// when he left by `*` or stayed silent. Wrong pairs count over all visits of the call (I-21).
    /// </summary>
    /// <param name="stop">Cancelled when the caller hangs up or the agent takes him back.</param>
    Task RunAsync(CancellationToken stop);
}

/// <summary>Where a caller is in the verification menu. Digits never stand anywhere.</summary>
public enum VerificationStepKind
{
    /// <summary>An agent sent him there.</summary>
    Sent,
    AskedNumber,
    AskedPassword,

    /// <summary>A completed pair that does not match; which of the two is never said (I-17).</summary>
    Wrong,

    /// <summary>The third wrong pair in a row: the announcement is played, then the call is dropped (I-21).</summary>
    Failed,
    Verified,
    ReadingInvoice,

    /// <summary>He left by `*`: no corporate customer.</summary>
    LeftByStar,

    /// <summary>Three silences.</summary>
    LeftBySilence,

    /// <summary>The check could not be done.</summary>
    Unavailable,

    /// <summary>The agent took him back.</summary>
    TakenBack,

    /// <summary>He speaks with the agent again.</summary>
    Back,
}

public sealed record VerificationStep(VerificationStepKind Kind, DateTimeOffset At);

/// <summary>What an agent sees of the verification of his caller, while it runs and after it.</summary>
/// <param name="WrongPairs">In a row, over all visits in this call; 0 after a right one.</param>
/// <param name="WrongAllowed">One more ends the call.</param>
/// <param name="VerifiedAt">Null while he is not verified. The pass counts for this call only.</param>
public sealed record DeskVerification(int WrongPairs, int WrongAllowed, DateTimeOffset? VerifiedAt, IReadOnlyList<VerificationStep> Steps)
{
    public static DeskVerification None { get; } = new(0, 2, null, []);
}

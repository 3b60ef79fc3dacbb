namespace Santral.Identity.Domain;

/// <summary>A person's second factor: a secret in an authenticator app, and codes on paper for the day the phone is lost.</summary>
public sealed class TwoFactor : Aggregate
{
    private readonly List<RecoveryCode> _recoveryCodes = [];

    private TwoFactor()
    {
    }

    public UserId UserId { get; private set; }

    /// <summary>Encrypted; null until the first code has shown that the app has it.</summary>
    public string? Secret { get; private set; }

    /// <summary>Encrypted; offered and not yet confirmed.</summary>
    public string? Pending { get; private set; }

    /// <summary>A code counts once: nothing up to this step is taken again (RFC 6238 §5.2).</summary>
    public long LastStep { get; private set; }

    public IReadOnlyList<RecoveryCode> RecoveryCodes => _recoveryCodes;

    public bool IsOn => Secret is not null;

    public static TwoFactor For(UserId user) => new() { UserId = user };

    public void Offer(string encryptedSecret)
    {
        if (IsOn)
        {
            throw new Refusal("identity.two_factor_on");
        }

        Pending = encryptedSecret;
    }

    public void Confirm(long step, IEnumerable<string> recoveryHashes)
    {
        Secret = Pending ?? throw new Refusal("identity.two_factor_not_begun");
        Pending = null;
        LastStep = step;
        _recoveryCodes.Clear();
        _recoveryCodes.AddRange(recoveryHashes.Select(h => new RecoveryCode(h)));
    }

    public void Use(long step) => LastStep = step;

    /// <summary>True when it was one of the codes on paper; it is crossed out.</summary>
    public bool UseRecovery(string hash) => _recoveryCodes.RemoveAll(c => c.Hash == hash) > 0;
}

/// <summary>One code on paper, known by its hash, good for one sign-in.</summary>
public sealed class RecoveryCode(string hash)
{
    public string Hash { get; private set; } = hash;
}

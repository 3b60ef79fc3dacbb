using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>The second factor's secrets, encrypted at rest, and the checking of typed codes.</summary>
internal sealed class SecondFactor(IdentityDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Santral.Identity.TwoFactor");

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Totp.SecretBytes);

    public string Protect(byte[] secret) => _protector.Protect(Convert.ToBase64String(secret));

    public async Task<TwoFactor?> FindAsync(UserId user, CancellationToken stop)
        => await db.TwoFactors.FirstOrDefaultAsync(f => f.UserId == user, stop);

    /// <summary>The step of a right code for the secret that is offered and not yet confirmed.</summary>
    public long? MatchPending(TwoFactor factor, string code)
        => factor.Pending is { } pending ? Totp.Match(Open(pending), code, clock.GetUtcNow(), factor.LastStep) : null;

    /// <summary>Takes a code from the app, once, or one from paper, once.</summary>
    public bool Take(TwoFactor factor, string code)
    {
        if (Totp.Match(Open(factor.Secret!), code, clock.GetUtcNow(), factor.LastStep) is { } step)
        {
            factor.Use(step);
            return true;
        }

        return factor.UseRecovery(HashRecovery(factor.UserId, code));
    }

    /// <summary>Case and spaces are the typist's; the person is part of the hash.</summary>
    public static string HashRecovery(UserId user, string code)
        => Secrets.Hash($"{user}:{new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant()}");

    private byte[] Open(string encrypted) => Convert.FromBase64String(_protector.Unprotect(encrypted));
}

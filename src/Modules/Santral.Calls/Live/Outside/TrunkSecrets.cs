using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Santral.Calls.Live.Outside;

/// <summary>The passwords of trunks, encrypted at rest with the keys of the data folder.</summary>
internal sealed class TrunkSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Santral.Calls.Trunk");

    public string Protect(string password) => _protector.Protect(password);

    /// <summary>Null where it cannot be read any more: the keys are another installation's, and the password must be set anew.</summary>
    public string? Open(string? secret)
    {
        try
        {
            return secret is null ? null : _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

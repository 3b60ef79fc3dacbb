using System.Security.Cryptography;
using System.Text;
using Santral.Contracts.Identity;

namespace Santral.Identity.Domain;

/// <summary>
/// A person's desk phone as the registrar knows it. Kept are the digests HA1 for our realm (RFC 7616 §3.4.2, RFC 8760 §2.4),
/// never the secret: it is shown once, typed into the phone and forgotten.
/// </summary>
public sealed class DeskPhone
{
    public const string Realm = IAuthenticateSip.Realm;

    private DeskPhone()
    {
    }

    public UserId UserId { get; private set; }

    public string SipUser { get; private set; } = "";

    public string Ha1Md5 { get; private set; } = "";

    /// <summary>Empty for a phone that knows only MD5.</summary>
    public string Ha1Sha256 { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public static DeskPhone For(UserId user, string sipUser) => new() { UserId = user, SipUser = sipUser };

    /// <summary>A sign-in name may be an e-mail address; a SIP user part may not hold its `@`.</summary>
    public static string SipUserOf(string userName) => userName.Replace('@', '.');

    /// <param name="onlyMd5">The phone is from before RFC 8760 and is offered nothing else.</param>
    public void TakeSecret(string secret, DateTimeOffset now, bool onlyMd5 = false)
    {
        var text = Encoding.UTF8.GetBytes($"{SipUser}:{Realm}:{secret}");
#pragma warning disable CA5351 // Desk phones that know only RFC 2617 digest need MD5; RFC 8760 §2.3 lets a registrar offer both.
        Ha1Md5 = Convert.ToHexStringLower(MD5.HashData(text));
#pragma warning restore CA5351
        Ha1Sha256 = onlyMd5 ? "" : Convert.ToHexStringLower(SHA256.HashData(text));
        ChangedAt = now;
    }
}

namespace Santral.Contracts.Identity;

/// <summary>Checks a desk phone's digest registration: one SIP user per person, with a secret made for the phone.</summary>
public interface IAuthenticateSip
{
    /// <summary>The one realm that secrets are kept for; another one in a challenge would lock every phone out.</summary>
    const string Realm = "santral";

    /// <summary>The person whose desk phone this is and HA1 (RFC 7616 §3.4.2) for the realm; null when unknown or disabled, or when the phone does not know the algorithm.</summary>
    /// <param name="algorithm">`MD5` or `SHA-256`.</param>
    SipSecret? Find(string sipUser, string realm, string algorithm);

    /// <summary>The person whose desk phone has this name; null when there is none, or the person is disabled.</summary>
    UserId? OwnerOf(string sipUser) => (Find(sipUser, Realm, "SHA-256") ?? Find(sipUser, Realm, "MD5"))?.User;
}

public sealed record SipSecret(UserId User, string Ha1);

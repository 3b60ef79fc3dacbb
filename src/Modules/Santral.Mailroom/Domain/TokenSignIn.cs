namespace Santral.Mailroom.Domain;

/// <summary>
/// Signing in by a token instead of a password (XOAUTH2), as Microsoft 365 and Google ask for: where tokens are had and what they are
/// had for. With a refresh token a person gave it once (RFC 6749 §6), without one the product itself has the right (§4.4).
/// </summary>
/// <param name="Secret">Encrypted; null for a client that has none.</param>
/// <param name="Refresh">Encrypted; null for client credentials.</param>
public sealed record TokenSignIn(string Url, string Client, string Scope, string? Secret, string? Refresh)
{
    public void CheckOrRefuse()
    {
        var isAddress = Uri.TryCreate(Url, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback));
        if (!isAddress || Client.Length == 0 || (Secret is null && Refresh is null))
        {
            throw new Refusal("mailroom.token_invalid", RefusalKind.Invalid);
        }
    }
}

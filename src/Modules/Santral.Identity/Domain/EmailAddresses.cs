namespace Santral.Identity.Domain;

/// <summary>Where a colleague is written to.</summary>
public static class EmailAddresses
{
    /// <summary>RFC 5321 §4.5.3.1.3.</summary>
    public const int MaxLength = 254;

    /// <summary>Null for none; refused with `identity.email_invalid` when no letter could go there.</summary>
    public static string? ReadOrRefuse(string? email)
    {
        var address = email?.Trim() ?? "";
        if (address.Length == 0)
        {
            return null;
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        return address.Length <= MaxLength && at is > 0 and <= 64 && address.LastIndexOf('@') == at
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "<>,;:\"()[]\\".Contains(c, StringComparison.Ordinal))
            && Uri.CheckHostName(address[(at + 1)..]) == UriHostNameType.Dns
                ? address
                : throw new Refusal("identity.email_invalid", RefusalKind.Invalid);
    }
}

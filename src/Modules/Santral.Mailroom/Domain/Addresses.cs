namespace Santral.Mailroom.Domain;

/// <summary>Mail addresses as the mailroom compares them.</summary>
public static class Addresses
{
    /// <summary>In small letters, as every server in practice reads them.</summary>
    public static string Key(string address) => address.Trim().ToLowerInvariant();

    /// <summary>A plain `local@domain` (RFC 5321 §4.1.2 without quoted parts), short enough for every server.</summary>
    public static bool IsAddress(string? address)
    {
        if (address is null || address.Length is 0 or > Mailbox.LongestAddress)
        {
            return false;
        }

        var at = address.LastIndexOf('@');
        return at is > 0 and <= 64 && at < address.Length - 1
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')' or '\\' or '[' or ']' or ':')
            && address.AsSpan().Count('@') == 1
            && Uri.CheckHostName(address[(at + 1)..]) == UriHostNameType.Dns;
    }

    /// <summary>Who gets letters by themselves: `a+1@host` and `a+2@host` are one, so that no number of them passes the bound.</summary>
    public static string BoundKey(string address)
    {
        var key = Key(address);
        var (plus, at) = (key.IndexOf('+', StringComparison.Ordinal), key.LastIndexOf('@'));
        return plus > 0 && plus < at ? key[..plus] + key[at..] : key;
    }

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    /// <summary>`support+abc@host` as `abc`; null where nothing was added.</summary>
    public static string? AddedTo(string mailbox, string address)
    {
        var (at, plus) = (address.LastIndexOf('@'), address.IndexOf('+', StringComparison.Ordinal));
        if (at < 0 || plus < 0 || plus > at)
        {
            return null;
        }

        return Key(address[..plus] + address[at..]) == Key(mailbox) ? address[(plus + 1)..at] : null;
    }

    /// <summary>The mailbox's address with something added: `support+abc@host`.</summary>
    public static string Adding(string mailbox, string added)
    {
        var at = mailbox.LastIndexOf('@');
        return $"{mailbox[..at]}+{added}{mailbox[at..]}";
    }

    // Addresses behind which nobody reads.
    private static readonly string[] Nobody =
        ["noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster", "bounce", "bounces"];

    /// <summary>Nobody reads what is answered there.</summary>
    public static bool IsNobody(string address)
    {
        var local = Key(address).Split('@')[0];
        return Nobody.Contains(local) || Nobody.Any(n => local.StartsWith(n + "+", StringComparison.Ordinal) || local.StartsWith(n + "-", StringComparison.Ordinal));
    }
}

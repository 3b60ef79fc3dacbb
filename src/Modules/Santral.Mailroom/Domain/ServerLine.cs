namespace Santral.Mailroom.Domain;

/// <summary>How the way to a server is kept secret.</summary>
public enum LineSecurity
{
    /// <summary>TLS from the first byte: IMAP 993, SMTP 465 (RFC 8314).</summary>
    Tls,

    /// <summary>TLS from the STARTTLS command on, or no connection: IMAP 143, SMTP 587.</summary>
    StartTls,

    /// <summary>Only for a server on this machine.</summary>
    None,
}

/// <summary>Where a server is and who signs in there.</summary>
/// <param name="User">Empty for a server that asks for no name.</param>
/// <param name="Secret">Encrypted, never shown; null while nothing was set.</param>
public sealed record ServerLine(string Host, int Port, LineSecurity Security, string User, string? Secret)
{
    /// <summary>Host and port, as people write them.</summary>
    public string At => $"{Host}:{Port}";

    private static readonly string[] Here = ["localhost", "127.0.0.1", "::1"];

    public void CheckOrRefuse()
    {
        if (string.IsNullOrWhiteSpace(Host) || Uri.CheckHostName(Host) == UriHostNameType.Unknown || Port is < 1 or > ushort.MaxValue)
        {
            throw new Refusal("mailroom.server_invalid", RefusalKind.Invalid, ("host", Host));
        }

        // A password must not cross a network in the clear, not even by mistake.
        if (Security == LineSecurity.None && !Here.Contains(Host))
        {
            throw new Refusal("mailroom.line_open", RefusalKind.Invalid, ("host", Host));
        }
    }
}

namespace Santral.Mailroom.Domain;

/// <summary>
/// A mailbox as an operator set it up: where its letters are fetched and sent, and what becomes of them (H-01 … H-03). How it goes is
/// in <see cref="MailboxState"/>, so that a letter that comes makes nobody's open form stale.
/// </summary>
public sealed class Mailbox : Aggregate, IAudited
{
    public const int LongestName = 80;
    public const int LongestAddress = 254;

    private Mailbox()
    {
    }

    public MailboxId Id { get; private set; }

    /// <summary>As customers read it beside the address.</summary>
    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>Address in small letters; no two mailboxes have the same.</summary>
    public string AddressKey { get; private set; } = "";

    /// <summary>What comes in: mail, or faxes that a gateway sends as mail.</summary>
    public LetterMedium Medium { get; private set; }

    public string ImapHost { get; private set; } = "";

    public int ImapPort { get; private set; }

    public LineSecurity ImapSecurity { get; private set; }

    public string ImapUser { get; private set; } = "";

    [Unaudited]
    public string? ImapSecret { get; private set; }

    public string SmtpHost { get; private set; } = "";

    public int SmtpPort { get; private set; }

    public LineSecurity SmtpSecurity { get; private set; }

    public string SmtpUser { get; private set; } = "";

    [Unaudited]
    public string? SmtpSecret { get; private set; }

    /// <summary>Where tokens are had; null for a mailbox that signs in by password.</summary>
    public string? TokenUrl { get; private set; }

    public string? TokenClient { get; private set; }

    public string? TokenScope { get; private set; }

    [Unaudited]
    public string? TokenSecret { get; private set; }

    [Unaudited]
    public string? TokenRefresh { get; private set; }

    /// <summary>SHA-256 of the one certificate believed of its servers; null where certificates are checked as browsers do.</summary>
    public string? Certificate { get; private set; }

    public string Folder { get; private set; } = "INBOX";

    /// <summary>Where letters go that were taken in; null leaves them where they are, marked as read.</summary>
    public string? DoneFolder { get; private set; }

    public string Unit { get; private set; } = "";

    public DefinitionId? CategoryId { get; private set; }

    /// <summary>Name of the server whose `Authentication-Results` are believed (RFC 8601); null believes none.</summary>
    public string? TrustedServer { get; private set; }

    /// <summary>Whether the server delivers `name+anything@…` here: then answers find their request by the address alone.</summary>
    public bool UsesPlus { get; private set; }

    public bool Acknowledges { get; private set; }

    /// <summary>How many letters by themselves one correspondent gets in an hour.</summary>
    public int MostAutomatic { get; private set; }

    /// <summary>In bytes; of a larger letter only the head is taken in.</summary>
    public long LargestLetter { get; private set; }

    /// <summary>For how many days after its end a request is taken up again by a letter.</summary>
    public int TakesUpDays { get; private set; }

    public bool IsPaused { get; private set; }

    public Guid AuditId => Id.Value;

    public ServerLine Imap => new(ImapHost, ImapPort, ImapSecurity, ImapUser, ImapSecret);

    public ServerLine Smtp => new(SmtpHost, SmtpPort, SmtpSecurity, SmtpUser, SmtpSecret);

    public TokenSignIn? Token => TokenUrl is { } url ? new TokenSignIn(url, TokenClient ?? "", TokenScope ?? "", TokenSecret, TokenRefresh) : null;

    public static Mailbox SetUp(MailboxId id, MailboxPlan plan)
    {
        var mailbox = new Mailbox { Id = id };
        mailbox.Change(plan);
        return mailbox;
    }

    public void Change(MailboxPlan plan)
    {
        plan.CheckOrRefuse();
        (Name, Address, AddressKey, Medium) = (plan.Name, plan.Address, Addresses.Key(plan.Address), plan.Medium);
        (ImapHost, ImapPort, ImapSecurity, ImapUser, ImapSecret) = (plan.Imap.Host, plan.Imap.Port, plan.Imap.Security, plan.Imap.User, plan.Imap.Secret);
        (SmtpHost, SmtpPort, SmtpSecurity, SmtpUser, SmtpSecret) = (plan.Smtp.Host, plan.Smtp.Port, plan.Smtp.Security, plan.Smtp.User, plan.Smtp.Secret);
        (TokenUrl, TokenClient, TokenScope, TokenSecret, TokenRefresh) =
            (plan.Token?.Url, plan.Token?.Client, plan.Token?.Scope, plan.Token?.Secret, plan.Token?.Refresh);
        (Certificate, Folder, DoneFolder) = (plan.Certificate, plan.Folder, plan.DoneFolder);
        (Unit, CategoryId, TrustedServer, UsesPlus) = (plan.Unit, plan.CategoryId, plan.TrustedServer, plan.UsesPlus);
        (Acknowledges, MostAutomatic, LargestLetter, TakesUpDays) = (plan.Acknowledges, plan.MostAutomatic, plan.LargestLetter, plan.TakesUpDays);
    }

    public void Pause() => IsPaused = true;

    public void GoOn() => IsPaused = false;
}

/// <summary>What a mailbox is the door of.</summary>
public enum LetterMedium
{
    Mail,

    /// <summary>A fax gateway: what comes is stored as a fax, and no machine writes back (M-02).</summary>
    Fax,
}

/// <summary>What an operator writes about a mailbox.</summary>
public sealed record MailboxPlan(
    string Name,
    string Address,
    ServerLine Imap,
    ServerLine Smtp,
    string? Certificate,
    string Folder,
    string? DoneFolder,
    string Unit,
    DefinitionId? CategoryId,
    string? TrustedServer,
    bool UsesPlus,
    bool Acknowledges,
    int MostAutomatic,
    long LargestLetter,
    int TakesUpDays,
    TokenSignIn? Token = null,
    LetterMedium Medium = LetterMedium.Mail)
{
    public const int MostMostAutomatic = 60;
    public const long SmallestLimit = 64 * 1024;
    
    /// <summary>What the file store keeps at most.</summary>
    public const long LargestLimit = 25L * 1024 * 1024;

    internal void CheckOrRefuse()
    {
        if (Name.Length is 0 or > Mailbox.LongestName)
        {
            throw new Refusal("mailroom.name_invalid", RefusalKind.Invalid, ("max", Mailbox.LongestName));
        }

        if (!Addresses.IsAddress(Address))
        {
            throw new Refusal("mailroom.address_invalid", RefusalKind.Invalid, ("address", Address));
        }

        Imap.CheckOrRefuse();
        Smtp.CheckOrRefuse();
        Token?.CheckOrRefuse();
        if (MostAutomatic is < 1 or > MostMostAutomatic || LargestLetter is < SmallestLimit or > LargestLimit || TakesUpDays is < 0 or > 3650)
        {
            throw new Refusal("mailroom.limit_invalid", RefusalKind.Invalid);
        }
    }
}

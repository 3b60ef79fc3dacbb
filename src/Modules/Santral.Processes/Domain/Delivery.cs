using Santral.Contracts.Workplace;

namespace Santral.Processes.Domain;

/// <summary>A message to the outside that an entry action asked for: a webhook that is tried until it arrives, a mail to one colleague, which waits where no mailbox is set up.</summary>
public sealed class Delivery : Aggregate
{
    public const int MostAttempts = 8;
    public const int LongestError = 300;
    private static readonly TimeSpan MailboxLooked = TimeSpan.FromMinutes(1);

    private Delivery()
    {
    }

    public Guid Id { get; private set; }

    public DeliveryKind Kind { get; private set; }

    public string Document { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public Guid DocumentId { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>Where the document is in the web app; empty when nowhere.</summary>
    public string Path { get; private set; } = "";

    public string Stage { get; private set; } = "";

    /// <summary>Address of the webhook, or the code of the mail's text.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Who gets the mail.</summary>
    public UserId? Recipient { get; private set; }

    public string BodyJson { get; private set; } = "";

    public DateTimeOffset DueAt { get; private set; }

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAt { get; private set; }

    public DeliveryProblem? Problem { get; private set; }

    /// <summary>What the problem is about: the place, a name, or the other side's own words.</summary>
    public string? LastError { get; private set; }

    public static Delivery Of(
        Guid id, DeliveryKind kind, StagedReference document, string stage, string target, string body, DateTimeOffset now, UserId? recipient = null) => new()
    {
        Id = id,
        Kind = kind,
        Document = document.Document,
        DocumentId = document.Id,
        Unit = document.Unit,
        Number = document.Number,
        Path = document.Path,
        Stage = stage,
        Target = target,
        Recipient = recipient,
        BodyJson = body,
        DueAt = now,
        NextAt = now,
        State = kind == DeliveryKind.Mail ? DeliveryState.WaitsForMail : DeliveryState.Waiting,
    };

    public void Arrived()
    {
        Attempts++;
        (State, Problem, LastError) = (DeliveryState.Done, null, null);
    }

    /// <summary>Tried again after 10 s, 20 s, 40 s … about twenty minutes in all; then a person must look.</summary>
    /// <param name="keepers">Who is told when it failed for good.</param>
    public void Failed(DeliveryTrouble trouble, IReadOnlyList<UserId> keepers, DateTimeOffset now)
    {
        Tried(trouble);
        if (Attempts >= MostAttempts)
        {
            GiveUp(keepers, now);
        }
        else
        {
            (State, NextAt) = (DeliveryState.Waiting, now.AddSeconds(10 * Math.Pow(2, Attempts - 1)));
        }
    }

    /// <summary>Trying again cannot help.</summary>
    public void GivenUp(DeliveryTrouble trouble, IReadOnlyList<UserId> keepers, DateTimeOffset now)
    {
        Tried(trouble);
        GiveUp(keepers, now);
    }

    /// <summary>There is no mailbox yet; whoever sets one up has it sent.</summary>
    public void NoMailbox(DateTimeOffset now) => (State, NextAt) = (DeliveryState.WaitsForMail, now.Add(MailboxLooked));

    public void TryAgain(DateTimeOffset now)
    {
        if (State != DeliveryState.Failed)
        {
            throw new Refusal("processes.delivery_not_failed");
        }

        (State, Attempts, NextAt) = (DeliveryState.Waiting, 0, now);
    }

    private void Tried(DeliveryTrouble trouble)
    {
        Attempts++;
        (Problem, LastError) = (trouble.Problem, trouble.Said.Length > LongestError ? trouble.Said[..LongestError] : trouble.Said);
    }

    /// <summary>A person must look. Those who keep the processes are told once, however often it is tried again.</summary>
    private void GiveUp(IReadOnlyList<UserId> keepers, DateTimeOffset now)
    {
        (State, NextAt) = (DeliveryState.Failed, now);
        if (keepers.Count > 0)
        {
            Raise(new NoticeDue(
                $"delivery:{Id}:failed",
                keepers,
                Kind == DeliveryKind.Webhook ? "notice.delivery_failed_webhook" : Number.Length > 0 ? "notice.delivery_failed_mail" : "notice.delivery_failed_warning",
                new Dictionary<string, string> { ["number"] = Number, ["where"] = Uri.TryCreate(Target, UriKind.Absolute, out var address) ? address.Host : Target },
                "/processes/deliveries?state=failed",
                NoticeKind.Warning,
                null,
                now));
        }
    }
}

public enum DeliveryKind
{
    Webhook,
    Mail,
}

public enum DeliveryState
{
    Waiting,
    WaitsForMail,
    Done,
    Failed,
}

/// <summary>Why it did not arrive. What a mail server refuses has the name of the mailroom's problem.</summary>
public enum DeliveryProblem
{
    /// <summary>The address is neither http nor https.</summary>
    NoAddress,

    /// <summary>The address is inside the house.</summary>
    Inside,

    /// <summary>The other side answered with an error.</summary>
    Answered,

    /// <summary>Who was to be written to is no longer here.</summary>
    NobodyLeft,

    /// <summary>Who is to be written to has no e-mail address.</summary>
    NoEmail,

    NameUnknown,
    Unreachable,
    TimedOut,
    HungUp,
    NoEncryption,
    Certificate,
    NotUnderstood,
    SignIn,
    PasswordLost,
    Token,
    NoFolder,
    Storage,
    Refused,
    Other,
}

/// <param name="Said">What it is about: the place, a name, or the other side's own words.</param>
public sealed record DeliveryTrouble(DeliveryProblem Problem, string Said);

/// <summary>The secret that signs webhooks, so that their receiver knows who sent them.</summary>
public sealed class WebhookKey
{
    public const int Only = 1;

    /// <summary>What the audit trail knows it by.</summary>
    public static readonly Guid AuditId = new("5ec2e700-0000-7000-8000-000000000001");

    private WebhookKey()
    {
    }

    public WebhookKey(string secret) => Secret = secret;

    public int Id { get; private set; } = Only;

    public string Secret { get; private set; } = "";
}

namespace Santral.Processes.Domain;

/// <summary>A message to the outside that an entry action asked for: a webhook that is tried until it arrives, a mail to one colleague, which waits where no mailbox is set up.</summary>
public sealed class Delivery
{
    public const int MostAttempts = 8;
    private const int LongestError = 300;
    private static readonly TimeSpan MailboxLooked = TimeSpan.FromMinutes(1);

    private Delivery()
    {
    }

    public Guid Id { get; private set; }

    public DeliveryKind Kind { get; private set; }

    public string Document { get; private set; } = "";

    public Guid DocumentId { get; private set; }

    public string Number { get; private set; } = "";

    public string Stage { get; private set; } = "";

    /// <summary>Address of the webhook, or the code of the mail's text.</summary>
    public string Target { get; private set; } = "";

    public string BodyJson { get; private set; } = "";

    public DateTimeOffset DueAt { get; private set; }

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAt { get; private set; }

    public string? LastError { get; private set; }

    public static Delivery Of(Guid id, DeliveryKind kind, StagedReference document, string stage, string target, string body, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = kind,
        Document = document.Document,
        DocumentId = document.Id,
        Number = document.Number,
        Stage = stage,
        Target = target,
        BodyJson = body,
        DueAt = now,
        NextAt = now,
        State = kind == DeliveryKind.Mail ? DeliveryState.WaitsForMail : DeliveryState.Waiting,
    };

    public void Arrived()
    {
        Attempts++;
        (State, LastError) = (DeliveryState.Done, null);
    }

    /// <summary>Tried again after 10 s, 20 s, 40 s … about twenty minutes in all; then a person must look.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > LongestError ? error[..LongestError] : error;
        (State, NextAt) = Attempts >= MostAttempts
            ? (DeliveryState.Failed, now)
            : (DeliveryState.Waiting, now.AddSeconds(10 * Math.Pow(2, Attempts - 1)));
    }

    /// <summary>Trying again cannot help.</summary>
    public void GivenUp(string error, DateTimeOffset now)
    {
        Failed(error, now);
        State = DeliveryState.Failed;
    }

    /// <summary>There is no mailbox yet; whoever sets one up has it sent.</summary>
    public void NoMailbox(DateTimeOffset now) => (State, NextAt) = (DeliveryState.WaitsForMail, now.Add(MailboxLooked));

    public void TryAgain(DateTimeOffset now) => (State, Attempts, NextAt) = (DeliveryState.Waiting, 0, now);
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

/// <summary>The secret that signs webhooks, so that their receiver knows who sent them.</summary>
public sealed class WebhookKey
{
    public const int Only = 1;

    private WebhookKey()
    {
    }

    public WebhookKey(string secret) => Secret = secret;

    public int Id { get; private set; } = Only;

    public string Secret { get; private set; } = "";
}

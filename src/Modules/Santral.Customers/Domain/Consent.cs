namespace Santral.Customers.Domain;

/// <summary>What a customer agrees to, or takes back.</summary>
public enum ConsentKind
{
    Marketing,
    Profiling,
    DataSharing,
    CallRecording,
}

public enum ConsentChannel
{
    Any,
    Phone,
    Sms,
    Email,
    Post,
}

/// <summary>
/// One declaration of a customer: given or withdrawn, when, heard by whom, to which text (KVKK art. 5, GDPR art. 7). Nothing is overwritten:
/// the last one of a kind and channel holds, the ones before it prove what held then.
/// </summary>
public sealed class Consent : IAudited
{
    public const int LongestTextVersion = 40;

    private Consent()
    {
    }

    public Consent(Guid id, CustomerId customer, ConsentKind kind, ConsentChannel channel, bool isGiven, string textVersion, UserId? by, DateTimeOffset at)
    {
        (Id, CustomerId, Kind, Channel, IsGiven, TextVersion, By, At) = (id, customer, kind, channel, isGiven, textVersion, by, at);
    }

    public Guid Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public ConsentKind Kind { get; private set; }

    public ConsentChannel Channel { get; private set; }

    public bool IsGiven { get; private set; }

    /// <summary>Which text was read out or shown: `2026-03`.</summary>
    public string TextVersion { get; private set; } = "";

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid AuditId => CustomerId.Value;
}

/// <summary>A remark about a customer that stays: who wrote it, when.</summary>
public sealed class CustomerNote : IAudited
{
    public const int LongestText = 4000;

    private CustomerNote()
    {
    }

    public CustomerNote(Guid id, CustomerId customer, string text, UserId? by, DateTimeOffset at)
        => (Id, CustomerId, Text, By, At) = (id, customer, text, by, at);

    public Guid Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    [Unaudited]
    public string Text { get; private set; } = "";

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid AuditId => CustomerId.Value;
}

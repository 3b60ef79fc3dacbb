namespace Santral.Requests.Domain;

/// <summary>What the customer wants (D6): to know something, something done, or to be heard.</summary>
public enum RequestKind
{
    Information,
    Action,
    Comment,
}

/// <summary>How much it hurries, as the agent hears it.</summary>
public enum RequestPriority
{
    Low,
    Normal,
    High,
    Urgent,
}

/// <summary>What a stage means to programs, whatever an operator calls it (D3).</summary>
public enum StageKind
{
    New,
    InProgress,
    Waiting,
    Resolved,
    Closed,
    Rejected,
}

/// <summary>On which way a contact came.</summary>
public enum Channel
{
    Phone,
    Email,
    Sms,
    Web,
    Letter,
    Visit,
}

/// <summary>A way of answering the customer: an entry of a definition table.</summary>
public readonly record struct ContactMethodId(Guid Value) : IId<ContactMethodId>
{
    public static ContactMethodId From(Guid value) => new(value);

    public static ContactMethodId Parse(string s, IFormatProvider? provider) => Id.Parse<ContactMethodId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ContactMethodId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>One saved view of the request list.</summary>
public readonly record struct ViewId(Guid Value) : IId<ViewId>
{
    public static ViewId From(Guid value) => new(value);

    public static ViewId Parse(string s, IFormatProvider? provider) => Id.Parse<ViewId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ViewId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

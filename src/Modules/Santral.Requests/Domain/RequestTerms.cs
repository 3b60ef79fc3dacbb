namespace Santral.Requests.Domain;

/// <summary>What the customer wants (D6): to know something, something done, or to be heard.</summary>
public enum RequestKind
{
    Information,
    Action,
    Comment,
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
    Fax,

    /// <summary>A message on the telephone.</summary>
    Voicemail,
}

/// <summary>One saved view of the request list.</summary>
public readonly record struct ViewId(Guid Value) : IId<ViewId>
{
    public static ViewId From(Guid value) => new(value);

    public static ViewId Parse(string s, IFormatProvider? provider) => Id.Parse<ViewId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ViewId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

using System.Collections.Frozen;
using System.Text;

namespace Santral.Sip.Messages;

/// <summary>Header names in their full form; compact forms (RFC 3261 §7.3.3) are turned into these when read.</summary>
public static class SipNames
{
    public const string Via = "Via";
    public const string From = "From";
    public const string To = "To";
    public const string CallId = "Call-ID";
    public const string CSeq = "CSeq";
    public const string MaxForwards = "Max-Forwards";
    public const string Contact = "Contact";
    public const string Route = "Route";
    public const string RecordRoute = "Record-Route";
    public const string ContentType = "Content-Type";
    public const string ContentLength = "Content-Length";
    public const string ContentEncoding = "Content-Encoding";
    public const string ContentDisposition = "Content-Disposition";
    public const string Expires = "Expires";
    public const string MinExpires = "Min-Expires";
    public const string Allow = "Allow";
    public const string Accept = "Accept";
    public const string AcceptEncoding = "Accept-Encoding";
    public const string AcceptLanguage = "Accept-Language";
    public const string Supported = "Supported";
    public const string Unsupported = "Unsupported";
    public const string Require = "Require";
    public const string ProxyRequire = "Proxy-Require";
    public const string RetryAfter = "Retry-After";
    public const string Reason = "Reason";
    public const string Warning = "Warning";
    public const string WwwAuthenticate = "WWW-Authenticate";
    public const string Authorization = "Authorization";
    public const string ProxyAuthenticate = "Proxy-Authenticate";
    public const string ProxyAuthorization = "Proxy-Authorization";
    public const string PAssertedIdentity = "P-Asserted-Identity";
    public const string PPreferredIdentity = "P-Preferred-Identity";
    public const string RemotePartyId = "Remote-Party-ID";
    public const string Privacy = "Privacy";
    public const string Date = "Date";
    public const string Path = "Path";
    public const string Subject = "Subject";
    public const string UserAgent = "User-Agent";
    public const string Server = "Server";
    public const string SessionExpires = "Session-Expires";
    public const string MinSE = "Min-SE";
    public const string RSeq = "RSeq";
    public const string RAck = "RAck";
    public const string Event = "Event";
    public const string ReferTo = "Refer-To";
    public const string ReferredBy = "Referred-By";
    public const string ReferSub = "Refer-Sub";
    public const string Replaces = "Replaces";
    public const string SubscriptionState = "Subscription-State";

    private static readonly string[] Known =
    [
        Via, From, To, CallId, CSeq, MaxForwards, Contact, Route, RecordRoute, ContentType, ContentLength, ContentEncoding,
        ContentDisposition, Expires, MinExpires, Allow, Accept, AcceptEncoding, AcceptLanguage, Supported, Unsupported, Require,
        ProxyRequire, RetryAfter, Reason, Warning, WwwAuthenticate, Authorization, ProxyAuthenticate, ProxyAuthorization,
        PAssertedIdentity, PPreferredIdentity, RemotePartyId, Privacy, Date, Path, Subject, UserAgent, Server, SessionExpires,
        MinSE, RSeq, RAck, Event, ReferTo, ReferredBy, ReferSub, Replaces, "Diversion", "History-Info", "Allow-Events",
        "Alert-Info", "Call-Info", "Organization", "Timestamp", "MIME-Version", SubscriptionState,
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Build();

    /// <summary>The full name of a known header, whatever its case or compactness; any other name as it was written.</summary>
    internal static string NameOf(ReadOnlySpan<byte> name)
    {
        Span<char> chars = stackalloc char[32];
        if (name.Length <= chars.Length)
        {
            var length = Encoding.ASCII.GetChars(name, chars);
            if (Lookup.TryGetValue(chars[..length], out var known))
            {
                return known;
            }
        }

        return Encoding.ASCII.GetString(name);
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var names = Known.ToDictionary(n => n, n => n, StringComparer.OrdinalIgnoreCase);
        (string Compact, string Full)[] compact =
        [
            ("v", Via), ("f", From), ("t", To), ("i", CallId), ("m", Contact), ("c", ContentType), ("l", ContentLength), ("e", ContentEncoding),
            ("k", Supported), ("s", Subject), ("x", SessionExpires), ("r", ReferTo), ("b", ReferredBy), ("o", Event), ("u", "Allow-Events"),
        ];
        foreach (var (letter, full) in compact)
        {
            names[letter] = full;
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

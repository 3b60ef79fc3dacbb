namespace Santral.Sip.Messages;

/// <summary>How reading a message ended.</summary>
public enum ParseStatus
{
    Complete,
    NeedMore,
    Bad,
}

/// <summary>Why a message is bad: a closed list, used in counters and in the reason phrase of the 400 sent.</summary>
public enum SipFaultWhy
{
    None,
    StartLine,
    Version,
    RequestUri,
    StatusCode,
    HeaderLine,
    HeaderEnd,
    MessageTooLong,
    LineTooLong,
    TooManyHeaders,
    UriTooLong,
    BodyTooLong,
    DuplicateHeader,
    MissingHeader,
    Via,
    From,
    To,
    CallId,
    CSeq,
    CSeqMethod,
    MaxForwards,
    ContentLength,
    BodyTooShort,
    Contact,
    Expires,
    Route,
}

/// <summary>Where reading stopped and why.</summary>
public readonly record struct SipFault(SipFaultWhy Why, int Offset)
{
    /// <summary>The reason phrase of the 400 (RFC 3261 §21.4.1 asks to name the problem).</summary>
    public string Phrase => Why switch
    {
        SipFaultWhy.None => "Bad Request",
        SipFaultWhy.StartLine => "Bad Start Line",
        SipFaultWhy.Version => "Version Not Supported",
        SipFaultWhy.RequestUri => "Bad Request-URI",
        SipFaultWhy.StatusCode => "Bad Status Code",
        SipFaultWhy.HeaderLine => "Bad Header Line",
        SipFaultWhy.HeaderEnd => "Headers Not Ended",
        SipFaultWhy.MessageTooLong => "Message Too Large",
        SipFaultWhy.LineTooLong => "Line Too Long",
        SipFaultWhy.TooManyHeaders => "Too Many Headers",
        SipFaultWhy.UriTooLong => "Request-URI Too Long",
        SipFaultWhy.BodyTooLong => "Request Entity Too Large",
        SipFaultWhy.DuplicateHeader => "Duplicate Header",
        SipFaultWhy.MissingHeader => "Missing Header",
        SipFaultWhy.Via => "Bad Via",
        SipFaultWhy.From => "Bad From",
        SipFaultWhy.To => "Bad To",
        SipFaultWhy.CallId => "Bad Call-ID",
        SipFaultWhy.CSeq => "Bad CSeq",
        SipFaultWhy.CSeqMethod => "CSeq Method Mismatch",
        SipFaultWhy.MaxForwards => "Bad Max-Forwards",
        SipFaultWhy.ContentLength => "Bad Content-Length",
        SipFaultWhy.BodyTooShort => "Body Shorter Than Content-Length",
        SipFaultWhy.Contact => "Bad Contact",
        SipFaultWhy.Expires => "Bad Expires",
        SipFaultWhy.Route => "Bad Route",
        _ => "Bad Request",
    };

    /// <summary>The status code that answers a request with this fault.</summary>
    public int Code => Why switch
    {
        SipFaultWhy.Version => 505,
        SipFaultWhy.UriTooLong => 414,
        SipFaultWhy.BodyTooLong => 413,
        SipFaultWhy.MessageTooLong => 513,
        _ => 400,
    };
}

/// <summary>What reading gave: the message, or the fault and as much of a request as an answer needs.</summary>
public readonly record struct SipParsed(SipMessage? Message, SipFault Fault, int Consumed);

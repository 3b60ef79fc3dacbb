namespace Santral.Sip.Grammar;

/// <summary>Takes the comma-separated elements of a header apart; commas inside quotes and angle brackets do not separate (RFC 3261 §7.3.1).</summary>
internal ref struct CommaList
{
    private ReadOnlySpan<byte> _rest;
    private bool _more;

    public CommaList(ReadOnlySpan<byte> text)
    {
        _rest = text;
        _more = !SipChars.Trim(text).IsEmpty;
        Current = default;
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly CommaList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_more)
        {
            return false;
        }

        var angle = false;
        for (var i = 0; i < _rest.Length; i++)
        {
            switch (_rest[i])
            {
                case (byte)'"' when !angle:
                    // A quote that is never closed takes the rest with it: looking behind each of many would be quadratic.
                    i = QuotedString.TryMeasure(_rest[i..], out var length) ? i + length - 1 : _rest.Length;
                    break;
                case (byte)'<':
                    angle = true;
                    break;
                case (byte)'>':
                    angle = false;
                    break;
                case (byte)',' when !angle:
                    Current = SipChars.Trim(_rest[..i]);
                    _rest = _rest[(i + 1)..];
                    return true;
            }
        }

        Current = SipChars.Trim(_rest);
        _rest = default;
        _more = false;
        return true;
    }
}

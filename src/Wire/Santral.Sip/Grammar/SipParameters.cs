using System.Buffers;
using System.Text;
using Santral.Sip.Messages;

namespace Santral.Sip.Grammar;

/// <summary>One ;name=value as it was written; a null value means the bare name.</summary>
public readonly record struct SipParameter(string Name, string? Value);

/// <summary>Parameters in the order received, unknown ones included: they survive a round trip unchanged.</summary>
public sealed class SipParameters : IEquatable<SipParameters>
{
    public static readonly SipParameters Empty = new([]);

    /// <summary>More than any real header carries, few enough that lookups stay linear.</summary>
    public const int MaxCount = 32;

    private readonly SipParameter[] _items;

    private SipParameters(SipParameter[] items) => _items = items;

    public int Count => _items.Length;

    public IReadOnlyList<SipParameter> Items => _items;

    /// <summary>The value as written (quotes kept), "" for a bare name, null when absent.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var item in _items)
            {
                if (string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return item.Value ?? "";
                }
            }

            return null;
        }
    }

    public bool Has(string name) => this[name] is not null;

    public static SipParameters Of(params ReadOnlySpan<SipParameter> items) => items.IsEmpty ? Empty : new(items.ToArray());

    /// <summary>The same list with this name set: in place when it is there, at the end when it is not.</summary>
    public SipParameters With(string name, string? value)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (string.Equals(_items[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                var copy = (SipParameter[])_items.Clone();
                copy[i] = new(_items[i].Name, value);
                return new(copy);
            }
        }

        return new([.. _items, new(name, value)]);
    }

    public SipParameters Without(string name) =>
        Has(name) ? new([.. _items.Where(i => !string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase))]) : this;

    /// <summary>*( SEMI generic-param ); generic-param = token [ EQUAL gen-value ]; gen-value = token / host / quoted-string (§25.1).</summary>
    public static bool TryParseHeader(ReadOnlySpan<byte> text, out SipParameters parameters)
    {
        parameters = Empty;
        text = SipChars.Trim(text);
        var items = new List<SipParameter>(4);
        while (!text.IsEmpty)
        {
            if (text[0] != (byte)';' || items.Count >= MaxCount)
            {
                return false;
            }

            text = SipChars.TrimStart(text[1..]);
            if (!TryTakeToken(ref text, out var name))
            {
                return false;
            }

            text = SipChars.TrimStart(text);
            string? value = null;
            if (!text.IsEmpty && text[0] == (byte)'=')
            {
                text = SipChars.TrimStart(text[1..]);
                if (!TryTakeValue(ref text, out value))
                {
                    return false;
                }

                text = SipChars.TrimStart(text);
            }

            items.Add(new(name, value));
        }

        parameters = items.Count == 0 ? Empty : new([.. items]);
        return true;
    }

    /// <summary>uri-parameters = *( ";" uri-parameter ); no space, escapes allowed (§25.1).</summary>
    public static bool TryParseUri(ReadOnlySpan<byte> text, out SipParameters parameters)
    {
        parameters = Empty;
        var items = new List<SipParameter>(2);
        while (!text.IsEmpty)
        {
            if (text[0] != (byte)';' || items.Count >= MaxCount)
            {
                return false;
            }

            text = text[1..];
            var end = text.IndexOf((byte)';');
            var one = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[end..];
            var equals = one.IndexOf((byte)'=');
            var name = equals < 0 ? one : one[..equals];
            var value = equals < 0 ? default : one[(equals + 1)..];
            if (name.IsEmpty || (equals >= 0 && value.IsEmpty)
                || !SipChars.IsEscaped(name, SipChars.UriParameter) || !SipChars.IsEscaped(value, SipChars.UriParameter))
            {
                return false;
            }

            items.Add(new(Encoding.ASCII.GetString(name), equals < 0 ? null : Encoding.ASCII.GetString(value)));
        }

        parameters = items.Count == 0 ? Empty : new([.. items]);
        return true;
    }

    public void WriteTo(ref SipWriter writer)
    {
        foreach (var (name, value) in _items)
        {
            writer.Write(";"u8);
            writer.Write(name);
            if (value is not null)
            {
                writer.Write("="u8);
                writer.Write(value);
            }
        }
    }

    public bool Equals(SipParameters? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as SipParameters);

    public override int GetHashCode() => _items.Length == 0 ? 0 : _items[0].GetHashCode() ^ _items.Length;

    private static bool TryTakeToken(ref ReadOnlySpan<byte> text, out string token)
    {
        var end = text.IndexOfAnyExcept(SipChars.Token);
        end = end < 0 ? text.Length : end;
        token = Encoding.ASCII.GetString(text[..end]);
        text = text[end..];
        return end > 0;
    }

    private static bool TryTakeValue(ref ReadOnlySpan<byte> text, out string? value)
    {
        value = null;
        int length;
        if (!text.IsEmpty && text[0] == (byte)'"')
        {
            if (!QuotedString.TryMeasure(text, out length))
            {
                return false;
            }
        }
        else
        {
            // A host value may be an IPv6 address, with (maddr) or without (received, RFC 3261 §25.1) its brackets.
            length = text.IndexOfAnyExcept(HostOrToken);
            length = length < 0 ? text.Length : length;
        }

        value = Encoding.UTF8.GetString(text[..length]);
        text = text[length..];
        return length > 0;
    }

    private static readonly SearchValues<byte> HostOrToken =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~[]:"u8);
}

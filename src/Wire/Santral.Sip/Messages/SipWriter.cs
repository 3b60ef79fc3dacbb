using System.Buffers.Text;
using System.Text;

namespace Santral.Sip.Messages;

/// <summary>Fills the caller's buffer; running out of room is remembered, never thrown.</summary>
public ref struct SipWriter(Span<byte> target)
{
    /// <summary>No single value of a message is longer.</summary>
    public const int LargestValue = 65_535;

    private readonly Span<byte> _target = target;
    private int _length;

    public bool Overflowed { get; private set; }

    public readonly int Length => _length;

    public readonly ReadOnlySpan<byte> Written => _target[.._length];

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        if (Overflowed || !bytes.TryCopyTo(_target[_length..]))
        {
            Overflowed = true;
            return;
        }

        _length += bytes.Length;
    }

    public void Write(string text)
    {
        if (Overflowed || !Encoding.UTF8.TryGetBytes(text, _target[_length..], out var written))
        {
            Overflowed = true;
            return;
        }

        _length += written;
    }

    public void Write(int number)
    {
        if (Overflowed || !Utf8Formatter.TryFormat(number, _target[_length..], out var written))
        {
            Overflowed = true;
            return;
        }

        _length += written;
    }

    public readonly string ToText() => Encoding.UTF8.GetString(Written);
}

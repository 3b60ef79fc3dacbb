using System.Collections;
using System.Text;

namespace Santral.Sip.Messages;

/// <summary>One header line: full name of a known header, unfolded value bytes.</summary>
public readonly record struct SipHeader(string Name, ReadOnlyMemory<byte> Value)
{
    public SipHeader(string name, string value)
        : this(name, Encoding.UTF8.GetBytes(value))
    {
    }

    public string Text => Encoding.UTF8.GetString(Value.Span);

    public bool Is(string name) => ReferenceEquals(Name, name) || string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The headers of a message in the order received, unknown ones included.</summary>
public sealed class SipHeaders : IReadOnlyList<SipHeader>
{
    private readonly List<SipHeader> _items;

    public SipHeaders(int capacity = 12) => _items = new(capacity);

    public int Count => _items.Count;

    public SipHeader this[int index] => _items[index];

    public void Add(string name, string value) => _items.Add(new(name, value));

    public void Add(SipHeader header) => _items.Add(header);

    public void AddRange(IEnumerable<SipHeader>? headers) => _items.AddRange(headers ?? []);

    public int CountOf(string name)
    {
        var count = 0;
        foreach (var item in _items)
        {
            count += item.Is(name) ? 1 : 0;
        }

        return count;
    }

    public bool Has(string name) => IndexOf(name) >= 0;

    public bool TryGet(string name, out ReadOnlySpan<byte> value)
    {
        var index = IndexOf(name);
        value = index < 0 ? default : _items[index].Value.Span;
        return index >= 0;
    }

    /// <summary>The first value as text, null when absent.</summary>
    public string? Text(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : _items[index].Text;
    }

    /// <summary>The elements of a comma-separated header over all its lines, as text.</summary>
    public IReadOnlyList<string> List(string name)
    {
        List<string>? found = null;
        foreach (var item in _items)
        {
            if (!item.Is(name))
            {
                continue;
            }

            foreach (var element in new Grammar.CommaList(item.Value.Span))
            {
                (found ??= []).Add(Encoding.UTF8.GetString(element));
            }
        }

        return found ?? [];
    }

    public bool ListHas(string name, string element)
    {
        foreach (var item in List(name))
        {
            if (string.Equals(item, element, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public void Set(string name, string value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            Add(name, value);
            return;
        }

        _items[index] = new(name, value);
    }

    public void Remove(string name) => _items.RemoveAll(i => i.Is(name));

    public void CopyTo(SipHeaders target, string name)
    {
        foreach (var item in _items)
        {
            if (item.Is(name))
            {
                target.Add(item);
            }
        }
    }

    public IEnumerator<SipHeader> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void InsertFirst(SipHeader header) => _items.Insert(0, header);

    internal void Replace(int index, SipHeader header) => _items[index] = header;

    internal int IndexOf(string name)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i].Is(name))
            {
                return i;
            }
        }

        return -1;
    }
}

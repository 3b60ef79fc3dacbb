using System.Text;
using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>A request or a response: headers and a body whose bytes mean nothing to this stack.</summary>
public abstract class SipMessage
{
    private Via? _via;
    private NameAddr? _from;
    private NameAddr? _to;
    private CSeq? _cseq;
    private string? _callId;

    public SipHeaders Headers { get; } = new();

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The topmost Via, null when missing or malformed.</summary>
    public Via? TopVia => _via ??= ReadVia();

    public NameAddr? From => _from ??= Address(SipNames.From);

    public NameAddr? To => _to ??= Address(SipNames.To);

    public CSeq? CSeq => _cseq ??= Headers.TryGet(SipNames.CSeq, out var value) && Grammar.CSeq.TryParse(value, out var parsed) ? parsed : null;

    public string? CallId => _callId ??= Headers.Text(SipNames.CallId);

    public string? ContentType => Headers.Text(SipNames.ContentType);

    /// <summary>Every address of a header like Contact, Route or P-Asserted-Identity; false when one is malformed.</summary>
    public bool TryAddresses(string name, out IReadOnlyList<NameAddr> addresses)
    {
        List<NameAddr>? found = null;
        addresses = [];
        foreach (var header in Headers)
        {
            if (!header.Is(name))
            {
                continue;
            }

            foreach (var element in new CommaList(header.Value.Span))
            {
                if (!NameAddr.TryParse(element, out var address))
                {
                    return false;
                }

                (found ??= []).Add(address);
            }
        }

        addresses = found ?? (IReadOnlyList<NameAddr>)[];
        return true;
    }

    /// <summary>A whole number header (Expires, Max-Forwards); null when absent or malformed.</summary>
    public uint? Number(string name) => Headers.TryGet(name, out var value) && Number32.TryParse(value, out var number) ? number : null;

    public bool TryWrite(Span<byte> target, out int length)
    {
        var writer = new SipWriter(target);
        WriteStartLine(ref writer);
        var lengthWritten = false;
        foreach (var header in Headers)
        {
            if (header.Is(SipNames.ContentLength))
            {
                // The one header that is never taken from the sender of the headers: it must say what follows here.
                WriteContentLength(ref writer);
                lengthWritten = true;
                continue;
            }

            writer.Write(header.Name);
            writer.Write(": "u8);
            WriteValue(ref writer, header.Value.Span);
            writer.Write("\r\n"u8);
        }

        if (!lengthWritten)
        {
            WriteContentLength(ref writer);
        }

        writer.Write("\r\n"u8);
        writer.Write(Body.Span);
        length = writer.Length;
        return !writer.Overflowed;
    }

    public byte[] ToBytes()
    {
        for (var size = 4096; ; size *= 4)
        {
            var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
            try
            {
                if (TryWrite(buffer, out var length))
                {
                    return buffer.AsSpan(0, length).ToArray();
                }
            }
            finally
            {
                System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    /// <summary>For logs: credentials, digits and bodies are left out.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(512);
        foreach (var header in Headers)
        {
            var secret = header.Is(SipNames.Authorization) || header.Is(SipNames.ProxyAuthorization);
            text.Append(header.Name).Append(": ").Append(secret ? "(withheld)" : header.Text).Append("\r\n");
        }

        return string.Create(null, $"{StartLine()}\r\n{text}({Body.Length} bytes)");
    }

    internal void SetTopVia(Via via)
    {
        _via = via;
        var index = Headers.IndexOf(SipNames.Via);
        var old = Headers[index].Value.Span;
        var commas = new CommaList(old);
        commas.MoveNext();

        // Further Vias on the same line stay behind the stamped one.
        var first = old.IndexOf(commas.Current) + commas.Current.Length;
        var rest = Encoding.UTF8.GetString(old[first..]);
        Headers.Replace(index, new(SipNames.Via, via + rest));
    }

    internal abstract string StartLine();

    private protected abstract void WriteStartLine(ref SipWriter writer);

    private void WriteContentLength(ref SipWriter writer)
    {
        writer.Write("Content-Length: "u8);
        writer.Write(Body.Length);
        writer.Write("\r\n"u8);
    }

    /// <summary>A line break inside a value would start a header of the writer's choosing: it is written as a space.</summary>
    private static void WriteValue(ref SipWriter writer, ReadOnlySpan<byte> value)
    {
        while (value.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var stop)
        {
            writer.Write(value[..stop]);
            writer.Write(" "u8);
            value = value[(stop + 1)..];
        }

        writer.Write(value);
    }

    private NameAddr? Address(string name) =>
        Headers.TryGet(name, out var value) && NameAddr.TryParse(value, out var address) ? address : null;

    private Via? ReadVia()
    {
        if (!Headers.TryGet(SipNames.Via, out var value))
        {
            return null;
        }

        var list = new CommaList(value);
        return list.MoveNext() && Via.TryParse(list.Current, out var via) ? via : null;
    }
}

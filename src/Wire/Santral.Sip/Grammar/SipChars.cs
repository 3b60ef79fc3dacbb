using System.Buffers;

namespace Santral.Sip.Grammar;

/// <summary>The character classes of RFC 3261 §25.1.</summary>
internal static class SipChars
{
    private const string Alphanum = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Mark = "-_.!~*'()";

    public static readonly SearchValues<byte> Token = Of(Alphanum + "-.!%*_+`'~");
    public static readonly SearchValues<byte> Word = Of(Alphanum + "-.!%*_+`'~()<>:\\\"/[]?{}");
    public static readonly SearchValues<byte> User = Of(Alphanum + Mark + "&=+$,;?/");
    public static readonly SearchValues<byte> Password = Of(Alphanum + Mark + "&=+$,");
    public static readonly SearchValues<byte> UriParameter = Of(Alphanum + Mark + "[]/:&+$");
    public static readonly SearchValues<byte> UriHeader = Of(Alphanum + Mark + "[]/?:+$=&");
    public static readonly SearchValues<byte> Hostname = Of(Alphanum + "-.");
    public static readonly SearchValues<byte> Ipv6 = Of("0123456789abcdefABCDEF:.");
    public static readonly SearchValues<byte> Scheme = Of(Alphanum + "+-.");
    public static readonly SearchValues<byte> Opaque = Of(Alphanum + Mark + ";/?:@&=+$,%[]#");

    public static readonly SearchValues<byte> TelNumber = Of("+0123456789abcdefABCDEF*#-.()");

    public static bool IsToken(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(Token);

    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t';

    public static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);

    /// <summary>Every byte is of the class, or part of a well-formed %HH escape.</summary>
    public static bool IsEscaped(ReadOnlySpan<byte> text, SearchValues<byte> allowed)
    {
        while (true)
        {
            var stop = text.IndexOfAnyExcept(allowed);
            if (stop < 0)
            {
                return true;
            }

            if (text[stop] != (byte)'%' || stop + 2 >= text.Length || !IsHex(text[stop + 1]) || !IsHex(text[stop + 2]))
            {
                return false;
            }

            text = text[(stop + 3)..];
        }
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t"u8);

    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t"u8);

    private static SearchValues<byte> Of(string chars) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(chars));
}

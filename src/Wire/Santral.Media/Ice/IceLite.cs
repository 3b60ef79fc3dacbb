using System.Text;
using Santral.Media.Native;

namespace Santral.Media.Ice;

/// <summary>What a connectivity check came to.</summary>
internal enum IceVerdict
{
    /// <summary>Genuine: answered with success.</summary>
    Accepted,

    /// <summary>Genuine, and the peer nominates the path it came by.</summary>
    Nominated,

    /// <summary>Answered with an error.</summary>
    Refused,

    /// <summary>Needs no answer.</summary>
    Ignored,
}

/// <summary>
/// The lite side of ICE (RFC 8445 §2.5): it only answers checks and trusts the address of a check that carries its password.
/// The browser's candidates need never be read.
/// </summary>
internal sealed class IceLite
{
    internal const int FragmentLength = 8;
    private const int PasswordLength = 24;

    // 64 ice-chars (RFC 8839 §5.4), so that six random bits are one character without bias.
    private const string IceChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private readonly byte[] _password;

    internal IceLite(IRandomBytes random)
    {
        Fragment = RandomText(random, FragmentLength);
        Password = RandomText(random, PasswordLength);
        _password = Encoding.ASCII.GetBytes(Password);
        Key = KeyOf(Encoding.ASCII.GetBytes(Fragment));
    }

    internal string Fragment { get; }

    internal string Password { get; }

    /// <summary>The fragment as a number, to find the leg of a check without making a string.</summary>
    internal ulong Key { get; }

    /// <summary>The key in USERNAME "ours:theirs" (RFC 8445 §7.2.2); false when it cannot be one of ours.</summary>
    internal static bool TryKey(ReadOnlySpan<byte> username, out ulong key)
    {
        key = 0;
        if (username.Length <= FragmentLength || username[FragmentLength] != (byte)':')
        {
            return false;
        }

        key = KeyOf(username[..FragmentLength]);
        return true;
    }

    /// <summary>Judges a request for this leg and writes the answer; its length is 0 when there is none.</summary>
    internal IceVerdict Answer(in StunReading request, in SockAddr from, Span<byte> answer, out int length)
    {
        if (!request.IntegrityIsRight(_password))
        {
            length = WriteError(request, answer, request.HasIntegrity ? 401 : 400, request.HasIntegrity ? "Unauthenticated"u8 : "Bad Request"u8);
            return IceVerdict.Refused;
        }

        if (request.Unknown != 0)
        {
            length = WriteUnknown(request, answer);
            return IceVerdict.Refused;
        }

        var writer = new StunWriter(answer, Stun.BindingSuccess, request.Transaction);
        writer.AddXorMapped(from);
        writer.AddIntegrity(_password);
        writer.AddFingerprint();
        length = writer.Length;
        return request.UseCandidate ? IceVerdict.Nominated : IceVerdict.Accepted;
    }

    internal static int WriteError(in StunReading request, Span<byte> answer, int code, ReadOnlySpan<byte> reason)
    {
        var writer = new StunWriter(answer, Stun.BindingError, request.Transaction);
        writer.AddError(code, reason);
        writer.AddFingerprint();
        return writer.Length;
    }

    private int WriteUnknown(in StunReading request, Span<byte> answer)
    {
        var writer = new StunWriter(answer, Stun.BindingError, request.Transaction);
        writer.AddError(420, "Unknown Attribute"u8);
        Span<byte> unknown = [(byte)(request.Unknown >> 8), (byte)request.Unknown];
        writer.Add(Stun.UnknownAttributes, unknown);
        writer.AddIntegrity(_password);
        writer.AddFingerprint();
        return writer.Length;
    }

    private static ulong KeyOf(ReadOnlySpan<byte> fragment) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(fragment);

    private static string RandomText(IRandomBytes random, int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        random.Fill(bytes);
        return string.Create(length, bytes, static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = IceChars[source[i] & 63];
            }
        });
    }
}

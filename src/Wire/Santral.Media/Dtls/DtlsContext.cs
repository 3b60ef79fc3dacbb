using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Santral.Media.Dtls;

/// <summary>The engine's self-signed certificate and the settings shared by all its DTLS connections.</summary>
internal sealed unsafe class DtlsContext : IDisposable
{
    internal const string DefaultProfiles = "SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM";
    private nint _context;

    internal DtlsContext(TimeProvider time, bool server = true, string profiles = DefaultProfiles)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=santral", key, HashAlgorithmName.SHA256);
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(5));
        Fingerprint = Hex(SHA256.HashData(certificate.RawData));

        _context = LibSsl.SSL_CTX_new(server ? LibSsl.DTLS_server_method() : LibSsl.DTLS_client_method());
        var native = _context == 0 ? 0 : Read(certificate.RawData, LibSsl.d2i_X509);
        var nativeKey = _context == 0 ? 0 : Read(key.ExportECPrivateKey(), LibSsl.d2i_AutoPrivateKey);
        var usable = native != 0 && nativeKey != 0
            && LibSsl.SSL_CTX_use_certificate(_context, native) == 1
            && LibSsl.SSL_CTX_use_PrivateKey(_context, nativeKey) == 1
            && LibSsl.SSL_CTX_set_cipher_list(_context, "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305") == 1
            && LibSsl.SSL_CTX_set_tlsext_use_srtp(_context, profiles) == 0; // this one returns 0 for success
        LibSsl.X509_free(native);
        LibSsl.EVP_PKEY_free(nativeKey);
        if (!usable)
        {
            Dispose();
            throw new CryptographicException("OpenSSL refused the DTLS settings");
        }

        LibSsl.SSL_CTX_set_options(_context, LibSsl.OptionNoQueryMtu | LibSsl.OptionNoRenegotiation);
        _ = LibSsl.SSL_CTX_ctrl(_context, LibSsl.CtrlSessionCacheMode, 0, 0);

        // Certificates are self-signed on both sides: any is let through here, the fingerprint decides afterwards (RFC 5763 §5).
        LibSsl.SSL_CTX_set_verify(_context, LibSsl.VerifyPeerOrFail, &LetThrough);
        IsServer = server;
    }

    /// <summary>SHA-256 of the certificate, as a fingerprint attribute writes it.</summary>
    internal string Fingerprint { get; }

    internal bool IsServer { get; }

    internal nint NewConnection() => LibSsl.SSL_new(_context);

    internal static string Hex(ReadOnlySpan<byte> digest)
    {
        var hex = Convert.ToHexString(digest);
        return string.Join(':', Enumerable.Range(0, digest.Length).Select(i => hex.Substring(i * 2, 2)));
    }

    public void Dispose()
    {
        if (_context != 0)
        {
            LibSsl.SSL_CTX_free(_context);
            _context = 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int LetThrough(int preverified, nint store) => 1;

    private delegate nint DerReader(nint reuse, byte** bytes, nint length);

    private static nint Read(byte[] der, DerReader reader)
    {
        fixed (byte* start = der)
        {
            var at = start;
            return reader(0, &at, der.Length);
        }
    }
}

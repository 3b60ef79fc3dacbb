using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Santral.Sip.Transports;

namespace Santral.Calls.Live.Telephone;

/// <summary>Our certificate from its files, read again when they change: a renewed one is shown from the next handshake on, a broken one never.</summary>
internal sealed partial class TlsFiles
{
    private readonly string _certificate;
    private readonly string _key;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private SslStreamCertificateContext _context;
    private (DateTime, DateTime) _read;

    private TlsFiles(string certificate, string key, ILogger log)
    {
        (_certificate, _key, _log) = (certificate, key, log);
        _read = Written();
        _context = Read();
    }

    /// <exception cref="InvalidOperationException">A file that is named is not there or is none.</exception>
    public static SipTls Open(CallsOptions options, ILogger log)
    {
        try
        {
            var files = options.SipTlsCertificate is { } certificate ? new TlsFiles(certificate, options.SipTlsKey ?? certificate, log) : null;
            var roots = new X509Certificate2Collection();
            if (options.SipTlsRoots is { } trusted)
            {
                roots.ImportFromPemFile(trusted);
            }

            return new SipTls { Certificate = files is null ? null : files.Current, Roots = roots };
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw new InvalidOperationException(
                "SIP over TLS cannot read its files (SANTRAL_SIP_TLS_CERTIFICATE, SANTRAL_SIP_TLS_KEY, SANTRAL_SIP_TLS_ROOTS): " + error.Message, error);
        }
    }

    private SslStreamCertificateContext Current()
    {
        lock (_gate)
        {
            try
            {
                if (Written() is var written && written != _read)
                {
                    _read = written;
                    _context = Read();
                }
            }
            catch (Exception error) when (IsUnreadable(error))
            {
                // Half written just now, or wrong: the last good one is shown.
                RenewalFailed(_log, error, _certificate);
            }

            return _context;
        }
    }

    private (DateTime, DateTime) Written() => (File.GetLastWriteTimeUtc(_certificate), File.GetLastWriteTimeUtc(_key));

    private SslStreamCertificateContext Read()
    {
        var own = X509Certificate2.CreateFromPemFile(_certificate, _key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(_certificate);
        return SslStreamCertificateContext.Create(own, chain, offline: true);
    }

    private static bool IsUnreadable(Exception error) => error is IOException or UnauthorizedAccessException or CryptographicException;

    [LoggerMessage(LogLevel.Error, "The certificate {File} cannot be read; the one before it is used on")]
    private static partial void RenewalFailed(ILogger log, Exception error, string file);
}

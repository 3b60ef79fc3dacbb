using System.Buffers.Binary;
using System.Security.Cryptography;
using Santral.Media.Srtp;

namespace Santral.Media.Dtls;

/// <summary>How far a DTLS connection is.</summary>
internal enum DtlsState
{
    Handshaking,
    Connected,
    Failed,

    /// <summary>The peer said goodbye.</summary>
    Closed,
}

/// <summary>
/// One DTLS 1.2 connection over memory buffers. Not thread safe: one thread owns it. RFC 5764 keys come out when it is connected.
/// </summary>
internal sealed unsafe class DtlsSession : IDisposable
{
    private const int Mtu = 1200;
    private readonly string _peerFingerprint;
    private readonly bool _server;
    private readonly byte[] _out = new byte[16 * 1024];
    private nint _ssl;
    private nint _readSide;
    private nint _writeSide;

    internal DtlsSession(DtlsContext context, string peerFingerprint)
    {
        _peerFingerprint = peerFingerprint;
        _server = context.IsServer;
        _ssl = context.NewConnection();
        _readSide = LibSsl.BIO_new(LibSsl.BIO_s_mem());
        _writeSide = LibSsl.BIO_new(LibSsl.BIO_s_mem());
        if (_ssl == 0 || _readSide == 0 || _writeSide == 0)
        {
            throw new CryptographicException("OpenSSL is out of memory");
        }

        LibSsl.SSL_set_bio(_ssl, _readSide, _writeSide);
        _ = LibSsl.SSL_ctrl(_ssl, LibSsl.CtrlSetMtu, Mtu, 0);
        if (_server)
        {
            LibSsl.SSL_set_accept_state(_ssl);
        }
        else
        {
            LibSsl.SSL_set_connect_state(_ssl);
        }
    }

    internal DtlsState State { get; private set; }

    internal SrtpProfile Profile { get; private set; }

    /// <summary>Key and salt of what we send; set when connected.</summary>
    internal SrtpMaster OurMaster { get; private set; }

    internal SrtpMaster PeerMaster { get; private set; }

    /// <summary>Takes one datagram; an empty one starts a client. Datagrams to send are handed to <paramref name="send"/>.</summary>
    internal void Take(ReadOnlySpan<byte> datagram, Action<ReadOnlyMemory<byte>> send)
    {
        if (State is DtlsState.Failed or DtlsState.Closed || _ssl == 0)
        {
            return;
        }

        LibSsl.ERR_clear_error(); // the error queue belongs to the thread and outlives calls
        if (!datagram.IsEmpty)
        {
            fixed (byte* bytes = datagram)
            {
                _ = LibSsl.BIO_write(_readSide, bytes, datagram.Length);
            }
        }

        if (State == DtlsState.Handshaking)
        {
            Handshake();
        }
        else
        {
            ReadOn();
        }

        Flush(send);
    }

    /// <summary>Repeats the last flight if its time has come (RFC 6347 §4.2.4).</summary>
    internal void Tick(Action<ReadOnlyMemory<byte>> send)
    {
        if (State == DtlsState.Handshaking && _ssl != 0)
        {
            LibSsl.ERR_clear_error();
            _ = LibSsl.SSL_ctrl(_ssl, LibSsl.CtrlDtlsHandleTimeout, 0, 0);
            Flush(send);
        }
    }

    /// <summary>Says goodbye, so that the browser sees the end at once instead of after its time-out.</summary>
    internal void Shutdown(Action<ReadOnlyMemory<byte>> send)
    {
        if (State == DtlsState.Connected && _ssl != 0)
        {
            LibSsl.ERR_clear_error();
            _ = LibSsl.SSL_shutdown(_ssl);
            Flush(send);
        }
    }

    public void Dispose()
    {
        if (_ssl != 0)
        {
            LibSsl.SSL_free(_ssl); // frees both BIOs
            _ssl = 0;
            _readSide = 0;
            _writeSide = 0;
        }
    }

    private void Handshake()
    {
        var result = LibSsl.SSL_do_handshake(_ssl);
        if (result == 1)
        {
            State = PeerIsTheOneAnnounced() && TryExport() ? DtlsState.Connected : DtlsState.Failed;
        }
        else if (LibSsl.SSL_get_error(_ssl, result) is not (LibSsl.ErrorWantRead or LibSsl.ErrorWantWrite))
        {
            State = DtlsState.Failed;
        }
    }

    private void ReadOn()
    {
        var buffer = stackalloc byte[2048];
        int result;
        do
        {
            result = LibSsl.SSL_read(_ssl, buffer, 2048); // nobody speaks data channels here: what comes is dropped
        }
        while (result > 0);

        if (LibSsl.SSL_get_error(_ssl, result) == LibSsl.ErrorZeroReturn)
        {
            State = DtlsState.Closed;
        }
    }

    private bool PeerIsTheOneAnnounced()
    {
        var certificate = LibSsl.SSL_get1_peer_certificate(_ssl);
        if (certificate == 0)
        {
            return false;
        }

        var digest = stackalloc byte[64];
        uint length = 0;
        var read = LibSsl.X509_digest(certificate, LibSsl.EVP_sha256(), digest, &length) == 1;
        LibSsl.X509_free(certificate);
        return read && DtlsContext.Hex(new ReadOnlySpan<byte>(digest, (int)length)) == _peerFingerprint;
    }

    /// <summary>RFC 5764 §4.2: client key, server key, client salt, server salt.</summary>
    private bool TryExport()
    {
        var selected = LibSsl.SSL_get_selected_srtp_profile(_ssl);
        if (selected is null)
        {
            return false;
        }

        Profile = (SrtpProfile)(int)selected->Id.Value;
        if (Profile is not (SrtpProfile.AesCm128HmacSha1Tag80 or SrtpProfile.AeadAes128Gcm))
        {
            return false;
        }

        const int key = SrtpMaster.KeyLength;
        var salt = SrtpMaster.SaltLength(Profile);
        Span<byte> material = stackalloc byte[2 * (key + salt)];
        fixed (byte* output = material)
        fixed (byte* label = "EXTRACTOR-dtls_srtp"u8)
        {
            if (LibSsl.SSL_export_keying_material(_ssl, output, (nuint)material.Length, label, 19, null, 0, 0) != 1)
            {
                return false;
            }
        }

        var client = new SrtpMaster(material[..key].ToArray(), material.Slice(2 * key, salt).ToArray());
        var server = new SrtpMaster(material.Slice(key, key).ToArray(), material.Slice((2 * key) + salt, salt).ToArray());
        (OurMaster, PeerMaster) = _server ? (server, client) : (client, server);
        CryptographicOperations.ZeroMemory(material);
        return true;
    }

    /// <summary>A memory buffer loses datagram borders: cut at records (RFC 6347 §4.1) and pack whole ones up to the MTU.</summary>
    private void Flush(Action<ReadOnlyMemory<byte>> send)
    {
        int length;
        fixed (byte* bytes = _out)
        {
            length = LibSsl.BIO_read(_writeSide, bytes, _out.Length);
        }

        var start = 0;
        var end = 0;
        while (length - end >= 13)
        {
            var record = 13 + BinaryPrimitives.ReadUInt16BigEndian(_out.AsSpan(end + 11));
            if (record > length - end)
            {
                break;
            }

            if (end > start && end + record - start > Mtu)
            {
                send(_out.AsSpan(start, end - start).ToArray());
                start = end;
            }

            end += record;
        }

        if (end > start)
        {
            send(_out.AsSpan(start, end - start).ToArray());
        }
    }
}

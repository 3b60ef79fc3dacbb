using System.Collections.Concurrent;
using System.Security.Cryptography;
using Santral.Media.Dtls;
using Santral.Media.Legs;

namespace Santral.Media.Engine;

/// <summary>
/// Does all DTLS work on a thread of its own: a handshake costs about half a millisecond, which fifty browsers that come back at
/// once would take from the 20 ms clock. What it finds goes to the media thread as work.
/// </summary>
internal sealed class DtlsThread : IDisposable
{
    private const int TickMs = 100;
    private const int MaxWaiting = 20_000;
    private readonly BlockingCollection<Work> _queue = new(MaxWaiting);
    private readonly Dictionary<BrowserLeg, DtlsSession> _sessions = [];
    private readonly DtlsContext _context;
    private readonly MediaCounters _counters;
    private readonly Action<Action> _post;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private long _tickedAt;

    private enum WorkKind
    {
        Open,
        Datagram,
        Close,
    }

    private readonly record struct Work(WorkKind Kind, BrowserLeg Leg, byte[] Datagram);

    /// <summary>Starts the thread; <paramref name="post"/> runs an action on the media thread.</summary>
    internal DtlsThread(DtlsContext context, MediaCounters counters, Action<Action> post, TimeProvider time)
    {
        (_context, _counters, _post, _time) = (context, counters, post, time);
        _thread = new Thread(Run) { IsBackground = true, Name = "media-dtls" };
        _thread.Start();
    }

    internal string Fingerprint => _context.Fingerprint;

    internal void Open(BrowserLeg leg) => Add(new Work(WorkKind.Open, leg, []));

    internal void Take(BrowserLeg leg, byte[] datagram) => Add(new Work(WorkKind.Datagram, leg, datagram));

    internal void Close(BrowserLeg leg) => Add(new Work(WorkKind.Close, leg, []));

    /// <summary>Finishes what is queued and ends the thread.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }

        _sessions.Clear();
        _context.Dispose();
        _queue.Dispose();
    }

    private void Add(in Work work)
    {
        if (_queue.IsAddingCompleted || !_queue.TryAdd(work))
        {
            _counters.MalformedDtls++; // a flood: handshakes repeat what is lost
        }
    }

    private void Run()
    {
        while (!_queue.IsCompleted)
        {
            var handshaking = _sessions.Values.Any(static s => s.State == DtlsState.Handshaking);
            if (_queue.TryTake(out var work, handshaking ? TickMs : Timeout.Infinite))
            {
                Guard(work.Leg, () => Do(work));
            }

            if (handshaking && _time.GetElapsedTime(_tickedAt).TotalMilliseconds >= TickMs)
            {
                _tickedAt = _time.GetTimestamp();
                foreach (var (leg, session) in _sessions)
                {
                    Guard(leg, () => session.Tick(d => Send(leg, d)));
                }
            }
        }
    }

    private void Do(in Work work)
    {
        var leg = work.Leg;
        switch (work.Kind)
        {
            case WorkKind.Open:
                _sessions[leg] = new DtlsSession(_context, leg.PeerFingerprint);
                break;
            case WorkKind.Datagram when _sessions.TryGetValue(leg, out var session):
                var before = session.State;
                session.Take(work.Datagram, d => Send(leg, d));
                if (session.State != before)
                {
                    Tell(leg, session);
                }

                break;
            case WorkKind.Close when _sessions.Remove(leg, out var closing):
                closing.Shutdown(d => Send(leg, d));
                closing.Dispose();
                break;
            default:
                break;
        }
    }

    private void Tell(BrowserLeg leg, DtlsSession session)
    {
        switch (session.State)
        {
            case DtlsState.Connected:
                var (profile, ours, peers) = (session.Profile, session.OurMaster, session.PeerMaster);
                _post(() => leg.Connected(profile, ours, peers));
                break;
            case DtlsState.Failed:
                _post(() => leg.Lost(LegLoss.DtlsFailed));
                break;
            case DtlsState.Closed:
                _post(() => leg.Lost(LegLoss.PeerClosed));
                break;
            default:
                break;
        }
    }

    private void Send(BrowserLeg leg, ReadOnlyMemory<byte> datagram) => _post(() => leg.SendDtls(datagram.Span));

    private void Guard(BrowserLeg leg, Action work)
    {
        try
        {
            work();
        }
        catch (CryptographicException e)
        {
            _counters.Fault(e);
            _post(() => leg.Lost(LegLoss.DtlsFailed));
        }
    }
}

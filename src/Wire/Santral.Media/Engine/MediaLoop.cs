using System.Collections.Concurrent;
using Santral.Media.Legs;
using Santral.Media.Native;

namespace Santral.Media.Engine;

/// <summary>
/// The media thread. It alone owns legs and sockets: every millisecond it reads what arrived and does what was asked, every 5 ms it
/// serves one phase of legs. Nothing here is locked, nothing on the way of a packet is allocated.
/// </summary>
internal sealed class MediaLoop
{
    private const long RoundNs = 1_000_000;
    private const long CommandsForNs = 2_000_000;
    private const int MaxDatagram = 2048;
    private const int MaxReadRounds = 16;
    private readonly LegHost _host;
    private readonly BrowserPorts _browsers;
    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly ReadySet _ready = new();
    private readonly PacerSchedule _schedule = new();
    private readonly Dictionary<LegId, Leg> _legs = [];
    private readonly List<Leg>[] _phases = [[], [], [], []];
    private readonly Dictionary<int, Reader> _readers = [];
    private readonly byte[] _datagram = GC.AllocateArray<byte>(MaxDatagram, pinned: true);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private DtlsThread? _dtls;
    private readonly Lock _gate = new();
    private bool _closed;
    private bool _stopping;
    private long _secondAtNs;

    private enum ReaderKind
    {
        SipRtp,
        SipRtcp,
        Browser,
    }

    private readonly record struct Reader(ReaderKind Kind, UdpPort Port, SipLeg? Leg);

    internal MediaLoop(LegHost host, BrowserPorts browsers)
    {
        (_host, _browsers) = (host, browsers);
        _thread = new Thread(Run) { IsBackground = true, Name = "media" };
    }

    internal Task Ended => _ended.Task;

    internal void Start(DtlsThread? dtls)
    {
        _dtls = dtls;
        foreach (var socket in _browsers.Sockets)
        {
            if (!Watch(new Reader(ReaderKind.Browser, socket, null)))
            {
                throw new InvalidOperationException("epoll refused the browser port");
            }
        }

        _thread.Start();
    }

    /// <summary>Runs an action on the media thread, soon.</summary>
    internal void Post(Action work) => TryPost(work);

    private bool TryPost(Action work)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _posted.Enqueue(work);
            _ready.Ring();
            return true;
        }
    }

    /// <summary>Runs a question on the media thread and returns its reply.</summary>
    internal Task<MediaReply> AskAsync(Func<MediaReply> question)
    {
        var reply = new TaskCompletionSource<MediaReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var posted = TryPost(() =>
        {
            try
            {
                reply.SetResult(_stopping ? new MediaReply.Refused(MediaCodes.EngineClosed) : question());
            }
            catch (Exception e)
            {
                _host.Counters.Fault(e);
                reply.SetResult(new MediaReply.Refused(MediaCodes.EngineFault, e.GetType().Name));
            }
        });
        return posted ? reply.Task : Task.FromResult<MediaReply>(new MediaReply.Refused(MediaCodes.EngineClosed));
    }

    internal void Stop() => Post(() => _stopping = true);

    internal Leg? Find(LegId id) => _legs.GetValueOrDefault(id);

    /// <summary>Takes the leg over; the refusal when that is not possible, and then nothing has changed.</summary>
    internal MediaReply.Refused? Add(Leg leg)
    {
        if (_legs.ContainsKey(leg.Id))
        {
            return new MediaReply.Refused(MediaCodes.LegExists);
        }

        if (leg is SipLeg sip && !Watch(sip))
        {
            return new MediaReply.Refused(MediaCodes.NoPortFree, "epoll");
        }

        _legs.Add(leg.Id, leg);
        if (_legs.Count == 1)
        {
            _schedule.Start(_host.NowNs);
        }

        leg.Phase = Enumerable.Range(0, PacerSchedule.Phases).MinBy(p => _phases[p].Count);
        _phases[leg.Phase].Add(leg);
        if (leg is BrowserLeg browser)
        {
            _browsers.Add(browser);
            _dtls!.Open(browser);
        }

        _host.Counters.LegsActive = _legs.Count;
        return null;
    }

    internal void Close(Leg leg)
    {
        _legs.Remove(leg.Id);
        _phases[leg.Phase].Remove(leg);
        if (leg is SipLeg sip)
        {
            Unwatch(sip.Ports.Rtp);
            Unwatch(sip.Ports.Rtcp);
        }

        var report = leg.Close();
        _host.Counters.LegsActive = _legs.Count;
        _host.Raise(new LegClosed(leg.Id, report, _host.UtcNow));
    }

    private void Run()
    {
        ThreadClock.Prepare();
        if (_host.Options.TryRealTime)
        {
            _host.Counters.Scheduling = ThreadClock.RaisePriority();
        }

        while (!_stopping)
        {
            try
            {
                Round();
            }
            catch (Exception e)
            {
                // A bug must cost one round and be seen in the metrics, not end every call.
                _host.Counters.Fault(e);
            }
        }

        foreach (var leg in _legs.Values.ToArray())
        {
            Close(leg);
        }

        _dtls?.Dispose();
        RunPosted(long.MaxValue);
        foreach (var socket in _browsers.Sockets)
        {
            Unwatch(socket);
            socket.Close();
        }

        lock (_gate)
        {
            _closed = true;
            _ready.Close();
        }

        RunPosted(long.MaxValue);
        _ended.SetResult();
    }

    private void Round()
    {
        if (_legs.Count == 0)
        {
            // Nobody to serve: sleep until something arrives or is asked.
            Read(_ready.Wait(_posted.IsEmpty ? -1 : 0));
        }
        else
        {
            ThreadClock.WaitUntil(Math.Min(_host.NowNs + RoundNs, _schedule.NextAtNs));
            for (var rounds = 0; rounds < MaxReadRounds && Read(_ready.Wait(0)); rounds++)
            {
            }
        }

        RunPosted(CommandsForNs);
        while (_legs.Count > 0 && _schedule.TryTake(_host.NowNs, out var due))
        {
            Serve(due);
        }
    }

    private void Serve(in DuePhase due)
    {
        var legs = _phases[due.Phase];
        for (var i = 0; i < legs.Count; i++)
        {
            try
            {
                legs[i].Tick(due.SlotAtNs, due.Slots);
            }
            catch (Exception e)
            {
                _host.Counters.Fault(e); // one leg's bug must not silence the others of its phase
            }
        }

        _host.Counters.SlotsSkipped += (due.Slots - 1) * legs.Count;
        _host.Counters.PacerStalls = _schedule.Stalls;
        if (due.SlotAtNs - _secondAtNs >= 1_000_000_000)
        {
            _secondAtNs = due.SlotAtNs;
            _host.Counters.PassSecond();
        }
    }

    private void RunPosted(long forNs)
    {
        var until = forNs == long.MaxValue ? long.MaxValue : _host.NowNs + forNs;
        while (_posted.TryDequeue(out var work))
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                _host.Counters.Fault(e);
            }

            if (_host.NowNs > until)
            {
                return;
            }
        }
    }

    /// <summary>One datagram from each ready socket; true when more sockets may be ready than were told.</summary>
    private bool Read(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var descriptor = _ready.Ready(i);
            if (descriptor == _ready.Bell)
            {
                _ready.Silence();
            }
            else if (_readers.TryGetValue(descriptor, out var reader))
            {
                try
                {
                    Read(reader);
                }
                catch (Exception e)
                {
                    _host.Counters.Fault(e);
                }
            }
        }

        return count > 0;
    }

    private void Read(in Reader reader)
    {
        var most = reader.Kind == ReaderKind.Browser ? 256 : 8;
        for (var i = 0; i < most; i++)
        {
            var length = reader.Port.Receive(_datagram, out var from);
            if (length < 0)
            {
                return;
            }

            var packet = _datagram.AsSpan(0, length);
            switch (reader.Kind)
            {
                case ReaderKind.SipRtp:
                    reader.Leg!.TakeFromRtpPort(packet, from);
                    return; // one packet in 20 ms is the rule; epoll tells when there is more
                case ReaderKind.SipRtcp:
                    reader.Leg!.TakeFromRtcpPort(packet, from);
                    return;
                default:
                    _browsers.Take(packet, from, reader.Port);
                    break;
            }
        }
    }

    private bool Watch(SipLeg leg)
    {
        if (!Watch(new Reader(ReaderKind.SipRtp, leg.Ports.Rtp, leg)))
        {
            return false;
        }

        if (!Watch(new Reader(ReaderKind.SipRtcp, leg.Ports.Rtcp, leg)))
        {
            Unwatch(leg.Ports.Rtp);
            return false;
        }

        return true;
    }

    private bool Watch(in Reader reader)
    {
        if (!_ready.Add(reader.Port.Descriptor))
        {
            return false;
        }

        _readers[reader.Port.Descriptor] = reader;
        return true;
    }

    private void Unwatch(UdpPort port)
    {
        _ready.Remove(port.Descriptor);
        _readers.Remove(port.Descriptor);
    }
}

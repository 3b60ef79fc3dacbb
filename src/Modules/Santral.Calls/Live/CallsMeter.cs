using System.Diagnostics.Metrics;

namespace Santral.Calls.Live;

/// <summary>Figures of the telephone, read at `/metrics`.</summary>
internal sealed class CallsMeter : IDisposable
{
    public const string Name = "Santral.Calls";

    private readonly Meter _meter;
    private readonly Counter<long> _arrivals;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _journalLost;
    private readonly Histogram<double> _answer;
    private readonly Histogram<double> _identification;

    public CallsMeter(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _arrivals = _meter.CreateCounter<long>("santral.calls.arrivals");
        _refused = _meter.CreateCounter<long>("santral.calls.refused");
        _ended = _meter.CreateCounter<long>("santral.calls.ended");
        _journalLost = _meter.CreateCounter<long>("santral.calls.journal_lost");
        _answer = _meter.CreateHistogram<double>("santral.calls.answer_to_audio", "ms");
        _identification = _meter.CreateHistogram<double>("santral.calls.identification", "ms");
    }

    public void Arrived() => _arrivals.Add(1);

    /// <param name="reason">`unknown_number`, `overloaded`, `no_port`, `sdp`.</param>
    public void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Ended(string reason) => _ended.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void JournalLost() => _journalLost.Add(1);

    public void Answered(TimeSpan clickToBridge) => _answer.Record(clickToBridge.TotalMilliseconds);

    public void Identified(TimeSpan took) => _identification.Record(took.TotalMilliseconds);

    /// <summary>A figure that is read when somebody looks.</summary>
    public void Watch(string name, Func<double> read) => _meter.CreateObservableGauge(name, read);

    public void WatchCount(string name, Func<long> read) => _meter.CreateObservableCounter(name, read);

    public void Dispose() => _meter.Dispose();
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Santral.Host.Health;

/// <summary>Collects the runtime's, the web server's and the product's own meters and writes them as Prometheus text (exposition format 0.0.4).</summary>
internal sealed class PrometheusText : IDisposable
{
    private static readonly string[] Meters =
        ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Npgsql"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();

    public PrometheusText()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name) || instrument.Meter.Name.StartsWith("Santral.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<float>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Record(i, v, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var group in _series.GroupBy(s => s.Key.Instrument).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(group.Key);
            var kind = IsHistogram(group.Key) ? "summary" : IsCounter(group.Key) ? "counter" : "gauge";
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
            foreach (var (key, series) in group)
            {
                var labels = key.Labels.Length == 0 ? "" : $"{{{key.Labels}}}";
                if (IsHistogram(group.Key))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}_sum{labels} {series.Sum}\n{name}_count{labels} {series.Count}\n");
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {series.Value(group.Key)}\n");
                }
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var tag in tags)
        {
            var text = Convert.ToString(tag.Value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", " ");
            labels.Append(CultureInfo.InvariantCulture, $"{(labels.Length == 0 ? "" : ",")}{tag.Key.Replace('.', '_')}=\"{text}\"");
        }

        _series.GetOrAdd((instrument, labels.ToString()), _ => new Series()).Add(value);
    }

    private static bool IsHistogram(Instrument instrument) => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    private static bool IsObservable(Instrument instrument) => instrument.IsObservable;

    private static bool IsCounter(Instrument instrument)
        => instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal)
            || instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal);

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => "" };
        return instrument.Name.Replace('.', '_').Replace('-', '_') + unit + (IsCounter(instrument) ? "_total" : "");
    }

    private sealed class Series
    {
        private readonly Lock _lock = new();
        private double _last;

        public double Sum { get; private set; }

        public long Count { get; private set; }

        public void Add(double value)
        {
            lock (_lock)
            {
                _last = value;
                Sum += value;
                Count++;
            }
        }

        /// <summary>Observed instruments tell the total themselves; the others tell each change.</summary>
        public double Value(Instrument instrument) => IsObservable(instrument) || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal) ? _last : Sum;
    }
}

using System.Collections.Concurrent;

namespace Santral.LoadBench.Driving;

/// <summary>What an agent does.</summary>
internal enum Deed
{
    Open,
    Save,
    List,
    Filter,
    Search,
    Create,
}

/// <summary>How long each deed took, and what went wrong.</summary>
internal sealed class Figures
{
    private readonly ConcurrentBag<(Deed Deed, string What, double Milliseconds)> _taken = [];
    private readonly ConcurrentDictionary<string, int> _errors = new();

    public int Errors => _errors.Values.Sum();

    public int Stale { get; private set; }

    public void Took(Deed deed, string what, TimeSpan time) => _taken.Add((deed, what, time.TotalMilliseconds));

    public void Failed(string what) => _errors.AddOrUpdate(what, 1, (_, n) => n + 1);

    public void SawStale() => Stale++;

    public int CountOf(Deed deed) => _taken.Count(t => t.Deed == deed);

    public void Forget()
    {
        _taken.Clear();
        _errors.Clear();
        Stale = 0;
    }

    public double Percentile(Deed deed, int percent) => At([.. _taken.Where(t => t.Deed == deed).Select(t => t.Milliseconds).Order()], percent);

    public void Print(TimeSpan time, bool eachKind)
    {
        Console.WriteLine($"{"",-10}{"count",8}{"p50",8}{"p95",8}{"p99",8}{"max",8}  ms");
        foreach (var group in _taken.GroupBy(t => t.Deed).OrderBy(g => g.Key))
        {
            PrintOne(group.Key.ToString().ToLowerInvariant(), [.. group.Select(t => t.Milliseconds).Order()]);
            foreach (var kind in group.GroupBy(t => t.What).Where(_ => eachKind).OrderByDescending(g => At([.. g.Select(t => t.Milliseconds).Order()], 95)))
            {
                PrintOne("  " + kind.Key, [.. kind.Select(t => t.Milliseconds).Order()]);
            }
        }

        Console.WriteLine($"{_taken.Count / time.TotalSeconds:N0} deeds a second, {Errors} errors, {Stale} stale saves");
        foreach (var (what, count) in _errors.OrderByDescending(e => e.Value).Take(10))
        {
            Console.WriteLine($"  {count} x {what}");
        }
    }

    private static void PrintOne(string name, double[] times)
        => Console.WriteLine($"{name,-10}{times.Length,8}{At(times, 50),8:N0}{At(times, 95),8:N0}{At(times, 99),8:N0}{times[^1],8:N0}");

    private static double At(double[] ordered, int percent) => ordered.Length == 0 ? 0 : ordered[Math.Min(ordered.Length - 1, ordered.Length * percent / 100)];
}

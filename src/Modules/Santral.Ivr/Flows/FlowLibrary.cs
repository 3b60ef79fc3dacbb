using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Flows;

/// <summary>The newest revision of every flow in memory: a caller never waits for a table.</summary>
public sealed class FlowLibrary(ILogger<FlowLibrary> log) : IKnowServiceNumbers
{
    private volatile State _state = new([]);

    public IReadOnlyList<ServiceNumber> All => _state.Numbers;

    public ServiceNumber? Find(string calledNumber)
        => FlowFor(calledNumber) is { } flow ? _state.Numbers.First(n => n.Unit == flow.Unit && flow.Numbers.Contains(n.Number)) : null;

    internal Flow? FlowFor(string calledNumber) => _state.Flows.FirstOrDefault(f => f.Numbers.Any(n => IsSame(n, calledNumber)));

    internal async Task LoadAsync(IvrDb db, CancellationToken stop)
    {
        var rows = await db.Flows.AsNoTracking().OrderBy(f => f.Code).ThenByDescending(f => f.Revision).ToListAsync(stop);

        // The oldest flow of a unit is its main one, whose number is shown to those it calls.
        Replace(rows.GroupBy(r => r.Code).OrderBy(g => g.Min(r => r.PublishedAt)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First().Document));
    }

    internal void Replace(IEnumerable<string> documents)
    {
        var flows = new List<Flow>();
        foreach (var document in documents)
        {
            if (Flow.Read(document, out var problem) is { } flow)
            {
                flows.Add(flow);
            }
            else
            {
                log.LogError("A flow cannot be read: {Problem}", problem);
            }
        }

        _state = new State(flows);
    }

    /// <summary>Trunks send `+908502220000`, `908502220000`, `00908502220000` or the national form for the same number; short codes are exact.</summary>
    private static bool IsSame(string number, string called)
    {
        if (number == called)
        {
            return true;
        }

        var digits = string.Concat(called.Where(char.IsAsciiDigit)).TrimStart('0');
        return number.StartsWith('+') && digits.Length >= 8 && digits.Length >= number.Length - 4 && number.EndsWith(digits, StringComparison.Ordinal);
    }

    private sealed class State(IReadOnlyList<Flow> flows)
    {
        public IReadOnlyList<Flow> Flows { get; } = flows;

        public IReadOnlyList<ServiceNumber> Numbers { get; } =
        [
            .. flows.Where(f => f.Numbers.Count > 0).Select(f => new ServiceNumber(
                f.Numbers.FirstOrDefault(n => n.StartsWith('+')) ?? f.Numbers[0],
                f.Numbers.FirstOrDefault(n => !n.StartsWith('+')),
                f.Unit,
                f.Names)),
        ];
    }
}

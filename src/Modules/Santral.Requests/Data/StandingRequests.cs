using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Definitions;

namespace Santral.Requests.Data;

/// <summary>Where requests stand now, and what really happened to those of the last weeks, for the designer of their process (W-D04).</summary>
internal sealed class StandingRequests(RequestsDb db) : ICountStanding, IReplayDocuments
{
    public string Document => RequestProcesses.Document;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string unit, CancellationToken stop)
        => await db.Requests.Where(r => r.Unit == unit && r.MergedIntoId == null).GroupBy(r => r.StageCode)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    public async IAsyncEnumerable<PastDocument> SinceAsync(string unit, DateTimeOffset since, [EnumeratorCancellation] CancellationToken stop)
    {
        // What was only heard is closed by rule, what was merged is told by the other.
        var requests = db.Requests.AsNoTracking()
            .Where(r => r.Unit == unit && r.OpenedAt >= since && r.Kind != Domain.RequestKind.Comment && r.MergedIntoId == null)
            .OrderByDescending(r => r.OpenedAt)
            .Select(r => new { r.Id, r.Number, r.Subject, r.OpenedAt, r.StageCode, Moves = r.Moves.OrderBy(m => m.At).ToList() })
            .AsAsyncEnumerable();
        await foreach (var r in requests.WithCancellation(stop))
        {
            yield return new PastDocument(
                r.Id.Value,
                r.Number!,
                r.Subject,
                $"/requests/{r.Id}",
                r.OpenedAt,
                r.Moves.Count > 0 ? r.Moves[0].From : r.StageCode,
                [.. r.Moves.Select(m => new PastMove(m.From, m.To, m.By, m.At, m.Comment))]);
        }
    }
}

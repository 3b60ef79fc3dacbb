using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;

namespace Santral.Calls.Live;

/// <summary>Puts a batch of entries into records and trace rows. Doing it twice, after a save whose answer was lost, changes nothing more.</summary>
internal static class JournalBatch
{
    /// <param name="db">Where the records are.</param>
    /// <param name="batch">The entries in order.</param>
    /// <param name="node">This process.</param>
    /// <param name="again">It was tried before, and may have been done.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task ApplyAsync(CallsDb db, IReadOnlyList<JournalEntry> batch, string node, bool again, CancellationToken stop)
    {
        if (again)
        {
            var keys = batch.Select(e => (Guid?)e.Key).ToList();
            var done = await db.Events.Where(e => keys.Contains(e.Entry)).Select(e => e.Entry).ToListAsync(stop);
            batch = [.. batch.Where(e => !done.Contains(e.Key))];
        }

        var ids = batch.Where(e => e is not JournalEntry.Happened).Select(e => e.CallId).Distinct().ToList();
        var records = await db.Calls.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        foreach (var entry in batch)
        {
            if (entry is JournalEntry.Arrived arrived)
            {
                if (records.ContainsKey(arrived.CallId))
                {
                    continue;
                }

                records[arrived.CallId] = db.Calls.Add(CallRecord.Arrive(
                    arrived.CallId, arrived.Unit, arrived.CalledNumber, arrived.CallingNumber, arrived.Class, arrived.CustomerId, arrived.At, node)).Entity;
            }
            else if (records.TryGetValue(entry.CallId, out var record))
            {
                if (!Change(record, entry))
                {
                    continue;
                }
            }

            db.Events.Add(LineOf(entry));
        }
    }

    /// <summary>False when the record has it already.</summary>
    private static bool Change(CallRecord record, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.Verified verified:
                record.Verify(verified.Account);
                return true;
            case JournalEntry.Connected connected:
                record.Connect(connected.Agent, connected.Team.Id, connected.Waited, connected.At);
                return true;
            case JournalEntry.Ended ended:
                var open = record.EndedAt is null;
                record.End(ended.Reason, ended.MenuPath, ended.Waited, ended.Talked, ended.At);
                return open;
            default:
                return true;
        }
    }

    private static CallEvent LineOf(JournalEntry entry) => entry switch
    {
        JournalEntry.Happened h => new CallEvent { Entry = h.Key, CallId = h.CallId, At = h.At, Kind = h.Kind, Agent = h.Agent, Team = h.Team, Step = h.Step },
        JournalEntry.Connected c => new CallEvent
        {
            Entry = c.Key, CallId = c.CallId, At = c.At, Kind = CallEventKind.Connected, Agent = c.Agent, Team = c.Team.Code,
        },
        JournalEntry.Verified => new CallEvent { Entry = entry.Key, CallId = entry.CallId, At = entry.At, Kind = CallEventKind.Verified },
        JournalEntry.Ended => new CallEvent { Entry = entry.Key, CallId = entry.CallId, At = entry.At, Kind = CallEventKind.Ended },
        _ => new CallEvent { Entry = entry.Key, CallId = entry.CallId, At = entry.At, Kind = CallEventKind.Arrived },
    };
}

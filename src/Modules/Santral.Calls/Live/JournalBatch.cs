using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;

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

        await WriteLedgerAsync(db, [.. batch.OfType<JournalEntry.Disclosed>().Select(d => d.Line)], stop);
        batch = [.. batch.Where(e => e is not JournalEntry.Disclosed)];
        var ids = batch.Where(e => e is not JournalEntry.Happened).Select(e => e.CallId).Distinct().ToList();
        var records = await db.Calls.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var over = batch.OfType<JournalEntry.RecordingOver>().Select(o => o.Id).ToList();
        var recordings = over.Count == 0 ? [] : await db.Recordings.Where(r => over.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        foreach (var entry in batch)
        {
            if (entry is JournalEntry.Arrived arrived)
            {
                if (records.ContainsKey(arrived.CallId))
                {
                    continue;
                }

                records[arrived.CallId] = db.Calls.Add(CallRecord.Arrive(
                    arrived.CallId, arrived.Unit, arrived.CalledNumber, arrived.CallingNumber, arrived.Class, arrived.CustomerId, arrived.At, node,
                    arrived.Direction)).Entity;
            }
            else if (records.TryGetValue(entry.CallId, out var record))
            {
                if (entry is JournalEntry.RecordingBegan began)
                {
                    recordings[began.Id] = db.Recordings.Add(Recording.Begin(began.Id, began.CallId, began.Kind, began.Team, began.Agent, began.Path, node, began.At)).Entity;
                }
                else if (entry is JournalEntry.RecordingOver ended)
                {
                    recordings.GetValueOrDefault(ended.Id)?.End(ended.State, ended.Length, ended.Bytes, ended.Sha256, record, ended.At);
                }
                else if (!Change(record, entry))
                {
                    continue;
                }
            }

            db.Events.Add(LineOf(entry));
        }
    }

    /// <summary>Each line once, however often a screen is drawn.</summary>
    private static async Task WriteLedgerAsync(CallsDb db, IReadOnlyList<Disclosure> lines, CancellationToken stop)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var calls = lines.Select(l => l.CallId).Distinct().ToList();
        var known = await db.Disclosures.Where(d => calls.Contains(d.CallId)).ToListAsync(stop);
        foreach (var line in lines.Where(l => !known.Exists(d => d.Says(l))))
        {
            var row = CallDisclosure.Of(line);
            known.Add(row);
            db.Disclosures.Add(row);
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
            case JournalEntry.Found found:
                record.Find(found.Fault, found.Solved);
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
        JournalEntry.Happened h => new CallEvent { Entry = h.Key, CallId = h.CallId, At = h.At, Kind = h.Kind, Agent = h.Agent, Team = h.Team, Step = h.Step, Number = h.Number },
        JournalEntry.Connected c => new CallEvent
        {
            Entry = c.Key, CallId = c.CallId, At = c.At, Kind = CallEventKind.Connected, Agent = c.Agent, Team = c.Team.Code,
        },
        JournalEntry.Found f => new CallEvent { Entry = f.Key, CallId = f.CallId, At = f.At, Kind = CallEventKind.FaultFound, Agent = f.Agent },
        JournalEntry.RecordingBegan b => new CallEvent
        {
            Entry = b.Key, CallId = b.CallId, At = b.At, Kind = b.Kind == RecordingKind.Voicemail ? CallEventKind.MessageBegan : CallEventKind.RecordingStarted, Agent = b.Agent,
        },
        JournalEntry.RecordingOver o => new CallEvent
        {
            Entry = o.Key, CallId = o.CallId, At = o.At, Kind = o.State == RecordingState.Failed ? CallEventKind.RecordingFailed : CallEventKind.RecordingEnded, Agent = o.Agent,
        },
        JournalEntry.Verified => new CallEvent { Entry = entry.Key, CallId = entry.CallId, At = entry.At, Kind = CallEventKind.Verified },
        JournalEntry.Ended => new CallEvent { Entry = entry.Key, CallId = entry.CallId, At = entry.At, Kind = CallEventKind.Ended },
        _ => new CallEvent { Entry = entry.Key, CallId = entry.CallId, At = entry.At, Kind = CallEventKind.Arrived },
    };
}

using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;

namespace Santral.Queues.Data;

/// <summary>The operator's words for what came of a call; each stands for one of the three outcomes that rules and figures know. A team offers some of them, or all.</summary>
internal sealed class DispositionTable(QueuesDb db) : ICountDefinitionUses
{
    public const string Code = "call_dispositions";

    private const string OutcomeColumn = "outcome";

    public static DefinitionTable Table { get; } = new(Code, "call_centre", 75, 1, [])
    {
        Columns = [new(OutcomeColumn, DefinitionColumnKind.Choice, IsRequired: true, Choices: ["resolved", "followUp", "noAction"])],
        StartsWith =
        [
            Row("resolved", "Çözüldü", "Löst", "Resolved", "resolved"),
            Row("follow_up", "Takip edilecek", "Följs upp", "Follow up", "followUp"),
            Row("no_action", "İşlem gerekmedi", "Ingen åtgärd", "No action", "noAction"),
            Row("sale", "Satış yapıldı", "Såld", "Sale made", "resolved"),
            Row("wrong_number", "Yanlış numara", "Fel nummer", "Wrong number", "noAction"),
            Row("dropped", "Hat koptu", "Samtalet bröts", "Line dropped", "followUp"),
        ],
    };

    /// <summary>Which outcome the row stands for; no action where the column was emptied.</summary>
    public static CallOutcome OutcomeOf(Definition row) => row.Values.GetValueOrDefault(OutcomeColumn) switch
    {
        "resolved" => CallOutcome.Resolved,
        "followUp" => CallOutcome.FollowUp,
        _ => CallOutcome.NoAction,
    };

    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        if (table != Code)
        {
            return new Dictionary<DefinitionId, long>();
        }

        var wanted = ids.Select(i => (DefinitionId?)i).ToList();
        return await db.Talks.Where(t => wanted.Contains(t.DispositionId)).GroupBy(t => t.DispositionId).Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(c => c.Key!.Value, c => c.Count, stop);
    }

    private static StartingDefinition Row(string code, string tr, string sv, string en, string outcome)
        => new(code, new Names(tr, sv, en), Values: new Dictionary<string, string> { [OutcomeColumn] = outcome });
}

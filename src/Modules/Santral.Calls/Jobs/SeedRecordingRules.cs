using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Jobs;

/// <summary>The demo records the appliance service always, Customer Services when the agent says so, the others never.</summary>
internal sealed class SeedRecordingRules(CallsDb db, RecordingBook book, IKnowTeams teams) : ISeedDemo
{
    private static readonly (string Team, RecordingPolicy Policy, int KeepDays)[] Rules =
    [
        ("customer_services", RecordingPolicy.ByAgent, 90),
        ("appliance_service", RecordingPolicy.Always, 365),
    ];

    public int Order => 25;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.RecordingRules.AnyAsync(stop))
        {
            return;
        }

        foreach (var (code, policy, keepDays) in Rules)
        {
            if (teams.FindByCode(code) is { } team)
            {
                var rule = new RecordingRule(team.Id);
                rule.Set(policy, keepDays, showsListening: false);
                db.RecordingRules.Add(rule);
            }
        }

        await db.SaveChangesAsync(stop);
        await book.LoadAsync(db, stop);
    }
}

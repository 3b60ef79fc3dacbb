using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Processes.Domain;

namespace Santral.Processes.Data;

/// <summary>The demo's internet provider asks two people before it gives something for free: an approval that can be given in part (P-16, P-17).</summary>
internal sealed class SeedDemoProcesses(ProcessesDb db, ProcessBook book, IOrganisation organisation, IKnowPeople people, IKnowTeams teams, TimeProvider clock) : ISeedDemo
{
    public const string Approval = "compensation";

    private const string Document = "request";
    private const string Unit = "internet";

    // After people and teams, before requests.
    public int Order => 30;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (book.FindKind(Document) is not { } kind || organisation.Find(Unit) is null || await db.Versions.AnyAsync(stop)
            || people.FindByUserName("supervisor1") is not { } supervisor || people.FindByUserName("expert1") is not { } expert)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var design = WithCompensation(Design.Of(kind.Starting(Unit)), supervisor.Id, expert.Id, teams.FindByCode("customer_services")?.Id);
        db.Versions.Add(DesignVersion.Publish(
            Guid.CreateVersion7(now), Document, Unit, 1, design, new Dictionary<string, string>(), "Bedelsiz istekler onaydan geçer.", supervisor.Id, now.AddDays(-40)));
        await db.SaveChangesAsync(stop);
        await book.ReadAsync(stop);
    }

    private static Design WithCompensation(Design design, UserId supervisor, UserId expert, TeamId? watchers)
    {
        var stage = new Stage(
            Approval,
            StageKind.Approval,
            new Names("Telafi onayı", "Godkännande av ersättning", "Compensation approval"),
            Actors.Nobody,
            new Approval(
                new Actors([supervisor, expert], [], []),
                1,
                [
                    new AllowedOutcome(Outcome.Approve, "examined"),
                    new AllowedOutcome(Outcome.ApprovePartly, "examined"),
                    new AllowedOutcome(Outcome.Reject, "examined"),
                    new AllowedOutcome(Outcome.Review, null),
                    new AllowedOutcome(Outcome.Warn, null),
                ]),
            watchers is { } team ? new Actors([], [team], []) : Actors.Nobody,
            CommentDuty.UnlessApproved,
            [],
            null,
            480,
            480,
            260);
        return new Design(
            [.. design.Stages.Where(s => s.Kind is StageKind.New or StageKind.InProgress or StageKind.Waiting), stage, .. design.Stages.Where(s => s.Kind is not (StageKind.New or StageKind.InProgress or StageKind.Waiting))],
            [.. design.Transitions, new Transition("examined", Approval, new Names("telafi iste", "begär ersättning", "ask for compensation"))]);
    }
}

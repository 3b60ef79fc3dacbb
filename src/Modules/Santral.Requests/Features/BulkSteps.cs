using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>What one act does to one request and how it is taken back: by the same rules as on the request's own page.</summary>
internal sealed class BulkSteps(
    StageCatalog catalog, CheckResolving check, IKnowDefinitions definitions, IKnowPeople people, IKnowTeams teams, ICurrentUser user, TimeProvider clock)
{
    private const char Line = '\n';

    public void RefuseWithoutRight(BulkKind kind)
    {
        if (kind is BulkKind.Owner or BulkKind.Team && !user.Has(RequestsPermissions.Assign))
        {
            throw new Refusal("requests.assign_needs_authority", RefusalKind.Forbidden);
        }
    }

    /// <summary>The answer is what it replaced.</summary>
    public async Task<string?> DoAsync(Request request, ChangeMany.Act act, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        string? before;
        switch (act.Kind)
        {
            case BulkKind.Owner:
                people.RefuseWhoMayNotWork(act.UserId);
                before = request.OwnerId?.ToString();
                request.GiveTo(act.UserId, user.Id, now);
                return before;
            case BulkKind.Team:
                teams.RefuseTeamOfAnother(act.TeamId, request.Unit);
                before = request.TeamId?.ToString();
                request.PassTo(act.TeamId, now);
                return before;
            case BulkKind.Priority:
                before = request.PriorityId?.ToString();
                Hurry(request, act.PriorityId, now);
                return before;
            case BulkKind.Stage:
                before = request.StageCode;
                await MoveAsync(request, act.Stage, act.StageKind, act.Comment, now, stop);
                return before;
            default:
                var add = TagRequest.TagsOf(act.AddTags).Where(t => !request.HasTag(t)).ToList();
                var remove = TagRequest.TagsOf(act.RemoveTags).Where(request.HasTag).ToList();
                request.Tag(add, remove);
                return string.Join(Line, add.Select(t => $"+{t}").Concat(remove.Select(t => $"-{t}")));
        }
    }

    public async Task TakeBackAsync(Request request, BulkKind kind, string? before, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        switch (kind)
        {
            case BulkKind.Owner:
                var owner = Id.TryParse<UserId>(before, out var person) ? person : (UserId?)null;
                people.RefuseWhoMayNotWork(owner);
                request.GiveTo(owner, user.Id, now);
                break;
            case BulkKind.Team:
                request.PassTo(Id.TryParse<TeamId>(before, out var team) ? team : null, now);
                break;
            case BulkKind.Priority:
                Hurry(request, Id.TryParse<DefinitionId>(before, out var priority) ? priority : null, now);
                break;
            case BulkKind.Stage:
                await MoveAsync(request, before, null, null, now, stop);
                break;
            default:
                var changed = (before ?? "").Split(Line, StringSplitOptions.RemoveEmptyEntries);
                request.Tag([.. changed.Where(t => t[0] == '-').Select(t => t[1..])], [.. changed.Where(t => t[0] == '+').Select(t => t[1..])]);
                break;
        }
    }

    private void Hurry(Request request, DefinitionId? priority, DateTimeOffset now)
    {
        var chosen = definitions.ChooseOrRefuse(priority, DefinitionTables.Priorities, request.Unit, request.PriorityId)
            ?? throw new Refusal("requests.priority_needed", RefusalKind.Invalid);
        request.Hurry(chosen.Id, now);
    }

    private async Task MoveAsync(Request request, string? code, StageKind? kind, string? typed, DateTimeOffset now, CancellationToken stop)
    {
        var stages = catalog.Of(request.Unit);
        var next = (kind is { } wanted ? stages.NextOf(request).FirstOrDefault(s => s.Kind == wanted) ?? stages.All.FirstOrDefault(s => s.Kind == wanted) : stages.Find(code ?? ""))
            ?? throw new Refusal("requests.stage_unknown", RefusalKind.Invalid);
        await check.RefuseAsync(request, next.Kind, stop);
        request.MoveTo(next, Typed.Lines(typed) is { Length: > 0 } comment ? comment : null, stages, user.Id, now);
    }
}

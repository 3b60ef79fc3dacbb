using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Loads requests that the reader may see and dresses them with the names of other modules.</summary>
internal sealed class ReadRequest(
    RequestsDb db,
    Sight sight,
    StageCatalog catalog,
    UnitRulesBook rules,
    NameDefinitions names,
    ReadFamily family,
    IFindCustomer customers,
    IKnowSubscriptions subscriptions,
    IKnowPeople people,
    IKnowTeams teams,
    ReadClocks clocks,
    ICurrentUser user)
{
    /// <summary>To change it. What a person may not see is unknown to him.</summary>
    public async Task<Request> LoadAsync(RequestId id, CancellationToken stop)
        => await sight.Of(db.Requests).Include(r => r.Search).Include(r => r.Tags).Include(r => r.Watchers).Include(r => r.Votes)
            .SingleOrDefaultAsync(r => r.Id == id, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);

    /// <summary>As stored now, whatever this context had in its hands.</summary>
    public async Task<RequestCard> CardAsync(RequestId id, CancellationToken stop)
    {
        var request = await sight.Of(db.Requests.AsNoTracking()).Include(r => r.Tags).Include(r => r.Watchers).SingleOrDefaultAsync(r => r.Id == id, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        return await CardAsync(request, stop);
    }

    public async Task<RequestCard> CardAsync(Request request, CancellationToken stop)
    {
        var stages = catalog.Of(request.Unit);
        var calls = await db.LinkedCalls.AsNoTracking().Where(l => l.RequestId == request.Id).OrderBy(l => l.At).Select(l => l.CallId).ToListAsync(stop);
        var relatives = await family.OfAsync(request, stop);
        return new RequestCard(
            request.Id,
            request.Number!,
            request.Unit,
            request.Kind,
            request.Subject,
            request.Text,
            names.Category(request.CategoryId),
            StoredAnswers.Read(request.Answers),
            names.FieldsOf(request.CategoryId),
            names.One(request.PriorityId),
            names.One(request.ContactMethodId),
            stages.NameOf(request),
            request.MergedIntoId is null ? [.. stages.NextOf(request).Select(UnitStageNames.NameOf)] : [],
            [.. stages.All.Select(UnitStageNames.NameOf)],
            Person(request.OwnerId),
            Team(request.TeamId),
            request.CustomerId is { } customerId ? await customers.FindAsync(customerId, stop) : null,
            request.SubscriptionId is { } taken && await subscriptions.FindAsync(taken, stop) is { } found
                ? new SubscriptionName(found.Id, found.Number, found.Subject)
                : null,
            request.Product,
            new SectionsCard(request.Answer, request.Work, request.Place, request.WantedOn),
            request.Channel,
            calls,
            [.. request.Tags.Select(t => t.Name).Order(StringComparer.InvariantCultureIgnoreCase)],
            [.. request.Watchers.OrderBy(w => w.Since).Select(w => Person(w.UserId)!)],
            relatives.Parent,
            relatives.Parts,
            relatives.Related,
            relatives.MergedInto,
            relatives.Merged,
            await FilesAsync(request, stop),
            request.CanHaveWorkOrder,
            RightsOn(request, stages, await rules.OfAsync(request.Unit, stop)),
            clocks.FaceOf(request),
            request.OpenedAt,
            Person(request.OpenedBy),
            request.ChangedAt,
            request.ResolvedAt,
            request.Version);
    }

    public async Task<IReadOnlyList<FileCard>> FilesAsync(Request request, CancellationToken stop)
    {
        var files = await db.Files.AsNoTracking()
            .Where(f => f.RemovedAt == null && (f.RequestId == request.Id || db.Requests.Any(r => r.Id == f.RequestId && r.MergedIntoId == request.Id)))
            .OrderBy(f => f.At).ThenBy(f => f.Id)
            .ToListAsync(stop);
        return [.. files.DistinctBy(f => f.FileId).Select(CardOf)];
    }

    public FileCard CardOf(AttachedFile file) => new(file.FileId, file.Name, file.ContentType, file.Length, file.IsRisky, Person(file.By), file.At);

    public PersonName? Person(UserId? id) => id is { } known ? new PersonName(known, people.Find(known)?.DisplayName ?? "?") : null;

    public TeamName? Team(TeamId? id) => id is { } known && teams.Find(known) is { } team ? new TeamName(team.Id, team.Code, team.Names) : null;

    private RequestRights RightsOn(Request request, UnitStages stages, UnitRules unit)
    {
        var mayWrite = user.Has(RequestsPermissions.Write) && request.MergedIntoId is null;
        return new RequestRights(
            mayWrite,
            mayWrite && stages.MayEdit(request),
            mayWrite && (!unit.OnlyAuthorisedCategorise || user.Has(RequestsPermissions.Categorise)),
            mayWrite && user.Has(RequestsPermissions.Assign),
            user.Has(RequestsPermissions.Merge));
    }
}

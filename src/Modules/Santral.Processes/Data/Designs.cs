using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Processes.Domain;

namespace Santral.Processes.Data;

/// <summary>Finds the process of a kind and a unit with its draft, its versions and what is wrong with it.</summary>
internal sealed class Designs(
    ProcessesDb db, ProcessBook book, IOrganisation organisation, IKnowActors actors, IKnowTeams teams, IKnowRoles roles, IEnumerable<ICountStanding> counts,
    WebhookOptions webhooks)
{
    public (DocumentKind Kind, BusinessUnit Unit) FindOrRefuse(string document, string unit)
        => (book.FindKind(document), organisation.Find(unit)) is ({ } kind, { } found)
            ? (kind, found)
            : throw new Refusal("processes.unknown", RefusalKind.Unknown);

    public Task<DesignDraft?> DraftAsync(string document, string unit, CancellationToken stop)
        => db.Drafts.SingleOrDefaultAsync(d => d.Document == document && d.Unit == unit, stop);

    public Task<DesignVersion?> NewestAsync(string document, string unit, CancellationToken stop)
        => db.Versions.AsNoTracking().Where(v => v.Document == document && v.Unit == unit).OrderByDescending(v => v.Number).FirstOrDefaultAsync(stop);

    /// <summary>A version by number; 0 is what the unit began with.</summary>
    public async Task<Design> VersionAsync(DocumentKind kind, string unit, int number, CancellationToken stop)
        => number == 0
            ? Design.Of(kind.Starting(unit))
            : (await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Document == kind.Code && v.Unit == unit && v.Number == number, stop))?.Design
                ?? throw new Refusal("processes.version_unknown", RefusalKind.Unknown);

    public IReadOnlyList<Problem> ProblemsOf(Design design, DocumentKind kind)
        => new DesignCheck(design, kind, new KnownActors(actors.All, teams.All.Select(t => t.Id).ToHashSet(), roles.All.Select(r => r.Code).ToHashSet())
        {
            InsideAllowed = webhooks.AllowPrivate,
        }).Problems();

    public async Task<IReadOnlyDictionary<string, int>> StandingAsync(string document, string unit, CancellationToken stop)
        => counts.FirstOrDefault(c => c.Document == document) is { } count ? await count.CountAsync(unit, stop) : new Dictionary<string, int>();
}

using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>A process as its designer sees it; also the answer of every change and the `current` of a stale one.</summary>
/// <param name="PartIs">What a partial approval names in this kind of document.</param>
/// <param name="Needs">Kinds of stage without which it is not published.</param>
/// <param name="Draft">Null while nobody has changed anything since the published version.</param>
/// <param name="Problems">Of the draft, or of the published version where there is none.</param>
/// <param name="Standing">How many documents stand in each stage now.</param>
/// <param name="Changes">How much the draft differs from the published version.</param>
public sealed record ProcessView(
    string Document,
    string Unit,
    Names UnitNames,
    ApprovedPart PartIs,
    IReadOnlyList<StageKind> Needs,
    PublishedView Published,
    DraftView? Draft,
    IReadOnlyList<Problem> Problems,
    IReadOnlyDictionary<string, int> Standing,
    int Changes);

/// <param name="Version">0 for the stages the unit began with.</param>
public sealed record PublishedView(int Version, DateTimeOffset? At, string? By, string? Note, Design Design);

/// <param name="Version">What the next saving must be based on.</param>
/// <param name="BasedOn">The published version it was begun from.</param>
public sealed record DraftView(int Version, int BasedOn, DateTimeOffset ChangedAt, string? ChangedBy, Design Design);

/// <summary>Puts the view together.</summary>
internal sealed class ViewProcess(Designs designs, IKnowPeople people)
{
    public async Task<ProcessView> OfAsync(string document, string unit, CancellationToken stop)
    {
        var (kind, found) = designs.FindOrRefuse(document, unit);
        var newest = await designs.NewestAsync(document, unit, stop);
        var draft = await designs.DraftAsync(document, unit, stop);
        var published = newest?.Design ?? Design.Of(kind.Starting(unit));
        var shown = draft?.Design ?? published;
        return new ProcessView(
            document,
            unit,
            found.Names,
            kind.PartIs,
            kind.Needs,
            new PublishedView(newest?.Number ?? 0, newest?.PublishedAt, NameOf(newest?.PublishedBy), newest?.Note, published),
            draft is null ? null : new DraftView(draft.Version, draft.BasedOn, draft.ChangedAt, NameOf(draft.ChangedBy), shown),
            designs.ProblemsOf(shown, kind),
            await designs.StandingAsync(document, unit, stop),
            draft is null ? 0 : DesignDiff.Between(published, shown).Count());
    }

    public string? NameOf(UserId? user) => user is { } id ? people.Find(id)?.DisplayName ?? "?" : null;
}

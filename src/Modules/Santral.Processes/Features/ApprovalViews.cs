using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>A document that waits for checkers, as its decision panel shows it.</summary>
/// <param name="Version">What a decision must be based on.</param>
/// <param name="Checkers">Who decides, who has, who is left.</param>
/// <param name="Counted">Approvals so far.</param>
/// <param name="Needed">Approvals that are enough.</param>
/// <param name="StandsIn">Nobody who was named is left: those who design processes decide.</param>
/// <param name="Offers">What the person who asks may decide now; empty when it is not his.</param>
/// <param name="TargetAt">When the decision is wanted, where the stage has a target time.</param>
public sealed record ApprovalView(
    string Document,
    Guid Id,
    string Number,
    string Subject,
    string Text,
    string Path,
    string Unit,
    StageFace Stage,
    DateTimeOffset Since,
    DateTimeOffset? TargetAt,
    NamedPerson? RequestedBy,
    IReadOnlyList<CheckerView> Checkers,
    int Counted,
    int Needed,
    bool StandsIn,
    ApprovedPart PartIs,
    IReadOnlyList<OfferView> Offers,
    IReadOnlyList<BallotView> Ballots,
    int Version);

public sealed record StageFace(string Code, StageKind Kind, Names Names);

public sealed record NamedPerson(UserId Id, string Name);

/// <param name="Decision">Null while he has not decided.</param>
/// <param name="IsLeft">He may still decide.</param>
public sealed record CheckerView(UserId Id, string Name, Outcome? Decision, bool IsLeft);

/// <param name="To">Where the document goes; null when it stays.</param>
/// <param name="Completes">False for an approval that needs more voices after this one.</param>
public sealed record OfferView(Outcome Outcome, StageFace? To, bool CommentDue, bool PartDue, bool Completes);

public sealed record BallotView(NamedPerson By, Outcome Outcome, string? Comment, string? Part, DateTimeOffset At);

/// <summary>Asks every kind of document for what waits, and dresses it with the rules.</summary>
internal sealed class ReadApprovals(IEnumerable<IListApprovals> lists, ProcessBook book, IKnowActors actors, IKnowPeople people, ICurrentUser user)
{
    /// <summary>Those the current person may decide, oldest first.</summary>
    public async Task<IReadOnlyList<ApprovalView>> MineAsync(CancellationToken stop)
    {
        var me = actors.Of(user.IdOrRefuse());
        var everybody = actors.All;
        List<ApprovalView> mine = [];
        foreach (var list in lists)
        {
            mine.AddRange((await list.WaitingAsync(stop)).Select(d => Of(list.Document, d, me, everybody)).OfType<ApprovalView>().Where(v => v.Offers.Count > 0));
        }

        return [.. mine.OrderBy(v => v.Since)];
    }

    /// <summary>One of them; for those who decide on it, asked for it or work on it, and for nobody else.</summary>
    public async Task<ApprovalView> OneAsync(string document, Guid id, CancellationToken stop)
    {
        var me = actors.Of(user.IdOrRefuse());
        var waiting = (await ListOrRefuse(document).WaitingAsync(stop)).FirstOrDefault(d => d.Id == id);
        var view = waiting is null ? null : Of(document, waiting, me, actors.All);
        return view is not null && (view.Offers.Count > 0 || view.Checkers.Any(c => c.Id == me.Id) || view.RequestedBy?.Id == me.Id
            || (waiting!.IsSeen && me.Has(book.FindKind(document)!.WritePermission)) || view.Ballots.Any(b => b.By.Id == me.Id))
            ? view
            : throw new Refusal("processes.not_waiting", RefusalKind.Unknown);
    }

    public IListApprovals ListOrRefuse(string document)
        => lists.FirstOrDefault(l => l.Document == document) ?? throw new Refusal("processes.unknown", RefusalKind.Unknown);

    private ApprovalView? Of(string document, WaitingDocument waiting, Actor me, IReadOnlyCollection<Actor> everybody)
    {
        var process = book.Of(document, waiting.Unit);
        if (process.StandingOf(waiting.State, everybody) is not { } standing)
        {
            return null;
        }

        var stage = standing.Stage;
        var checkers = standing.Checkers.Concat(standing.Left).DistinctBy(c => c.Id).ToList();
        return new ApprovalView(
            document,
            waiting.Id,
            waiting.Number,
            waiting.Subject,
            waiting.Text,
            waiting.Path,
            waiting.Unit,
            Face(stage),
            waiting.Since,
            stage.TargetMinutes is { } minutes ? waiting.Since.AddMinutes(minutes) : null,
            waiting.State.RequestedBy is { } by ? Named(by) : null,
            [
                .. standing.Counted.Select(b => new CheckerView(b.By, Named(b.By).Name, b.Outcome, false)),
                .. checkers.Where(c => standing.Counted.All(b => b.By != c.Id)).Select(c => new CheckerView(c.Id!.Value, c.Name, null, standing.Left.Any(l => l.Id == c.Id))),
            ],
            standing.Counted.Count,
            standing.Needed,
            standing.StandsIn,
            book.FindKind(document)!.PartIs,
            [.. process.Offers(waiting.State, me, everybody).Where(o => o.Outcome is not null).Select(o => OfferOf(process, o))],
            [.. waiting.State.Ballots.Select(b => new BallotView(Named(b.By), b.Outcome, b.Comment, b.Part, b.At))],
            waiting.Version);
    }

    private static OfferView OfferOf(Process process, Offer offer)
        => new(offer.Outcome!.Value, offer.To is { } to ? Face(process.Find(to)!) : null, offer.CommentDue, offer.PartDue, offer.Completes);

    private static StageFace Face(Stage stage) => new(stage.Code, stage.Kind, stage.Names);

    private NamedPerson Named(UserId id) => new(id, people.Find(id)?.DisplayName ?? "?");
}

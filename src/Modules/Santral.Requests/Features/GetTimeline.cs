using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Knowledge;
using Santral.Contracts.Mailroom;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Everything that happened to a request, oldest first: opening, calls, notes, letters, changes, moves.</summary>
public static class GetTimeline
{
    // Of each kind the newest; a request with more is read in its reports.
    private const int MostOfAKind = 300;

    public enum EntryKind
    {
        Opened,
        Call,
        Note,
        Change,
        Stage,
        Article,
        Merge,
        File,
        Letter,
    }

    /// <summary>One entry; exactly the part that its kind names is there.</summary>
    /// <param name="By">Null when the system acted.</param>
    /// <param name="From">Number of the request it was written on, when that one is followed in this one.</param>
    public sealed record Entry(
        Guid Id,
        DateTimeOffset At,
        EntryKind Kind,
        PersonName? By,
        CallPart? Call = null,
        NotePart? Note = null,
        ChangePart? Change = null,
        StagePart? Stage = null,
        ArticlePart? Article = null,
        MergePart? Merge = null,
        FilePart? File = null,
        string? From = null,
        LetterSummary? Letter = null);

    /// <param name="Live">True until the call is over.</param>
    /// <param name="Number">Null when withheld.</param>
    public sealed record CallPart(
        CallId CallId,
        PhoneNumber? Number,
        PersonName? Agent,
        TeamName? Team,
        int WaitedSeconds,
        int TalkedSeconds,
        IReadOnlyList<MenuStep> MenuPath,
        bool Live,
        DateTimeOffset? AnsweredAt,
        CallEndReason? EndReason)
    {
        /// <summary>Outbound: the agent called the number.</summary>
        public CallDirection Direction { get; init; }

        /// <summary>What can be heard of it, and what could.</summary>
        public IReadOnlyList<RecordingCard> Recordings { get; init; } = [];
    }

    public sealed record NotePart(string Text, bool CustomerSees, IReadOnlyList<FilePart> Files);

    /// <param name="RemovedAt">There when it is not to be had any more.</param>
    public sealed record FilePart(FileCard File, DateTimeOffset? RemovedAt, PersonName? RemovedBy);

    public sealed record ChangePart(IReadOnlyList<Field> Fields);

    /// <param name="Name">As in the API: `kind`, `subject`, `category`, `owner`.</param>
    /// <param name="From">As people read it; kinds by their code.</param>
    public sealed record Field(string Name, string? From, string? To);

    /// <param name="RequestId">The one that was merged into this one, or that this one was merged into.</param>
    /// <param name="IsUndone">True where the merge was taken back.</param>
    public sealed record MergePart(RequestId RequestId, string Number, bool IsInto, bool IsUndone);

    /// <param name="Outcome">The decision that moved it; null for a move by hand.</param>
    /// <param name="Part">What was approved, when not all was.</param>
    public sealed record StagePart(Names From, Names To, StageKind ToKind, string? Comment, Outcome? Outcome, string? Part);

    /// <param name="Title">As it was called when it was used.</param>
    /// <param name="Result">How its script ended: `solved`, `unsolved`, `passOn`; null without one.</param>
    public sealed record ArticlePart(Guid ArticleId, string Title, string? Result);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/{id}/timeline", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("GetTimeline")
        .WithTags("requests")
        .WithSummary("What happened to a request, oldest first.");

    internal static async Task<Ok<IReadOnlyList<Entry>>> HandleAsync(
        RequestId id,
        RequestsDb db,
        Sight sight,
        ReadRequest read,
        StageCatalog catalog,
        ReadChanges changes,
        ReadMerges merges,
        IKnowArticles articles,
        IKnowLetters letters,
        IDeskCalls desk,
        IKnowRecordings recordings,
        CancellationToken stop)
    {
        var request = await sight.Of(db.Requests.AsNoTracking()).SingleOrDefaultAsync(r => r.Id == id, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        var merged = await merges.FollowedInAsync(id, stop);
        List<Entry> entries =
        [
            new(request.Id.Value, request.OpenedAt, EntryKind.Opened, read.Person(request.OpenedBy)),
            .. await CallsAsync(id, db, read, desk, recordings, stop),
            .. await NotesAsync(id, merged, db, read, stop),
            .. await MovesAsync(request, db, read, catalog, stop),
            .. await changes.OfAsync(id, MostOfAKind, stop),
            .. (await articles.UsedInAsync(id, stop)).Select(
                u => new Entry(u.ArticleId, u.At, EntryKind.Article, read.Person(u.By), Article: new ArticlePart(u.ArticleId, u.Title, u.Result))),
            .. (await letters.OfAsync([id, .. merged.Keys], stop)).Select(
                l => new Entry(l.Id, l.At, EntryKind.Letter, read.Person(l.By), From: merged.GetValueOrDefault(l.RequestId), Letter: l)),
            .. await merges.EntriesAsync(id, stop),
        ];

        // A call is older than the request opened in it, and is told first.
        return TypedResults.Ok<IReadOnlyList<Entry>>([.. entries.OrderBy(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Id)]);
    }

    private static async Task<IEnumerable<Entry>> CallsAsync(
        RequestId id, RequestsDb db, ReadRequest read, IDeskCalls desk, IKnowRecordings recordings, CancellationToken stop)
    {
        var links = await db.LinkedCalls.AsNoTracking().Where(l => l.RequestId == id)
            .OrderByDescending(l => l.At).Take(MostOfAKind).ToListAsync(stop);
        var keys = links.Select(l => l.CallId.Value).ToList();
        var contacts = await db.Interactions.AsNoTracking().Where(i => keys.Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        var heard = (await recordings.OfAsync([.. links.Select(l => l.CallId)], stop)).ToLookup(r => r.CallId);
        return links.Select(link => contacts.TryGetValue(link.CallId.Value, out var contact)
            ? new Entry(contact.Id, contact.StartedAt, EntryKind.Call, read.Person(contact.AgentId ?? link.By), PartOf(contact, read, LiveOf(link, contact.AgentId, desk)) with { Recordings = [.. heard[link.CallId]] })
            : new Entry(link.CallId.Value, link.At, EntryKind.Call, read.Person(link.By), NotYetKnown(link.CallId, LiveOf(link, null, desk))));
    }

    // The way through the menu is told with the end of the call; until then the desk that has the call knows it.
    private static DeskCall? LiveOf(LinkedCall link, UserId? agent, IDeskCalls desk)
        => (agent ?? link.By) is { } who && desk.Of(who) is { } call && call.CallId == link.CallId ? call : null;

    private static CallPart PartOf(Interaction contact, ReadRequest read, DeskCall? live) => new(
        CallId.From(contact.Id),
        contact.CallingNumber,
        read.Person(contact.AgentId),
        read.Team(contact.TeamId),
        (int)contact.Waited.TotalSeconds,
        (int)contact.Talked.TotalSeconds,
        contact.EndedAt is null && live is not null ? live.MenuPath : contact.MenuPath,
        contact.EndedAt is null,
        contact.AnsweredAt,
        contact.EndReason)
    {
        Direction = contact.Direction,
    };

    // The agent was quicker than the first fact of his call.
    private static CallPart NotYetKnown(CallId call, DeskCall? live) => new(call, live?.CallingNumber, null, null, 0, 0, live?.MenuPath ?? [], true, live?.ConnectedAt, null)
    {
        Direction = live?.Outbound is null ? CallDirection.Inbound : CallDirection.Outbound,
    };

    private static async Task<IReadOnlyList<Entry>> NotesAsync(
        RequestId id, IReadOnlyDictionary<RequestId, string> merged, RequestsDb db, ReadRequest read, CancellationToken stop)
    {
        var ids = merged.Keys.Append(id).ToList();
        var notes = await db.Notes.AsNoTracking().Where(n => ids.Contains(n.RequestId)).OrderByDescending(n => n.At).Take(MostOfAKind).ToListAsync(stop);
        var files = await db.Files.AsNoTracking().Where(f => ids.Contains(f.RequestId)).OrderByDescending(f => f.At).Take(MostOfAKind).ToListAsync(stop);
        var ofNotes = files.Where(f => f.NoteId != null).OrderBy(f => f.Id).ToLookup(f => f.NoteId!.Value, PartOf);
        return
        [
            .. notes.Select(n => new Entry(
                n.Id, n.At, EntryKind.Note, read.Person(n.By), Note: new NotePart(n.Text, n.CustomerSees, [.. ofNotes[n.Id]]), From: merged.GetValueOrDefault(n.RequestId))),
            .. files.Where(f => f.NoteId == null).Select(f => new Entry(
                f.Id, f.At, EntryKind.File, read.Person(f.By), File: PartOf(f), From: merged.GetValueOrDefault(f.RequestId))),
        ];

        FilePart PartOf(AttachedFile file) => new(read.CardOf(file), file.RemovedAt, read.Person(file.RemovedBy));
    }

    private static async Task<IEnumerable<Entry>> MovesAsync(
        Request request, RequestsDb db, ReadRequest read, StageCatalog catalog, CancellationToken stop)
    {
        var moves = await db.Moves.AsNoTracking().Where(m => m.DocumentId == request.Id)
            .OrderByDescending(m => m.At).Take(MostOfAKind).ToListAsync(stop);
        return moves.Select(m => new Entry(
            m.Id, m.At, EntryKind.Stage, read.Person(m.By), Stage: new StagePart(NamesOf(m.From), NamesOf(m.To), KindOf(m.To), m.Comment, m.Outcome, m.Part)));

        Names NamesOf(string code) => catalog.Find(request.Unit, code)?.Names ?? new Names(code, code, code);

        StageKind KindOf(string code) => catalog.Find(request.Unit, code)?.Kind ?? request.StageKind;
    }
}

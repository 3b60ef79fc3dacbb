using Santral.Contracts.Workplace;

namespace Santral.Contracts.Processes;

/// <summary>A document as facts name it.</summary>
/// <param name="Document">Kind: `request`.</param>
public sealed record StagedReference(string Document, string Unit, Guid Id, string Number, string Subject, string Path);

/// <summary>A mail is due to colleagues. It is kept until the product can send mail.</summary>
/// <param name="Text">Code of the mail's text.</param>
[Fact("processes.mail_due", 1)]
public sealed record StageMailDue(StagedReference Document, string Stage, string Text, IReadOnlyList<UserId> To, string? Comment, DateTimeOffset At) : IFact;

/// <summary>Another system is to be told that a document arrived in a stage.</summary>
[Fact("processes.webhook_due", 1)]
public sealed record StageWebhookDue(StagedReference Document, string From, string Stage, StageKind Kind, string Address, UserId? By, DateTimeOffset At) : IFact;

/// <summary>Who is told what when a document moves or is decided on.</summary>
internal static class StageNews
{
    public static IEnumerable<IFact> OfVote(
        StagedReference document, Decided decided, DocumentState state, Actor by, IReadOnlyCollection<Actor> people, DateTimeOffset now)
    {
        var stage = decided.From!;
        var outcome = decided.Outcome!.Value;
        List<UserId> concerned = [.. new[] { state.RequestedBy, state.OwnerId }.OfType<UserId>()];
        if (outcome == Outcome.Warn)
        {
            concerned.AddRange(Ids(stage.Watchers, state, people));
        }

        var to = concerned.Distinct().Where(u => u != by.Id).ToList();
        if (to.Count == 0)
        {
            yield break;
        }

        var kind = outcome == Outcome.Warn ? NoticeKind.Warning : NoticeKind.Approval;
        yield return new NoticeDue(
            $"{document.Document}:{document.Id}:vote:{state.Round}:{by.Id}:{state.Ballots.Count}",
            to,
            TextOf(outcome),
            ArgsOf(document, stage, decided.Comment ?? "", by),
            document.Path,
            kind,
            by.Id,
            now);
        if (outcome == Outcome.Warn)
        {
            yield return new StageMailDue(document, stage.Code, "stage_warning", to, decided.Comment, now);
        }
    }

    public static IEnumerable<IFact> OfArrival(
        StagedReference document,
        Process process,
        Decided decided,
        DocumentState state,
        Guid move,
        Actor by,
        IReadOnlyCollection<Actor> people,
        DateTimeOffset now)
    {
        var stage = decided.To!;
        var args = ArgsOf(document, stage, decided.Comment ?? "", by);
        if (process.StandingOf(state, people) is { } standing)
        {
            yield return Notice("asked", [.. standing.Left.Select(p => p.Id!.Value)], "notice.approval_asked", NoticeKind.Approval);
        }

        if (Ids(stage.Watchers, state, people) is { Count: > 0 } watchers)
        {
            yield return Notice("reached", watchers, "notice.stage_reached", NoticeKind.Watched);
        }

        foreach (var (index, action) in stage.OnEntry.Index())
        {
            var to = Ids(action.To, state, people);
            if (action.Kind == EntryActionKind.Notify && to.Count > 0)
            {
                yield return Notice($"entry{index}", to, "notice.stage_reached", NoticeKind.Warning);
            }
            else if (action.Kind == EntryActionKind.Mail && to.Count > 0)
            {
                yield return new StageMailDue(document, stage.Code, action.Value ?? "stage_reached", to, decided.Comment, now);
            }
            else if (action is { Kind: EntryActionKind.Webhook, Value: { } address })
            {
                yield return new StageWebhookDue(document, decided.From?.Code ?? "", stage.Code, stage.Kind, address, by.Id, now);
            }
        }

        NoticeDue Notice(string what, IReadOnlyList<UserId> to, string text, NoticeKind kind)
            => new($"{document.Document}:{document.Id}:{move}:{what}", to, text, args, document.Path, kind, by.Id, now);
    }

    private static List<UserId> Ids(Actors actors, DocumentState state, IReadOnlyCollection<Actor> people)
        => [.. people.Where(p => actors.Include(p, state)).Select(p => p.Id!.Value)];

    private static string TextOf(Outcome outcome) => outcome switch
    {
        Outcome.Approve => "notice.approval_approved",
        Outcome.ApprovePartly => "notice.approval_approved_partly",
        Outcome.Reject => "notice.approval_rejected",
        Outcome.Review => "notice.approval_reviewed",
        _ => "notice.approval_warned",
    };

    private static Dictionary<string, string> ArgsOf(StagedReference document, Stage stage, string comment, Actor by) => new()
    {
        ["number"] = document.Number,
        ["subject"] = document.Subject,
        ["stageTr"] = stage.Names.Tr,
        ["stageSv"] = stage.Names.Sv,
        ["stageEn"] = stage.Names.En,
        ["comment"] = comment.Length > 120 ? comment[..119] + "…" : comment,
        ["person"] = by.Name,
    };
}

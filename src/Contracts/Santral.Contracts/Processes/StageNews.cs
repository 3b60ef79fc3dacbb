using Santral.Contracts.Workplace;

namespace Santral.Contracts.Processes;

/// <summary>A document as facts name it.</summary>
/// <param name="Document">Kind: `request`.</param>
public sealed record StagedReference(string Document, string Unit, Guid Id, string Number, string Subject, string Path);

/// <summary>A mail is due to colleagues, to each at his own address and in his own language; it is kept until it went (P-19).</summary>
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

        var said = new Said(document, stage, decided.Comment ?? "", by, people, now);
        foreach (var notice in said.To(
            $"vote:{state.Round}:{by.Id}:{state.Ballots.Count}", to, TextOf(outcome), outcome == Outcome.Warn ? NoticeKind.Warning : NoticeKind.Approval))
        {
            yield return notice;
        }

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
        var said = new Said(document, stage, decided.Comment ?? "", by, people, now);
        List<IFact> facts = [];
        if (process.StandingOf(state, people) is { } standing)
        {
            facts.AddRange(said.To($"{move}:asked", [.. standing.Left.Select(p => p.Id!.Value)], "notice.approval_asked", NoticeKind.Approval));
        }

        facts.AddRange(said.To($"{move}:reached", Ids(stage.Watchers, state, people), "notice.stage_reached", NoticeKind.Watched));
        foreach (var (index, action) in stage.OnEntry.Index())
        {
            var to = Ids(action.To, state, people);
            switch (action.Kind)
            {
                case EntryActionKind.Notify:
                    facts.AddRange(said.To($"{move}:entry{index}", to, "notice.stage_reached", NoticeKind.Warning));
                    break;
                case EntryActionKind.Mail when to.Count > 0:
                    facts.Add(new StageMailDue(document, stage.Code, action.Value ?? "stage_reached", to, decided.Comment, now));
                    break;
                case EntryActionKind.Webhook when action.Value is { } address:
                    facts.Add(new StageWebhookDue(document, decided.From?.Code ?? "", stage.Code, stage.Kind, address, by.Id, now));
                    break;
            }
        }

        return facts;
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

    /// <summary>The same news to several people: each in his language, because a stage's name is no text of the product.</summary>
    private sealed record Said(StagedReference Document, Stage Stage, string Comment, Actor By, IReadOnlyCollection<Actor> People, DateTimeOffset Now)
    {
        private const int LongestComment = 120;

        public IEnumerable<NoticeDue> To(string key, IReadOnlyCollection<UserId> to, string text, NoticeKind kind)
            => People.Where(p => p.Id is { } id && to.Contains(id)).GroupBy(p => p.Language).Select(group => new NoticeDue(
                $"{Document.Document}:{Document.Id}:{key}:{group.Key}",
                [.. group.Select(p => p.Id!.Value)],
                text,
                new Dictionary<string, string>
                {
                    ["number"] = Document.Number,
                    ["subject"] = Document.Subject,
                    ["stage"] = Stage.Names.In(group.Key),
                    ["comment"] = Comment.Length > LongestComment ? Comment[..(LongestComment - 1)] + "…" : Comment,
                    ["person"] = By.Name,
                },
                Document.Path,
                kind,
                By.Id,
                Now));
    }
}

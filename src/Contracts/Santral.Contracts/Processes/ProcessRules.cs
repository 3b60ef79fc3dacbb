namespace Santral.Contracts.Processes;

public sealed partial record Process
{
    public const int LongestComment = 1000;

    /// <summary>Everything the person may do with the document now.</summary>
    public IReadOnlyList<Offer> Offers(DocumentState state, Actor actor, IReadOnlyCollection<Actor> people)
        => [.. Moves(state, actor), .. Votes(state, actor, people)];

    /// <summary>What becomes of the document, or a refusal that says why not. Nothing is accepted that <see cref="Offers"/> does not list.</summary>
    public Decided Decide(DocumentState state, Actor actor, Act act, IReadOnlyCollection<Actor> people)
    {
        var offer = act.Outcome is { } outcome ? OfferedVote(state, actor, outcome, people) : OfferedMove(state, actor, act.Stage!);
        var comment = TextOrNull(act.Comment);
        var part = offer.PartDue ? TextOrNull(act.Part) : null;
        if (offer.CommentDue && comment is null)
        {
            throw new Refusal("processes.comment_due", RefusalKind.Invalid);
        }

        if (offer.PartDue && part is null)
        {
            throw new Refusal("processes.part_due", RefusalKind.Invalid);
        }

        if (comment?.Length > LongestComment || part?.Length > LongestComment)
        {
            throw new Refusal("processes.comment_too_long", RefusalKind.Invalid, ("longest", LongestComment));
        }

        return new Decided(Find(state.StageCode), offer is { Completes: true, To: { } to } ? Find(to) : null, offer.Outcome, comment, part);
    }

    /// <summary>Whether the person may write on the document where it stands.</summary>
    public bool MayEdit(DocumentState state, Actor actor)
        => Find(state.StageCode) is { } stage ? MayMake(stage, state, actor) : actor.Has(WritePermission);

    public void EditOrRefuse(DocumentState state, Actor actor)
    {
        if (!MayEdit(state, actor))
        {
            throw new Refusal("processes.not_a_maker", RefusalKind.Forbidden, ("stage", state.StageCode));
        }
    }

    /// <summary>Null when the document does not stand in an approval.</summary>
    public ApprovalStanding? StandingOf(DocumentState state, IReadOnlyCollection<Actor> people)
    {
        if (Find(state.StageCode) is not { Approval: { } approval } stage)
        {
            return null;
        }

        var named = people.Where(p => approval.Checkers.Include(p, state)).ToList();
        var others = named.Where(p => p.Id != state.RequestedBy).ToList();
        var checkers = others.Count > 0 ? others : named;

        // An approval stays valid when its giver leaves: it was his to give.
        var counted = state.Ballots.Where(b => b.Outcome is Outcome.Approve or Outcome.ApprovePartly).DistinctBy(b => b.By).ToList();
        var left = NotYet(checkers);
        var standsIn = left.Count == 0;
        if (standsIn)
        {
            var deputies = NotYet([.. people.Where(p => p.Permissions.Contains(ProcessRights.Settings))]);
            var impartial = deputies.Where(p => p.Id != state.RequestedBy).ToList();
            left = impartial.Count > 0 ? impartial : deputies;
        }

        var needed = Math.Max(1, Math.Min(approval.Quorum, counted.Count + left.Count));
        return new ApprovalStanding(stage, checkers, counted, left, needed, standsIn);

        List<Actor> NotYet(IReadOnlyList<Actor> persons) => [.. persons.Where(p => counted.All(b => b.By != p.Id))];
    }

    private IEnumerable<Offer> Moves(DocumentState state, Actor actor)
        => Find(state.StageCode) is { } from
            ? Transitions.Where(t => t.From == from.Code)
                .Select(t => (t.Names, To: Find(t.To)))
                .Where(t => t.To is not null && MayMake(t.To, state, actor))
                .Select(t => Move(t.To!, t.Names))
            : Stages.Where(s => s.Kind is StageKind.New or StageKind.InProgress && MayMake(s, state, actor)).Select(s => Move(s, null));

    private static Offer Move(Stage to, Names? names)
        => new(null, to.Code, names, to.Kind == StageKind.Rejected || (to.Approval is null && to.Comment == CommentDuty.Always), false, true);

    private IEnumerable<Offer> Votes(DocumentState state, Actor actor, IReadOnlyCollection<Actor> people)
    {
        if (actor.Id is not { } id || StandingOf(state, people) is not { } standing || standing.Left.All(p => p.Id != id))
        {
            return [];
        }

        return standing.Stage.Approval!.Outcomes.DistinctBy(o => o.Outcome).Select(o => Vote(o.Outcome, standing)).OfType<Offer>();
    }

    private Offer? Vote(Outcome outcome, ApprovalStanding standing)
    {
        var approval = standing.Stage.Approval!;
        var completes = standing.Counted.Count + 1 >= standing.Needed;

        // One voice for a part makes the whole partial: nobody approved more than that together.
        var partly = outcome == Outcome.ApprovePartly || standing.Counted.Any(b => b.Outcome == Outcome.ApprovePartly);
        var to = outcome switch
        {
            Outcome.Approve or Outcome.ApprovePartly => approval.Find(partly ? Outcome.ApprovePartly : Outcome.Approve)?.To,
            Outcome.Warn => null,
            _ => approval.Find(outcome)!.To,
        };
        var comment = outcome is Outcome.Reject or Outcome.Review or Outcome.Warn
            || standing.Stage.Comment == CommentDuty.Always
            || (standing.Stage.Comment == CommentDuty.UnlessApproved && outcome != Outcome.Approve);
        return outcome switch
        {
            Outcome.Approve or Outcome.ApprovePartly => Exists(to) ? new Offer(outcome, to, null, comment, outcome == Outcome.ApprovePartly, completes) : null,
            Outcome.Reject => Exists(to) ? new Offer(outcome, to, null, comment, false, true) : null,
            Outcome.Review when to is not null => Exists(to) ? new Offer(outcome, to, null, comment, false, true) : null,
            _ => new Offer(outcome, null, null, comment, false, true),
        };
    }

    private Offer OfferedMove(DocumentState state, Actor actor, string code)
    {
        var to = Find(code) ?? throw new Refusal("processes.stage_unknown", RefusalKind.Invalid);
        if (Find(state.StageCode) is { } from && !Transitions.Any(t => t.From == from.Code && t.To == code))
        {
            throw new Refusal("processes.stage_not_allowed", RefusalKind.State, ("from", state.StageCode), ("to", code));
        }

        if (!MayMake(to, state, actor))
        {
            throw new Refusal("processes.not_a_maker", RefusalKind.Forbidden, ("stage", code));
        }

        return Moves(state, actor).FirstOrDefault(o => o.To == code)
            ?? throw new Refusal("processes.stage_not_allowed", RefusalKind.State, ("from", state.StageCode), ("to", code));
    }

    private Offer OfferedVote(DocumentState state, Actor actor, Outcome outcome, IReadOnlyCollection<Actor> people)
    {
        var standing = StandingOf(state, people) ?? throw new Refusal("processes.no_approval");
        if (standing.Counted.Any(b => b.By == actor.Id))
        {
            throw new Refusal("processes.already_decided");
        }

        if (actor.Id is null || standing.Left.All(p => p.Id != actor.Id))
        {
            throw actor.Id is not null && actor.Id == state.RequestedBy && standing.Stage.Approval!.Checkers.Include(actor, state)
                ? new Refusal("processes.own_request", RefusalKind.Forbidden)
                : new Refusal("processes.not_a_checker", RefusalKind.Forbidden);
        }

        return Votes(state, actor, people).FirstOrDefault(o => o.Outcome == outcome) ?? throw new Refusal("processes.outcome_not_offered");
    }

    private bool MayMake(Stage stage, DocumentState state, Actor actor)
        => actor.Id is null || (actor.Has(WritePermission) && (stage.Makers.AreNobody() || stage.Makers.Include(actor, state)));

    private bool Exists(string? code) => code is not null && Find(code) is not null;

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

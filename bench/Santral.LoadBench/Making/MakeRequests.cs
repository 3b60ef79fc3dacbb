using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Contracts.Identity;
using Santral.Contracts.Processes;
using Santral.Contracts.Queues;
using Santral.Contracts.Requests;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.LoadBench.Making;

/// <summary>A unit with the people who work for it and what its customers call about.</summary>
internal sealed record MadeUnit(
    BusinessUnit Unit, IReadOnlyList<Person> Agents, IReadOnlyList<TeamSummary> Teams, IReadOnlyList<Matter> Matters, IReadOnlyList<DefinitionId> Categories, IReadOnlyList<MadeCustomer> Customers)
{
    public bool IsSwedish => Unit.Language == "sv";
}

/// <summary>
/// Tells the lives of requests by the domain's own acts, each in the save of its own that it has in the product: contact, opening,
/// description, family, work, end.
/// </summary>
internal sealed class MakeRequests(
    RequestsDb db, IKnowProcesses processes, IKnowActors actors, Choices choices, Acting acting, StoryClock clock, Chance chance, DateTimeOffset end)
{
    private static readonly (Channel Channel, int Weight)[] Channels =
        [(Channel.Phone, 55), (Channel.Email, 18), (Channel.Web, 14), (Channel.Sms, 5), (Channel.Letter, 3), (Channel.Visit, 3), (Channel.Fax, 2)];

    private static readonly (string Code, int Weight)[] Priorities = [("normal", 70), ("high", 17), ("low", 9), ("urgent", 4)];

    /// <summary>How a request goes through its stages. Kinds, because every unit has stages of its own.</summary>
    private static readonly (StageKind[] Path, int Weight)[] Paths =
    [
        ([StageKind.Resolved, StageKind.Closed], 44),
        ([StageKind.InProgress, StageKind.Resolved, StageKind.Closed], 27),
        ([StageKind.InProgress, StageKind.Waiting, StageKind.InProgress, StageKind.Resolved, StageKind.Closed], 8),
        ([StageKind.InProgress, StageKind.Rejected], 5),
        ([StageKind.Resolved], 6),
        ([StageKind.InProgress], 4),
        ([StageKind.Waiting], 2),
        ([], 4),
    ];

    private const int EntriesForEach = 5;

    public int Requests { get; private set; }

    /// <summary>What the timelines show, without the line of the opening.</summary>
    public int Entries { get; private set; }

    private int Owed => (EntriesForEach * Requests) - Entries;

    /// <summary>A matter, sometimes with a second request that belongs to it.</summary>
    public async Task TellAsync(MadeUnit unit, DateTimeOffset openedAt, CancellationToken stop)
    {
        var customer = chance.Percent(94) ? chance.Often(unit.Customers) : null;
        var request = await OpenAsync(unit, customer, openedAt, stop);
        if (chance.Percent(6) && clock.Now < end && !request.IsOver && request.Kind == RequestKind.Action)
        {
            var other = await OpenAsync(unit, customer, clock.Now, stop);
            await JoinAsync(request, other, stop);
            if (other.MergedIntoId is null)
            {
                await FollowAsync(unit, other, stop);
            }
        }

        await FollowAsync(unit, request, stop);
        db.ChangeTracker.Clear();
    }

    private async Task<Request> OpenAsync(MadeUnit unit, MadeCustomer? customer, DateTimeOffset at, CancellationToken stop)
    {
        var agent = chance.Of(unit.Agents);
        var channel = chance.Weighted(Channels);
        CallId? call = channel == Channel.Phone ? Id.New<CallId>(clock) : null;
        Act(agent, at);
        var contact = call is { } id ? await CallAsync(id, unit, customer, agent, at, stop) : null;
        var request = Request.Open(
            Id.New<RequestId>(clock),
            new Opening(unit.Unit.Code, unit.Unit.RequestSeries, call, customer?.Id, customer?.Name, channel, choices.Priority("normal"), Guid.CreateVersion7(at).ToString()),
            StagesFor(unit),
            agent.Id,
            at);
        db.Requests.Add(request);
        if (call is { } about)
        {
            db.LinkedCalls.Add(LinkedCall.Link(request, about, agent.Id, at));
            Entries++;
        }

        await db.SaveChangesAsync(stop);
        Requests++;
        if (chance.Percent(96))
        {
            await DescribeAsync(unit, request, customer, agent, stop);
        }

        if (contact is not null)
        {
            Act(agent, clock.Now.AddSeconds(10 + chance.Below(200)));
            contact.Ended(EndOf(contact, unit), [(request.Id, request.Number!)]);
            await db.SaveChangesAsync(stop);
        }

        return request;
    }

    private async Task<Interaction> CallAsync(CallId call, MadeUnit unit, MadeCustomer? customer, Person agent, DateTimeOffset openedAt, CancellationToken stop)
    {
        var waited = chance.About(TimeSpan.FromSeconds(40));
        var contact = new Interaction(call, openedAt - waited);
        var isKnown = customer is { IsIndividual: true };
        contact.Arrived(new CallArrived(
            call, unit.Unit.Code, "", customer?.Phone, isKnown ? CallerClass.KnownIndividual : CallerClass.Unidentified, isKnown ? customer!.Id : null, openedAt - waited));
        contact.Answered(new CallAnswered(call, agent.Id, chance.Of(unit.Teams).Id, waited, openedAt.AddSeconds(-15)));
        db.Interactions.Add(contact);
        await db.SaveChangesAsync(stop);
        return contact;
    }

    private CallEnded EndOf(Interaction contact, MadeUnit unit) => new(
        contact.CallId!.Value, unit.Unit.Code, contact.CalledNumber!, contact.CallingNumber, contact.CallerClass, contact.CustomerId,
        [], contact.TeamId, contact.AgentId, contact.Waited, clock.Now - contact.AnsweredAt!.Value, CallEndReason.CallerHungUp, contact.StartedAt, clock.Now);

    private async Task DescribeAsync(MadeUnit unit, Request request, MadeCustomer? customer, Person agent, CancellationToken stop)
    {
        Act(agent, clock.Now.AddSeconds(40 + chance.Below(260)));
        var matter = chance.Often(unit.Matters);
        var category = chance.Percent(80) ? choices.Category(matter.Category) : chance.Of(unit.Categories);
        request.Describe(
            new Description(
                matter.Kind,
                matter.Subject + (chance.Percent(20) ? $", {InventedWords.Street(chance, unit.IsSwedish)}" : ""),
                InventedWords.Filled(chance.Of(matter.Texts), chance, unit.IsSwedish),
                category,
                new Dictionary<string, string>(),
                choices.Priority(chance.Weighted(Priorities)),
                choices.Method(chance.Percent(70) ? "phone" : "email"),
                customer?.Id,
                customer?.Name,
                null,
                chance.Percent(25) ? InventedWords.Serial(chance) : null,
                RequestSections.Empty with { Place = chance.Percent(15) ? InventedWords.Street(chance, unit.IsSwedish) : null }),
            StagesFor(unit),
            agent.Id,
            clock.Now);
        Entries += matter.Kind == RequestKind.Comment ? 2 : 1;
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Two requests of one customer belong together: a part, a relative, or the same matter twice.</summary>
    private async Task JoinAsync(Request request, Request other, CancellationToken stop)
    {
        Act(clock.Now.AddMinutes(1 + chance.Below(30)));
        if (other.IsOver || chance.Percent(30))
        {
            db.Links.Add(new RequestLink(request.Id, other.Id, acting.Id, clock.Now));
            request.TellFamily();
            other.TellFamily();
        }
        else if (chance.Percent(50))
        {
            other.BelongTo(request, [], clock.Now);
            Entries++;
        }
        else
        {
            var calls = db.LinkedCalls.Local.Where(l => l.RequestId == other.Id).Select(l => l.CallId).ToList();
            var wasAnswered = !request.Clocks.Response.IsOpen;
            other.FollowIn(request, acting.Id, clock.Now);
            db.LinkedCalls.AddRange(calls.Select(c => LinkedCall.Link(request, c, acting.Id, clock.Now)));
            db.Merges.Add(new Merge(
                Guid.CreateVersion7(clock.Now), other.Id, request.Id, new MergeGains(new Dictionary<string, TakenValue>(), [], [], calls, [], [], wasAnswered), acting.Id, clock.Now));
            Entries += 2 + calls.Count;
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Work on it until it is done, or until today.</summary>
    private async Task FollowAsync(MadeUnit unit, Request request, CancellationToken stop)
    {
        var moves = request.Kind is null or RequestKind.Comment || request.IsOver ? [] : chance.Weighted(Paths);
        var steps = moves.Select(kind => (Func<Task>)(() => MoveAsync(unit, request, kind, stop))).ToList();
        Insert(chance.Percent(18), () => GiveAsync(unit, request, stop));
        Insert(chance.Percent(12), () => HurryAsync(request, stop));
        Insert(chance.Percent(22), () => TagAsync(request, stop));
        Insert(chance.Percent(6), () => WatchAsync(unit, request, stop));
        var notes = Math.Clamp(Owed - steps.Count + (chance.Percent(8) ? 6 : chance.Below(3) - 1), 0, 20);
        for (var n = 0; n < notes; n++)
        {
            Insert(true, () => NoteAsync(unit, request, stop));
        }

        var pause = TimeSpan.FromHours(1 + chance.Below(48));
        foreach (var step in steps)
        {
            var next = clock.Now + chance.About(pause);
            if (next > end)
            {
                break;
            }

            Act(chance.Of(unit.Agents), next);
            await step();
        }

        await TellLatenessAsync(request, stop);

        void Insert(bool isDone, Func<Task> step)
        {
            if (isDone)
            {
                steps.Insert(chance.Below(steps.Count + 1), step);
            }
        }
    }

    private async Task MoveAsync(MadeUnit unit, Request request, StageKind kind, CancellationToken stop)
    {
        var stages = StagesFor(unit);
        if (stages.NextOf(request).Where(s => s.Kind == kind).ToList() is { Count: > 0 } next)
        {
            var comment = kind == StageKind.Rejected || chance.Percent(25) ? NoteText(unit) : null;
            request.MoveTo(chance.Of(next), comment, stages, acting.Id, clock.Now);
            Entries++;
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task GiveAsync(MadeUnit unit, Request request, CancellationToken stop)
    {
        if (request.Kind == RequestKind.Comment)
        {
            return;
        }

        var (owner, team) = (request.OwnerId, request.TeamId);
        if (chance.Percent(50))
        {
            request.GiveTo(chance.Of(unit.Agents).Id, acting.Id, clock.Now);
        }
        else
        {
            request.PassTo(chance.Of(unit.Teams).Id, clock.Now);
        }

        Entries += (owner, team) == (request.OwnerId, request.TeamId) ? 0 : 1;
        await db.SaveChangesAsync(stop);
    }

    private async Task HurryAsync(Request request, CancellationToken stop)
    {
        var before = request.PriorityId;
        request.Hurry(choices.Priority(chance.Percent(70) ? "high" : "urgent"), clock.Now);
        Entries += before == request.PriorityId ? 0 : 1;
        await db.SaveChangesAsync(stop);
    }

    private async Task TagAsync(Request request, CancellationToken stop)
    {
        request.Tag([.. Enumerable.Range(0, 1 + chance.Below(2)).Select(_ => chance.Often(Matters.Tags))], []);
        await db.SaveChangesAsync(stop);
    }

    private async Task WatchAsync(MadeUnit unit, Request request, CancellationToken stop)
    {
        request.Watch(chance.Of(unit.Agents).Id, clock.Now);
        await db.SaveChangesAsync(stop);
    }

    private async Task NoteAsync(MadeUnit unit, Request request, CancellationToken stop)
    {
        db.Notes.Add(Note.Write(request, NoteText(unit), chance.Percent(30), acting.Id, clock.Now));
        await db.SaveChangesAsync(stop);
        Entries++;

        // As a note does in the product: it moves the request up and changes nothing else.
        db.Entry(request).Property(r => r.ChangedAt).CurrentValue = clock.Now;
        db.ChangeTracker.AcceptAllChanges();
    }

    /// <summary>What the alarm would have told by today is told: the first start must not find years of it.</summary>
    private async Task TellLatenessAsync(Request request, CancellationToken stop)
    {
        while (request.Clocks.AlarmAt is { } alarm && alarm <= end)
        {
            (acting.Id, acting.Name, clock.Now) = (null, "system", alarm > clock.Now ? alarm : clock.Now);
            foreach (var kind in Enum.GetValues<Santral.Contracts.Clocks.ClockKind>())
            {
                if (request.Clocks.Of(kind) is not { AlarmAt: { } one } promise || one > clock.Now)
                {
                    continue;
                }

                if (promise.DueAt <= clock.Now)
                {
                    request.EscalateDue(kind, [], clock.Now);
                }
                else
                {
                    request.WarnOfDue(kind, [], clock.Now);
                }
            }

            await db.SaveChangesAsync(stop);
        }
    }

    private string NoteText(MadeUnit unit)
        => InventedWords.Filled(chance.Often(unit.IsSwedish ? Matters.SwedishNotes : Matters.TurkishNotes), chance, unit.IsSwedish);

    private UnitStages StagesFor(MadeUnit unit) => new(processes.Of("request", unit.Unit.Code), actors.Of(acting.Id), actors.All);

    private void Act(Person person, DateTimeOffset at)
    {
        (acting.Id, acting.Name) = (person.Id, person.UserName);
        Act(at);
    }

    private void Act(DateTimeOffset at) => clock.Now = at;
}

/// <summary>Rows of the definitions by their codes.</summary>
internal sealed class Choices(IKnowDefinitions definitions)
{
    public DefinitionId Priority(string code) => Find(DefinitionTables.Priorities, code);

    public DefinitionId Category(string code) => Find(DefinitionTables.RequestCategories, code);

    public DefinitionId Method(string code) => Find(DefinitionTables.ContactMethods, code);

    private DefinitionId Find(string table, string code)
        => definitions.FindByCode(table, code)?.Id ?? throw new InvalidOperationException($"The demo has no {code} among its {table}.");
}

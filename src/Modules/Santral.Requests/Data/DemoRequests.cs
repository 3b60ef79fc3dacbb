using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>The demo's requests of the last days, told by the domain's own rules, with the calls they came from.</summary>
internal sealed class DemoRequests(
    RequestsDb db,
    StageCatalog catalog,
    IOrganisation organisation,
    IKnowPeople people,
    IKnowDefinitions definitions,
    IIdentifyCaller callers,
    TimeProvider clock) : ISeedDemo
{
    private const int ADay = 10;

    private static readonly (string Unit, IReadOnlyList<DemoMatter> Matters)[] Stories =
    [
        ("internet", DemoInternet.Matters),
        ("appliance", DemoAppliance.Matters),
        ("municipal", DemoMunicipal.Matters),
    ];

    public int Order => 40;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Requests.AnyAsync(stop))
        {
            return;
        }

        var longest = Stories.Max(s => s.Matters.Count);
        var told = Enumerable.Range(0, longest)
            .SelectMany(i => Stories.Where(s => i < s.Matters.Count).Select(s => (s.Unit, Matter: s.Matters[i])))
            .ToList();
        var tellers = new Dictionary<string, (BusinessUnit Unit, UnitStages Stages)>();
        foreach (var code in Stories.Select(s => s.Unit))
        {
            if (organisation.Find(code) is { } unit)
            {
                tellers[code] = (unit, catalog.Of(code));
            }
        }

        // One save each, oldest first: numbers follow time.
        db.Rules.Add(RulesOf("appliance", onlyAuthorisedCategorise: true));
        await db.InTransactionAsync(
            async () =>
            {
                foreach (var (index, story) in told.Index())
                {
                    if (tellers.TryGetValue(story.Unit, out var teller))
                    {
                        await TellAsync(story.Matter, teller.Unit, teller.Stages, OpenedAt(index, told.Count), stop);
                        await db.SaveChangesAsync(stop);
                        // What is told is told: each later save would look through it again.
                        db.ChangeTracker.Clear();
                    }
                }
            },
            stop);
    }

    /// <summary>Ten a day in office hours; today's in the last two hours, so that none lies ahead.</summary>
    private DateTimeOffset OpenedAt(int index, int count)
    {
        var now = clock.GetUtcNow();
        var fromEnd = count - 1 - index;
        return fromEnd < ADay
            ? now.AddMinutes(-(fromEnd * 12) - 4)
            : new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-(fromEnd / ADay)).AddMinutes((7 * 60) + ((ADay - 1 - (fromEnd % ADay)) * 54) + (index * 7 % 40));
    }

    private async Task TellAsync(
        DemoMatter matter, BusinessUnit unit, UnitStages stages, DateTimeOffset openedAt, CancellationToken stop)
    {
        var customer = await CustomerAsync(matter.Phone, stop);
        var by = matter.Owner is null ? null : people.FindByUserName(matter.Owner)?.Id;
        var isCall = matter.Channel == Channel.Phone;
        CallId? call = isCall ? Id.New<CallId>(clock) : null;
        var request = Request.Open(
            Id.New<RequestId>(clock),
            new Opening(unit.Code, unit.RequestSeries, call, null, null, matter.Channel, Find(DefinitionTables.Priorities, "normal")),
            stages,
            by,
            openedAt);
        if (call is { } id)
        {
            db.Interactions.Add(Contact(id, matter, unit, customer, by, openedAt));
            db.LinkedCalls.Add(LinkedCall.Link(request, id, by, openedAt));
        }

        if (matter.Kind is not null)
        {
            var method = matter.Channel is Channel.Email or Channel.Web ? "email" : "phone";
            request.Describe(
                new Description(
                    matter.Kind,
                    matter.Subject,
                    matter.Text,
                    matter.Category is null ? null : Find(DefinitionTables.RequestCategories, matter.Category),
                    new Dictionary<string, string>(),
                    Find(DefinitionTables.Priorities, matter.Priority),
                    Find(DefinitionTables.ContactMethods, method),
                    customer?.Id,
                    customer?.Name,
                    null,
                    null,
                    RequestSections.Empty with { Place = matter.Place }),
                stages,
                by,
                openedAt.AddMinutes(3));
        }

        db.Requests.Add(request);
        Follow(request, matter, stages, by, openedAt);
    }

    /// <summary>Stages and notes, spread over the time since, at most thirty hours.</summary>
    private void Follow(Request request, DemoMatter matter, UnitStages stages, UserId? by, DateTimeOffset openedAt)
    {
        var path = matter.Path ?? [];
        var notes = matter.Notes ?? [];
        var span = clock.GetUtcNow() - openedAt.AddMinutes(3);
        span = span < TimeSpan.FromHours(30) ? span : TimeSpan.FromHours(30);
        for (var step = 0; step < path.Length; step++)
        {
            // The approval is there only where the demo's process was published.
            if (stages.Find(path[step]) is not { } next)
            {
                continue;
            }

            var comment = next.Kind == StageKind.Rejected ? matter.Reason : null;
            request.MoveTo(next, comment, stages, by, At(step + 1, path.Length + 1));
        }

        for (var i = 0; i < notes.Length; i++)
        {
            db.Notes.Add(Note.Write(request, notes[i], customerSees: false, by, At((2 * i) + 1, (2 * notes.Length) + 1).AddSeconds(30)));
        }

        DateTimeOffset At(int part, int parts) => openedAt.AddMinutes(3) + (span * part / parts);
    }

    private Interaction Contact(CallId call, DemoMatter matter, BusinessUnit unit, CustomerSummary? customer, UserId? agent, DateTimeOffset openedAt)
    {
        var waited = TimeSpan.FromSeconds(8 + (matter.Subject.Length % 50));
        var talked = TimeSpan.FromSeconds(70 + (matter.Text.Length * 2));
        var arrivedAt = openedAt - waited - TimeSpan.FromSeconds(25);
        var isKnown = customer is { Kind: CustomerKind.Individual };
        var contact = new Interaction(call, arrivedAt);
        contact.Ended(
            new CallEnded(
                call, unit.Code, "", matter.Phone is null ? null : PhoneNumber.Parse(matter.Phone, null),
                isKnown ? CallerClass.KnownIndividual : CallerClass.Unidentified, isKnown ? customer!.Id : null,
                [], null, agent, waited, talked, CallEndReason.CallerHungUp, arrivedAt, openedAt + talked),
            []);
        if (CategoryOf(matter.Kind) is { } category)
        {
            contact.Classify(new Matter(category, Find(DefinitionTables.ContactMethods, "phone"), ""));
        }

        return contact;
    }

    private async Task<CustomerSummary?> CustomerAsync(string? phone, CancellationToken stop)
    {
        if (phone is null)
        {
            return null;
        }

        var caller = await callers.IdentifyAsync(PhoneNumber.Parse(phone, null), stop);
        return caller.Customer ?? (caller.Candidates.Count > 0 ? caller.Candidates[0] : null);
    }

    private DefinitionId? CategoryOf(RequestKind? kind) => kind switch
    {
        RequestKind.Information => Find(DefinitionTables.InteractionCategories, "information_request"),
        RequestKind.Action => Find(DefinitionTables.InteractionCategories, "fault_report"),
        RequestKind.Comment => Find(DefinitionTables.InteractionCategories, "thanks_suggestion"),
        _ => null,
    };

    private DefinitionId? Find(string table, string code) => definitions.FindByCode(table, code)?.Id;

    private UnitRules RulesOf(string unit, bool onlyAuthorisedCategorise)
    {
        var rules = new UnitRules(Guid.CreateVersion7(clock.GetUtcNow()), unit);
        rules.Set(onlyAuthorisedCategorise, categoryToResolve: false);
        return rules;
    }
}

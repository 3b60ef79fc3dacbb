using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Contracts.Identity;

namespace Santral.Calls.Features;

/// <summary>One call with everything that happened in it.</summary>
public static class GetCall
{
    public sealed record Response(CallRow Call, IReadOnlyList<MenuStep> MenuPath, IReadOnlyList<Happening> Events, IReadOnlyList<LedgerLine> Ledger, IReadOnlyList<RecordingCard> Recordings, IReadOnlyList<Stretch> Segments);

    /// <summary>What the caller was in, one after another from arrival to end, as the trace tells it.</summary>
    /// <param name="To">Null while it lasts.</param>
    /// <param name="Team">Code of the team.</param>
    public sealed record Stretch(SegmentKind Kind, DateTimeOffset From, DateTimeOffset? To, CallRow.Named<UserId>? Agent, string? Team);

    /// <param name="Team">Code of the team.</param>
    /// <param name="Number">The number outside it was about.</param>
    public sealed record Happening(DateTimeOffset At, CallEventKind Kind, CallRow.Named<UserId>? Agent, string? Team, MenuStep? Step, PhoneNumber? Number);

    /// <summary>What of an account came out in the call, or was withheld.</summary>
    /// <param name="Agent">Null when the system did it.</param>
    /// <param name="Operation">Of `account_operations`; its code where the row is gone.</param>
    public sealed record LedgerLine(
        DateTimeOffset At,
        CallRow.Named<UserId>? Agent,
        CallRow.Named<CustomerId>? Customer,
        string Operation,
        Names OperationNames,
        DisclosureWay Way,
        DisclosureGround Ground);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calls/{id}", HandleAsync)
        .RequireAuthorization()
        .WithName("GetCall")
        .WithTags("calls")
        .WithSummary("One call with its menu path and trace.");

    internal static async Task<Ok<Response>> HandleAsync(
        CallId id, CallsDb db, CallRows rows, IKnowPeople people, IFindCustomer customers, IKnowDefinitions definitions, CallSight sight, IKnowRecordings recordings, ICurrentUser user, CancellationToken stop)
    {
        var call = await sight.Of(db.Calls.AsNoTracking()).FirstOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new Refusal("calls.unknown", RefusalKind.Unknown);
        var events = await db.Events.AsNoTracking().Where(e => e.CallId == id).OrderBy(e => e.Sequence).Take(1000).ToListAsync(stop);
        var row = (await rows.OfAsync([call], stop))[0];
        return TypedResults.Ok(new Response(
            row,
            [.. events.Select(e => e.Step).OfType<MenuStep>()],
            [.. events.Where(e => e.Kind is not (CallEventKind.SupervisorListens or CallEventKind.SupervisorLeft) || user.Has(CallsPermissions.Supervise)).Select(e => new Happening(e.At, e.Kind, Agent(e.Agent, people), e.Team, e.Step, e.Number))],
            await LedgerAsync(id, db, people, customers, definitions, stop),
            await recordings.OfAsync([id], stop),
            [.. CallSegments.Of(events, call.ArrivedAt, call.EndedAt).Select(s => new Stretch(s.Kind, s.From, s.To, Agent(s.Agent, people), s.Team))]));
    }

    private static async Task<IReadOnlyList<LedgerLine>> LedgerAsync(
        CallId id, CallsDb db, IKnowPeople people, IFindCustomer customers, IKnowDefinitions definitions, CancellationToken stop)
    {
        var lines = await db.Disclosures.AsNoTracking().Where(d => d.CallId == id).OrderBy(d => d.Sequence).Take(500).ToListAsync(stop);
        var known = await customers.FindManyAsync([.. lines.Select(l => l.CustomerId).Distinct()], stop);
        return [.. lines.Select(l => new LedgerLine(
            l.At,
            Agent(l.Agent, people),
            known.TryGetValue(l.CustomerId, out var customer) ? new CallRow.Named<CustomerId>(customer.Id, customer.Name) : null,
            l.Operation,
            definitions.FindByCode(AccountOperations.Table, l.Operation)?.Names ?? new Names(l.Operation, l.Operation, l.Operation),
            l.Way,
            l.Ground))];
    }

    private static CallRow.Named<UserId>? Agent(UserId? agent, IKnowPeople people)
        => agent is { } id ? new CallRow.Named<UserId>(id, people.Find(id)?.DisplayName ?? "") : null;
}

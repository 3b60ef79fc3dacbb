using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>A call as the log shows it.</summary>
/// <param name="EndedAt">Null while it is live.</param>
/// <param name="Disposition">The outcome in the team's words.</param>
public sealed record CallRow(
    CallId Id,
    string Unit,
    string CalledNumber,
    string? CallingNumber,
    CallerClass Class,
    CallRow.Named<CustomerId>? Customer,
    CallRow.Named<UserId>? Agent,
    CallRow.TeamNames? Team,
    DateTimeOffset ArrivedAt,
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? EndedAt,
    int WaitedSeconds,
    int TalkedSeconds,
    CallEndReason? EndReason,
    CallOutcome? Outcome,
    CallDirection Direction,
    Names? Disposition = null)
{
    public sealed record Named<TId>(TId Id, string Name);

    public sealed record TeamNames(string Code, Names Names);
}

/// <summary>Puts the names of people, customers and teams to records; those belong to other modules.</summary>
internal sealed class CallRows(IFindCustomer customers, IKnowPeople people, IKnowTeams teams, IKnowOutcomes outcomes)
{
    public async Task<IReadOnlyList<CallRow>> OfAsync(IReadOnlyList<CallRecord> calls, CancellationToken stop)
    {
        var ids = calls.Select(c => c.CustomerId).OfType<CustomerId>().Distinct().ToList();
        var known = ids.Count == 0 ? new Dictionary<CustomerId, CustomerSummary>() : await customers.FindManyAsync(ids, stop);
        var said = calls.Count == 0 ? new Dictionary<CallId, CallSaid>() : await outcomes.OfAsync([.. calls.Select(c => c.Id)], stop);
        return [.. calls.Select(c => Row(c, known) with { Outcome = said.GetValueOrDefault(c.Id)?.Outcome, Disposition = said.GetValueOrDefault(c.Id)?.Words })];
    }

    private CallRow Row(CallRecord call, IReadOnlyDictionary<CustomerId, CustomerSummary> known) => new(
        call.Id,
        call.Unit,
        call.CalledNumber,
        call.CallingNumber,
        call.Class,
        call.CustomerId is { } customer && known.TryGetValue(customer, out var found) ? new CallRow.Named<CustomerId>(customer, found.Name) : null,
        call.Agent is { } agent ? new CallRow.Named<UserId>(agent, people.Find(agent)?.DisplayName ?? "") : null,
        call.Team is { } team && teams.Find(team) is { } summary ? new CallRow.TeamNames(summary.Code, summary.Names) : null,
        call.ArrivedAt,
        call.ConnectedAt,
        call.EndedAt,
        (int)call.Waited.TotalSeconds,
        (int)call.Talked.TotalSeconds,
        call.EndReason,
        null,
        call.Direction);
}

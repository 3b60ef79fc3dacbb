using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Turns a filter into a query; a value it does not understand is refused, never ignored.</summary>
internal sealed class RequestFilters(
    RequestsDb db, RequestWords words, IOrganisation organisation, Sight sight, MatterFilters matters, IKnowTeams teams, ICurrentUser user, TimeProvider clock)
{
    private static readonly StageKind[] Open = [StageKind.New, StageKind.InProgress, StageKind.Waiting, StageKind.Approval];
    private static readonly StageKind[] Over = [StageKind.Resolved, StageKind.Closed, StageKind.Rejected];

    public IQueryable<Request> Apply(RequestFilter filter)
    {
        var requests = sight.Of(db.Requests.AsNoTracking());
        var units = UnitsOf(filter);
        if (RequestWords.Asked(filter.Text) is { Count: > 0 } asked)
        {
            var hits = words.Having(asked, units).Select(s => s.RequestId);
            requests = requests.Where(r => hits.Contains(r.Id));
        }

        return Narrow(units is null ? requests : requests.Where(r => units.Contains(r.Unit)), filter);
    }

    /// <summary>Every filter but the words, the unit and what the person sees at all.</summary>
    public IQueryable<Request> Narrow(IQueryable<Request> requests, RequestFilter filter, bool isCommonTag = false)
    {
        requests = ByMerged(requests, filter);
        requests = ByKind(requests, filter.Kind);
        requests = ByStage(requests, filter.Stage);
        requests = ByOwner(requests, filter.Owner);
        requests = matters.Apply(requests, filter, isCommonTag);
        requests = ByTeam(requests, filter.Team);
        requests = ByWatcher(requests, filter.Watched);
        requests = ByDue(requests, filter);
        if (filter.Customer is not null)
        {
            var customer = IdOf<CustomerId>(filter.Customer, "customer");
            requests = requests.Where(r => r.CustomerId == customer);
        }

        if (filter.Call is not null)
        {
            var call = IdOf<CallId>(filter.Call, "call");
            requests = requests.Where(r => db.LinkedCalls.Any(l => l.RequestId == r.Id && l.CallId == call));
        }

        if (filter.Opened is not null)
        {
            var since = SinceOf(filter.Opened, filter.Unit, "opened");
            requests = requests.Where(r => r.OpenedAt >= since);
        }

        if (filter.Resolved is not null)
        {
            var since = SinceOf(filter.Resolved, filter.Unit, "resolved");
            requests = requests.Where(r => r.ResolvedAt >= since);
        }

        return requests;
    }

    /// <summary>The units asked for; null for all. Who is in no team sees every unit as his own.</summary>
    public IReadOnlyList<string>? UnitsOf(RequestFilter filter) => filter.Unit switch
    {
        null => null,
        "mine" => sight.Own.Count == 0 ? null : sight.Own,
        _ => [organisation.Find(filter.Unit)?.Code ?? throw RequestFilter.Invalid("unit")],
    };

    private static IQueryable<Request> ByKind(IQueryable<Request> requests, string? kinds)
    {
        if (kinds is null)
        {
            return requests;
        }

        var wanted = ListOf(kinds);
        var hasNone = wanted.Remove("none");
        var read = wanted.ConvertAll(k => (RequestKind?)EnumOf<RequestKind>(k, "kind"));
        return requests.Where(r => read.Contains(r.Kind) || (hasNone && r.Kind == null));
    }

    private static IQueryable<Request> ByStage(IQueryable<Request> requests, string? stages)
    {
        if (stages is null)
        {
            return requests;
        }

        var wanted = ListOf(stages)
            .SelectMany(s => s switch
            {
                "open" => Open,
                "over" => Over,
                _ => [EnumOf<StageKind>(s, "stage")],
            })
            .ToList();
        return requests.Where(r => wanted.Contains(r.StageKind));
    }

    /// <summary>What is followed in another request counts there; it is still found by its words and its number.</summary>
    private static IQueryable<Request> ByMerged(IQueryable<Request> requests, RequestFilter filter) => filter.Merged switch
    {
        null when filter.Text is null => requests.Where(r => r.MergedIntoId == null),
        null or "all" => requests,
        "yes" => requests.Where(r => r.MergedIntoId != null),
        _ => throw RequestFilter.Invalid("merged"),
    };

    private IQueryable<Request> ByTeam(IQueryable<Request> requests, string? asked)
    {
        if (asked is null)
        {
            return requests;
        }

        var wanted = ListOf(asked);
        var hasNone = wanted.Remove("none");
        var own = wanted.Remove("mine") ? teams.Of(user.IdOrRefuse()).Select(t => (TeamId?)t.Id) : [];
        var ids = wanted.Select(t => (TeamId?)IdOf<TeamId>(t, "team")).Concat(own).ToList();
        return requests.Where(r => ids.Contains(r.TeamId) || (hasNone && r.TeamId == null));
    }

    private IQueryable<Request> ByWatcher(IQueryable<Request> requests, string? watched)
    {
        if (watched is null)
        {
            return requests;
        }

        var me = watched == "me" ? user.IdOrRefuse() : throw RequestFilter.Invalid("watched");
        return requests.Where(r => db.Watchers.Where(w => w.UserId == me).Select(w => w.RequestId).Contains(r.Id));
    }

    private IQueryable<Request> ByDue(IQueryable<Request> requests, RequestFilter filter)
    {
        if (filter.Due is null)
        {
            return requests;
        }

        var now = clock.GetUtcNow();
        var midnight = SinceOf("today", filter.Unit, "due").AddDays(1);
        var wanted = ListOf(filter.Due);
        var (isLate, isToday, isSoon) = (wanted.Remove("overdue"), wanted.Remove("today"), wanted.Remove("soon"));
        if (wanted.Count > 0)
        {
            throw RequestFilter.Invalid("due");
        }

        // One range alone is read from the index of the due times.
        return (isLate, isToday, isSoon) switch
        {
            (true, false, false) => requests.Where(r => r.Clocks.DueAt <= now),
            (false, true, false) => requests.Where(r => r.Clocks.DueAt > now && r.Clocks.DueAt < midnight),
            _ => requests.Where(r =>
                (isLate && r.Clocks.DueAt <= now)
                || (isToday && r.Clocks.DueAt > now && r.Clocks.DueAt < midnight)
                || (isSoon && r.Clocks.DueAt > now && r.Clocks.DueAt < RequestClocks.Never && ((r.Clocks.Response.MetAt == null && r.Clocks.Response.WarnAt <= now) || (r.Clocks.Resolution.MetAt == null && r.Clocks.Resolution.WarnAt <= now)))),
        };
    }

    private IQueryable<Request> ByOwner(IQueryable<Request> requests, string? owner)
    {
        switch (owner)
        {
            case null:
                return requests;
            case "none":
                return requests.Where(r => r.OwnerId == null);
            case "me":
                var me = user.IdOrRefuse();
                return requests.Where(r => r.OwnerId == me);
            default:
                var person = IdOf<UserId>(owner, "owner");
                return requests.Where(r => r.OwnerId == person);
        }
    }

    /// <summary>Where the day or the week (from Monday) began, in the zone of the unit asked for.</summary>
    private DateTimeOffset SinceOf(string period, string? unit, string name)
    {
        var zoneName = (unit is null ? null : organisation.Find(unit)?.TimeZone) ?? organisation.Units.Select(u => u.TimeZone).FirstOrDefault() ?? "UTC";
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date;
        var day = period switch
        {
            "today" => today,
            "week" => today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
            _ => throw RequestFilter.Invalid(name),
        };
        return new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
    }

    internal static List<string> ListOf(string text)
        => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    internal static TEnum EnumOf<TEnum>(string text, string name)
        where TEnum : struct, Enum
        => text.All(char.IsAsciiLetter) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) ? value : throw RequestFilter.Invalid(name);

    internal static TId IdOf<TId>(string text, string name)
        where TId : struct, IId<TId>
        => Id.TryParse<TId>(text, out var id) ? id : throw RequestFilter.Invalid(name);
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>How agents spent a period and what they handled, in all or day by day.</summary>
public static class AgentReport
{
    private static readonly string[] Columns =
    [
        "agent", "period", "handled", "talk", "wrap_up", "average_handling", "rings", "rings_answered", "rings_missed", "rings_rejected", "signed_in", "ready", "ringing", "in_talk",
        "in_wrap_up", "away", "occupancy", "utilisation",
    ];

    /// <summary>How the report is divided.</summary>
    public enum Division
    {
        Agent,
        Day,
    }

    public sealed record Away(string Reason, int Seconds);

    /// <param name="Day">Null for the whole period.</param>
    public sealed record Row(
        UserId UserId,
        string Name,
        string? Day,
        int Handled,
        int TalkSeconds,
        int WrapUpSeconds,
        int? AverageHandlingSeconds,
        int Rings,
        int RingsAnswered,
        int RingsMissed,
        int RingsRejected,
        int SignedInSeconds,
        int ReadySeconds,
        int RingingSeconds,
        int InTalkSeconds,
        int InWrapUpSeconds,
        int AwaySeconds,
        IReadOnlyList<Away> AwayByReason,
        double? OccupancyPercent,
        double? UtilisationPercent);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/queues/reports/agents").RequirePermission(QueuesPermissions.Reports).WithTags("queues");
        reports.MapGet("", HandleAsync).WithName("ReportAgents").WithSummary("What agents did in a period.");
        reports.MapGet("/export", ExportAsync).WithName("ExportAgentReport").Produces(StatusCodes.Status200OK, contentType: "text/csv").WithSummary("The same as CSV.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> HandleAsync(
        [AsParameters] ReportPeriod period, AgentWork work, CancellationToken stop, string? by = null)
        => TypedResults.Ok(await work.ReadAsync(period, ReportPeriod.Choice(by, Division.Agent), stop));

    internal static async Task<PushStreamHttpResult> ExportAsync(
        [AsParameters] ReportPeriod period,
        AgentWork work,
        QueuesDb db,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop,
        string? by = null)
    {
        var rows = await work.ReadAsync(period, ReportPeriod.Choice(by, Division.Agent), stop);
        db.WriteAct("AgentReport", Guid.CreateVersion7(clock.GetUtcNow()), "exported", new { period, by });
        await db.SaveChangesAsync(stop);
        return CsvFile.Of(
            $"agents-{period.Days(byHour: false).Name}.csv",
            Columns.Select(c => texts.Get(user.Language, $"queues.column.{c}")),
            rows.Select(r => (IEnumerable<string?>)
            [
                r.Name,
                r.Day,
                .. new object?[]
                {
                    r.Handled, r.TalkSeconds, r.WrapUpSeconds, r.AverageHandlingSeconds, r.Rings, r.RingsAnswered, r.RingsMissed, r.RingsRejected, r.SignedInSeconds, r.ReadySeconds,
                    r.RingingSeconds, r.InTalkSeconds, r.InWrapUpSeconds, r.AwaySeconds, r.OccupancyPercent, r.UtilisationPercent,
                }.Select(v => CsvFile.Number(v, user.Language)),
            ]));
    }
}

/// <summary>Counts what the agents of the teams one may see did.</summary>
public sealed class AgentWork(TeamSight sight, TeamBook book, ReportReader reader, QueuePictures pictures, IKnowPeople people, TimeProvider clock)
{
    internal async Task<IReadOnlyList<AgentReport.Row>> ReadAsync(ReportPeriod period, AgentReport.Division by, CancellationToken stop)
    {
        var days = period.Days(byHour: false);
        await reader.FlushAsync(stop);
        var seen = sight.Chosen(period.Team, period.Unit);
        if (seen.Count == 0)
        {
            return [];
        }

        // An agent's day is one day, though his teams may keep different clocks: that of the first team seen.
        var zone = book.ZoneOf(seen[0].Id);
        var (from, until) = (days.Begins(zone), days.Ends(zone));
        var rows = new SortedDictionary<(string Name, Guid Agent, string? Day), AgentTally>(Comparer<(string Name, Guid Agent, string? Day)>.Create(Compare));

        foreach (var team in seen)
        {
            await foreach (var talk in reader.TalksAsync(team.Id, from, until, stop))
            {
                At(talk.Agent, talk.AnsweredAt).Add(talk);
            }

            await foreach (var offer in reader.OffersAsync(team.Id, from, until, stop))
            {
                At(offer.Agent, offer.OfferedAt).Add(offer);
            }
        }

        // Time is the agent's and no team's: of those who are in the teams seen.
        var members = seen.SelectMany(t => book.RulesOf(t.Id)?.Members.Keys ?? []).ToHashSet();
        await foreach (var span in reader.SpansAsync(from, until, stop))
        {
            if (members.Contains(span.Agent))
            {
                Spread(span);
            }
        }

        var now = clock.GetUtcNow();
        foreach (var agent in members.Select(pictures.Of).OfType<AgentPicture>().Where(a => a.Presence != PresenceState.Offline || a.Activity != AgentActivity.Idle))
        {
            Spread(new SpanRecord(agent.Agent, agent.Presence, agent.Reason, agent.Activity, agent.Team, agent.Since, now));
        }

        return [.. rows.Select(r => RowOf(r.Key.Name, new UserId(r.Key.Agent), r.Key.Day, r.Value))];

        AgentTally At(UserId agent, DateTimeOffset at)
        {
            var key = (people.Find(agent)?.DisplayName ?? "", agent.Value, by == AgentReport.Division.Day ? Day(at) : null);
            if (!rows.TryGetValue(key, out var tally))
            {
                rows[key] = tally = new AgentTally();
            }

            return tally;
        }

        string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        // A stretch over midnight belongs to both days.
        void Spread(SpanRecord span)
        {
            var at = span.From > from ? span.From : from;
            var end = span.Until < until ? span.Until : until;
            while (at < end)
            {
                var midnight = LocalTime.At(zone, TimeZoneInfo.ConvertTime(at, zone).Date.AddDays(1));
                var next = by == AgentReport.Division.Day && midnight < end ? midnight : end;
                At(span.Agent, at).Add(span, at, next);
                at = next;
            }
        }
    }

    private static int Compare((string Name, Guid Agent, string? Day) a, (string Name, Guid Agent, string? Day) b)
    {
        var byName = StringComparer.CurrentCulture.Compare(a.Name, b.Name);
        var byAgent = a.Agent.CompareTo(b.Agent);
        return byName != 0 ? byName : byAgent != 0 ? byAgent : string.CompareOrdinal(a.Day, b.Day);
    }

    private static AgentReport.Row RowOf(string name, UserId agent, string? day, AgentTally tally) => new(
        agent,
        name,
        day,
        tally.Handled,
        Whole(tally.Talked),
        Whole(tally.WrappedUp),
        QueueFigures.Seconds(AgentTally.AverageHandlingTime(tally)),
        tally.Rings,
        tally.RingsAnswered,
        tally.RingsMissed,
        tally.RingsRejected,
        Whole(tally.SignedIn),
        Whole(tally.Ready),
        Whole(tally.Ringing),
        Whole(tally.InTalk),
        Whole(tally.InWrapUp),
        Whole(tally.AwayInAll),
        [.. tally.Away.Select(a => new AgentReport.Away(a.Key, Whole(a.Value)))],
        QueueFigures.Percent(AgentTally.Occupancy(tally)),
        QueueFigures.Percent(AgentTally.Utilisation(tally)));

    private static int Whole(TimeSpan length) => (int)Math.Round(length.TotalSeconds, MidpointRounding.AwayFromZero);
}

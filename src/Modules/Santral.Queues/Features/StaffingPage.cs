using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>How many agents a team needs, interval by interval, if the callers of a week come again.</summary>
public static class StaffingPage
{
    /// <summary>An interval with fewer handled calls takes the week's handling time.</summary>
    private const int LeastSample = 10;

    /// <summary>What is promised, and how the callers are thought to behave.</summary>
    public sealed record Question
    {
        [FromQuery, Required] public TeamId? Team { get; init; }

        /// <summary>Any day of the week, `2026-11-25`; weeks begin on Monday.</summary>
        [FromQuery, Required, StringLength(10)] public string? Week { get; init; }

        /// <summary>`erlangC` or `erlangA`; left out: Erlang C.</summary>
        [FromQuery, StringLength(20)] public string? Model { get; init; }

        /// <summary>Per cent to be answered in time; left out: the team's promise.</summary>
        [FromQuery, Range(1, 99)] public int? Percent { get; init; }

        [FromQuery, Range(1, 600)] public int? WithinSeconds { get; init; }

        /// <summary>Erlang A: average patience; left out: estimated from the week.</summary>
        [FromQuery, Range(1, 3600)] public int? PatienceSeconds { get; init; }

        /// <summary>Handling time of every interval; left out: from the week.</summary>
        [FromQuery, Range(1, 7200)] public int? HandlingSeconds { get; init; }

        /// <summary>Per cent of paid time without calls; left out: 30.</summary>
        [FromQuery, Range(0, 90)] public int? ShrinkagePercent { get; init; }

        /// <summary>15, 30 or 60; left out: 30.</summary>
        [FromQuery] public int? Minutes { get; init; }
    }

    /// <param name="Day">0 is Monday.</param>
    /// <param name="Minute">Of the day, where the interval begins.</param>
    /// <param name="Load">Erlang.</param>
    /// <param name="Scheduled">With those who take no calls meanwhile.</param>
    public sealed record Interval(
        int Day,
        int Minute,
        int Calls,
        int HandlingSeconds,
        double Load,
        int Agents,
        int Scheduled,
        double ServiceLevelPercent,
        double WaitPercent,
        double AverageWaitSeconds,
        double OccupancyPercent,
        double AbandonPercent);

    /// <param name="HandlingSeconds">Of the whole week; null where nothing was handled.</param>
    /// <param name="PatienceSeconds">That was counted with, where Erlang A asks for one.</param>
    public sealed record Response(
        DateOnly WeekBegins,
        int Minutes,
        int Percent,
        int WithinSeconds,
        int? HandlingSeconds,
        int? PatienceSeconds,
        int Calls,
        IReadOnlyList<Interval> Intervals);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/queues/staffing", HandleAsync)
        .RequirePermission(QueuesPermissions.Reports)
        .WithName("PlanStaffing")
        .WithTags("queues")
        .WithSummary("Agents needed by Erlang C or A, from the callers of a week.");

    internal static async Task<Ok<Response>> HandleAsync([AsParameters] Question question, TeamSight sight, TeamBook book, ReportReader reader, CancellationToken stop)
    {
        var team = sight.Chosen(question.Team ?? throw new Refusal("queues.team_unknown", RefusalKind.Unknown), null)[0];
        var (model, minutes, shrinkage) = (ReportPeriod.Choice(question.Model, StaffingModel.ErlangC), question.Minutes ?? 30, question.ShrinkagePercent ?? 30);
        var week = ReportPeriod.Day(question.Week) ?? throw new Refusal("queues.period_wrong", RefusalKind.Invalid, ("days", 7));
        if (minutes is not (15 or 30 or 60))
        {
            throw new Refusal("queues.interval_unknown", RefusalKind.Invalid);
        }

        var settings = book.SettingsOf(team.Id)!;
        var zone = book.ZoneOf(team.Id);
        var monday = week.AddDays(-(((int)week.DayOfWeek + 6) % 7));
        var from = LocalTime.At(zone, monday.ToDateTime(TimeOnly.MinValue));
        var until = LocalTime.At(zone, monday.AddDays(7).ToDateTime(TimeOnly.MinValue));
        await reader.FlushAsync(stop);

        var cells = new Dictionary<(int Day, int Minute), QueueTally>();
        var total = new QueueTally();
        var waits = new List<WaitRecord>();
        await foreach (var wait in reader.WaitsAsync(team.Id, from, until, stop))
        {
            Cell(wait.JoinedAt).Add(wait, settings.Target);
            waits.Add(wait);
        }

        await foreach (var talk in reader.TalksAsync(team.Id, from, until, stop))
        {
            Cell(talk.AnsweredAt).Add(talk);
            total.Add(talk);
        }

        var percent = question.Percent ?? Math.Min(99, settings.ServiceLevelPercent);
        var within = TimeSpan.FromSeconds(question.WithinSeconds ?? settings.ServiceLevelWithin.TotalSeconds);
        var average = QueueMetrics.AverageHandlingTime(total);
        var patience = question.PatienceSeconds is { } asked ? TimeSpan.FromSeconds(asked) : Staffing.PatienceOf(waits);
        if (model == StaffingModel.ErlangA && patience is null)
        {
            throw new Refusal("queues.patience_unknown", RefusalKind.Invalid);
        }

        var goal = new StaffingGoal(
            model, percent / 100.0, within, patience is { } known && known >= TimeSpan.FromSeconds(1) ? known : TimeSpan.FromSeconds(1), shrinkage / 100.0);
        var intervals = cells.Where(c => c.Value.Offered > 0).OrderBy(c => c.Key).Select(c => IntervalOf(c.Key, c.Value)).OfType<Interval>().ToList();
        return TypedResults.Ok(new Response(
            monday,
            minutes,
            percent,
            (int)within.TotalSeconds,
            QueueFigures.Seconds(average),
            model == StaffingModel.ErlangA ? QueueFigures.Seconds(patience) : null,
            waits.Count,
            intervals));

        QueueTally Cell(DateTimeOffset at)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            var minute = (int)local.TimeOfDay.TotalMinutes;
            var key = (((int)local.DayOfWeek + 6) % 7, minute - (minute % minutes));
            if (!cells.TryGetValue(key, out var tally))
            {
                cells[key] = tally = new QueueTally();
            }

            return tally;
        }

        Interval? IntervalOf((int Day, int Minute) at, QueueTally tally)
        {
            var handling = question.HandlingSeconds is { } wanted
                ? TimeSpan.FromSeconds(wanted)
                : tally.Handled >= LeastSample ? QueueMetrics.AverageHandlingTime(tally) : average;
            if (handling is not { } length || length <= TimeSpan.Zero)
            {
                return null;
            }

            var need = Staffing.Need(tally.Offered, TimeSpan.FromMinutes(minutes), length, goal);
            return new Interval(
                at.Day,
                at.Minute,
                tally.Offered,
                QueueFigures.Seconds(length)!.Value,
                Math.Round(need.Load, 2),
                need.Agents,
                need.Scheduled,
                Math.Round(100 * need.Outlook.ServiceLevel, 1),
                Math.Round(100 * need.Outlook.WaitProbability, 1),
                Math.Round(need.Outlook.AverageWait.TotalSeconds, 1),
                Math.Round(100 * need.Outlook.Occupancy, 1),
                Math.Round(100 * need.Outlook.Abandonment, 1));
        }
    }
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>What became of every caller of a period, by team, day or hour. The outcomes of each row add up to its offered.</summary>
public static class QueueReport
{
    private static readonly string[] Columns =
    [
        "period", "team", "offered", "came_by_overflow", "answered", "answered_in_time", "abandoned", "short_abandoned", "timed_out", "no_agents", "overflowed", "closed", "called_back",
        "cut_off", "waiting", "service_level", "abandonment", "average_answer", "longest", "handled", "average_handling", "rings", "rings_missed", "non_response",
    ];

    /// <param name="Period">The day, `2026-11-30`, or the hour, `2026-11-30T14`, on the team's wall; null for the whole period.</param>
    /// <param name="Team">Null where the row is of all teams chosen.</param>
    public sealed record Row(string? Period, TeamSummary? Team, QueueFigures Figures);

    /// <param name="Total">Of all rows; who went by overflow is offered in two teams and counted at both.</param>
    public sealed record Response(ReportBy By, IReadOnlyList<Row> Rows, QueueFigures Total);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/queues/reports/queues").RequirePermission(QueuesPermissions.Reports).WithTags("queues");
        reports.MapGet("", HandleAsync).WithName("ReportQueues").WithSummary("What became of the callers of a period.");
        routes.MapGet("/queues/reports/teams", (TeamSight sight) => TypedResults.Ok(sight.Teams))
            .RequirePermission(QueuesPermissions.Reports).WithTags("queues").WithName("ListReportTeams").WithSummary("The teams one may see reports of.");
        reports.MapGet("/export", ExportAsync).WithName("ExportQueueReport").Produces(StatusCodes.Status200OK, contentType: "text/csv").WithSummary("The same as CSV.");
    }

    internal static async Task<Ok<Response>> HandleAsync(
        [AsParameters] ReportPeriod period, TeamSight sight, TeamBook book, ReportReader reader, CancellationToken stop, string? by = null)
        => TypedResults.Ok(await ReadAsync(period, ReportPeriod.Choice(by, ReportBy.Team), sight, book, reader, stop));

    internal static async Task<PushStreamHttpResult> ExportAsync(
        [AsParameters] ReportPeriod period,
        TeamSight sight,
        TeamBook book,
        ReportReader reader,
        QueuesDb db,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop,
        string? by = null)
    {
        var division = ReportPeriod.Choice(by, ReportBy.Team);
        var report = await ReadAsync(period, division, sight, book, reader, stop);
        db.WriteAct("QueueReport", Guid.CreateVersion7(clock.GetUtcNow()), "exported", new { period, by });
        await db.SaveChangesAsync(stop);
        return CsvFile.Of(
            $"queues-{period.Days(division == ReportBy.Hour).Name}.csv",
            Columns.Select(c => texts.Get(user.Language, $"queues.column.{c}")),
            report.Rows.Append(new Row(null, null, report.Total)).Select(r => Cells(r, texts, user.Language)));
    }

    private static async Task<Response> ReadAsync(ReportPeriod period, ReportBy by, TeamSight sight, TeamBook book, ReportReader reader, CancellationToken stop)
    {
        var days = period.Days(by == ReportBy.Hour);
        await reader.FlushAsync(stop);
        var rows = new SortedDictionary<string, (string? Period, TeamSummary? Team, QueueTally Tally)>(StringComparer.Ordinal);
        var total = new QueueTally();
        var begins = DateTimeOffset.MaxValue;
        foreach (var team in sight.Chosen(period.Team, period.Unit))
        {
            var (zone, target) = (book.ZoneOf(team.Id), book.TargetOf(team.Id));
            var (from, until) = (days.Begins(zone), days.Ends(zone));
            begins = from < begins ? from : begins;
            if (by == ReportBy.Team)
            {
                rows[team.Code] = (null, team, new QueueTally());
            }

            QueueTally At(DateTimeOffset at)
            {
                var name = by switch
                {
                    ReportBy.Team => null,
                    ReportBy.Day => Local(zone, at, "yyyy-MM-dd"),
                    _ => Local(zone, at, "yyyy-MM-ddTHH"),
                };
                var key = name ?? team.Code;
                if (!rows.TryGetValue(key, out var row))
                {
                    rows[key] = row = (name, null, new QueueTally());
                }

                return row.Tally;
            }

            await foreach (var wait in reader.WaitsAsync(team.Id, from, until, stop))
            {
                At(wait.JoinedAt).Add(wait, target);
                total.Add(wait, target);
            }

            await foreach (var talk in reader.TalksAsync(team.Id, from, until, stop))
            {
                At(talk.AnsweredAt).Add(talk);
                total.Add(talk);
            }

            await foreach (var offer in reader.OffersAsync(team.Id, from, until, stop))
            {
                At(offer.OfferedAt).Add(offer);
                total.Add(offer);
            }
        }

        return new Response(
            by,
            [.. rows.Values.Select(r => new Row(r.Period, r.Team, QueueFigures.Of(r.Tally, begins, null)))],
            QueueFigures.Of(total, begins == DateTimeOffset.MaxValue ? default : begins, null));
    }

    private static string Local(TimeZoneInfo zone, DateTimeOffset at, string format) => TimeZoneInfo.ConvertTime(at, zone).ToString(format, CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Cells(Row row, ITexts texts, string language)
    {
        var f = row.Figures;
        var isTotal = row.Period is null && row.Team is null;
        return
        [
            isTotal ? texts.Get(language, "queues.total") : row.Period,
            row.Team?.Names.In(language),
            .. new object?[]
            {
                f.Offered, f.CameByOverflow, f.Answered, f.AnsweredInTime, f.Abandoned, f.ShortAbandoned, f.TimedOut, f.NoAgents, f.Overflowed, f.Closed, f.CalledBack,
                f.CutOff, f.Waiting, f.ServiceLevelPercent, f.AbandonedPercent, f.AverageAnswerSeconds, f.LongestWaitSeconds, f.Handled, f.AverageHandlingSeconds,
                f.Rings, f.RingsMissed, f.NonResponsePercent,
            }.Select(v => CsvFile.Number(v, language)),
        ];
    }
}

/// <summary>A report as a file for spreadsheets.</summary>
internal static class CsvFile
{
    public static PushStreamHttpResult Of(string name, IEnumerable<string?> head, IEnumerable<IEnumerable<string?>> rows)
    {
        var lines = rows.Select(Csv.Line).Prepend(Csv.Line(head)).ToList();
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                foreach (var line in lines)
                {
                    await writer.WriteLineAsync(line);
                }
            },
            "text/csv; charset=utf-8",
            name);
    }

    /// <summary>With the decimal sign of the reader's language, as his spreadsheet expects it.</summary>
    public static string? Number(object? value, string language)
        => Convert.ToString(value, CultureInfo.GetCultureInfo(language switch { "tr" => "tr-TR", "sv" => "sv-SE", _ => "en-GB" }));
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>Replays the last weeks' documents against the draft and tells which would have gone otherwise. Nothing is changed.</summary>
public static class TryProcess
{
    private const int MostDocuments = 20_000;
    private const int MostRows = 200;

    /// <param name="More">There were more documents than are tried at once: these are the newest.</param>
    /// <param name="Rows">Those that would have gone otherwise: stuck ones first.</param>
    public sealed record Response(
        DateTimeOffset From, DateTimeOffset To, int Tried, bool More, int Same, int Approval, int OtherWay, int Stuck, IReadOnlyList<Row> Rows);

    /// <param name="Really">Code of the stage it was really taken to where the ways part.</param>
    /// <param name="Reason">Text `processes.trial.(reason)`.</param>
    public sealed record Row(
        Guid Id, string Number, string Subject, string Path, TrialResult Result, string? Really, string? Instead, string? Reason, int ExtraMinutes, Names? ReallyNames,
        StageKind? ReallyKind);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/processes/{document}/{unit}/trial", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("TryProcess").WithTags("processes").WithSummary("Tries the draft on the documents of the last weeks.");

    internal static async Task<Ok<Response>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, Designs designs, ProcessBook book, IKnowActors actors, IEnumerable<IReplayDocuments> replays,
        TimeProvider clock, CancellationToken stop, [Range(1, 26)] int weeks = 4)
    {
        var (kind, _) = designs.FindOrRefuse(document, unit);
        var design = (await designs.DraftAsync(document, unit, stop))?.Design ?? Design.Of(book.Of(document, unit));
        if (!design.Stages.Any(s => s.Kind == StageKind.New))
        {
            throw new Refusal("processes.trial_needs_start", RefusalKind.Invalid);
        }

        var now = clock.GetUtcNow();
        var from = now.AddDays(-7 * weeks);
        var trial = new Trial(design.As(kind, unit, 0), actors);
        List<Tried> tried = [];
        var more = false;
        if (replays.FirstOrDefault(r => r.Document == document) is { } replay)
        {
            await foreach (var past in replay.SinceAsync(unit, from, stop))
            {
                if (tried.Count == MostDocuments)
                {
                    more = true;
                    break;
                }

                tried.Add(trial.Of(past));
            }
        }

        return TypedResults.Ok(new Response(
            from,
            now,
            tried.Count,
            more,
            Count(TrialResult.Same),
            Count(TrialResult.Approval),
            Count(TrialResult.OtherWay),
            Count(TrialResult.Stuck),
            [.. tried.Where(t => t.Result != TrialResult.Same).OrderBy(t => t.Result).ThenByDescending(t => t.Document.OpenedAt).Take(MostRows).Select(RowOf)]));

        int Count(TrialResult result) => tried.Count(t => t.Result == result);

        Row RowOf(Tried t)
        {
            var really = t.Really is null ? null : design.Find(t.Really) ?? book.FindStage(document, unit, t.Really);
            return new Row(
                t.Document.Id, t.Document.Number, t.Document.Subject, t.Document.Path, t.Result, t.Really, t.Instead, t.Reason, t.ExtraMinutes, really?.Names, really?.Kind);
        }
    }
}

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

/// <summary>The processes there are: each kind of document in each unit.</summary>
public static class ListProcesses
{
    /// <param name="Version">0 for the stages the unit began with.</param>
    /// <param name="DraftAt">Null where nobody is drawing.</param>
    /// <param name="Errors">What keeps the draft from being published.</param>
    public sealed record Row(
        string Document, string Unit, Names UnitNames, int Version, DateTimeOffset? PublishedAt, string? PublishedBy, DateTimeOffset? DraftAt, string? DraftBy, int Errors,
        IReadOnlyList<Row.StageMark> Stages)
    {
        public sealed record StageMark(string Code, StageKind Kind, Names Names);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/processes", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("ListProcesses").WithTags("processes").WithSummary("The process of each kind of document in each unit.");

    internal static async Task<Ok<IReadOnlyList<Row>>> HandleAsync(
        ProcessesDb db, ProcessBook book, Designs designs, ViewProcess view, IOrganisation organisation, CancellationToken stop)
    {
        var drafts = await db.Drafts.AsNoTracking().ToListAsync(stop);
        var versions = (await db.Versions.AsNoTracking().Select(v => new { v.Document, v.Unit, v.Number, v.PublishedAt, v.PublishedBy }).ToListAsync(stop))
            .GroupBy(v => (v.Document, v.Unit)).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. book.Kinds.OrderBy(k => k.Code).SelectMany(kind => organisation.Units.Select(unit => RowOf(kind, unit)))]);

        Row RowOf(DocumentKind kind, BusinessUnit unit)
        {
            var published = versions.GetValueOrDefault((kind.Code, unit.Code));
            var draft = drafts.FirstOrDefault(d => d.Document == kind.Code && d.Unit == unit.Code);
            return new Row(
                kind.Code,
                unit.Code,
                unit.Names,
                published?.Number ?? 0,
                published?.PublishedAt,
                view.NameOf(published?.PublishedBy),
                draft?.ChangedAt,
                view.NameOf(draft?.ChangedBy),
                draft is null ? 0 : designs.ProblemsOf(draft.Design, kind).Count(p => p.Severity == Severity.Error),
                [.. book.Of(kind.Code, unit.Code).Stages.Select(s => new Row.StageMark(s.Code, s.Kind, s.Names))]);
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Adds tags to a request and takes them away; two people tagging at once get both.</summary>
public static class TagRequest
{
    private const int MostTries = 5;

    public sealed record Request([MaxLength(20)] IReadOnlyList<string>? Add, [MaxLength(20)] IReadOnlyList<string>? Remove);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/requests/{id}/tags", HandleAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("TagRequest")
            .WithTags("requests")
            .WithSummary("Adds and removes tags; the answer is the request.");
        routes.MapGet("/requests/tags", ListAsync)
            .RequirePermission(RequestsPermissions.Read)
            .WithName("ListTags")
            .WithTags("requests")
            .WithSummary("Tags in use that begin as typed.");
    }

    internal static async Task<Ok<RequestCard>> HandleAsync(
        RequestId id, Request body, ReadRequest read, RequestsDb db, TimeProvider clock, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TagAsync(id, body, read, db, clock, stop);
                return TypedResults.Ok(await read.CardAsync(id, stop));
            }
            catch (Exception meanwhile) when (meanwhile is DbUpdateException or Refusal { Kind: RefusalKind.Stale })
            {
                // Somebody else wrote or took the same tag at the same moment: what is left to do is looked at anew.
                db.ChangeTracker.Clear();
                if (attempt == MostTries)
                {
                    throw new Refusal(StaleSave.Code, RefusalKind.Stale);
                }
            }
        }
    }

    private static async Task TagAsync(RequestId id, Request body, ReadRequest read, RequestsDb db, TimeProvider clock, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        var before = request.Tags.Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        request.Tag(TagsOf(body.Add), TagsOf(body.Remove));
        var after = request.Tags.Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        if (!before.SequenceEqual(after))
        {
            db.WriteAct(nameof(Domain.Request), id.Value, "changed", new { tags = new[] { string.Join(", ", before), string.Join(", ", after) } });
        }

        await db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(stop);
                await db.TouchAsync(id, clock.GetUtcNow(), stop);
            },
            stop);
    }

    internal static async Task<Ok<IReadOnlyList<string>>> ListAsync(RequestsDb db, Sight sight, CancellationToken stop, [StringLength(40)] string? begins = null)
    {
        var typed = Folded.Of(begins);
        var names = await sight.Of(db.Requests.AsNoTracking())
            .SelectMany(r => r.Tags)
            .Where(t => t.Folded.StartsWith(typed))
            .GroupBy(t => t.Folded)
            .OrderByDescending(g => g.Count())
            .Take(20)
            .Select(g => g.Min(t => t.Name)!)
            .ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<string>>(names);
    }

    internal static List<string> TagsOf(IReadOnlyList<string>? typed)
        => [.. (typed ?? []).Select(t => Typed.Line(t)).OfType<string>().Select(Fitting)];

    private static string Fitting(string tag)
        => tag.Length <= Domain.Request.LongestTag && !tag.Contains(',', StringComparison.Ordinal) && Folded.Of(tag).Length is > 0 and <= 2 * Domain.Request.LongestTag
            ? tag
            : throw new Refusal("requests.tag_invalid", RefusalKind.Invalid, ("max", Domain.Request.LongestTag));
}

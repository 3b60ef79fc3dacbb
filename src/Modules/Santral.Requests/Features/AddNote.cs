using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>A follow-up note on a request, with files if there are any; it makes nobody's open form stale.</summary>
public static class AddNote
{
    public sealed record Request(
        [StringLength(Domain.Request.LongestText, MinimumLength = 1)] string Text,
        bool CustomerSees = false,
        [MaxLength(TakeFiles.MostAtOnce)] IReadOnlyList<FileId>? FileIds = null);

    public sealed record Response(Guid Id, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/requests/{id}/notes", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("AddNote")
        .WithTags("requests")
        .WithSummary("Writes a follow-up note on a request.");

    internal static async Task<Created<Response>> HandleAsync(
        RequestId id, Request body, ReadRequest read, TakeFiles take, RequestsDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var request = await read.LoadAsync(id, stop);
        var note = Note.Write(request, Typed.Lines(body.Text), body.CustomerSees, user.Id, now);
        db.Notes.Add(note);
        var files = await take.NewOrRefuseAsync(request, body.FileIds ?? [], stop);
        db.Files.AddRange(files.Select(file => AttachedFile.Attach(request, file, note.Id, user.Id, now)));
        await db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(stop);
                await db.TouchAsync(id, now, stop);
            },
            stop);
        return TypedResults.Created($"/api/requests/{id}/timeline", new Response(note.Id, note.At));
    }
}

/// <summary>Moves a request up in lists without counting its version: nothing on its form changed.</summary>
internal static class TouchRequest
{
    public static Task TouchAsync(this RequestsDb db, RequestId id, DateTimeOffset now, CancellationToken stop)
        => db.Requests.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.ChangedAt, now), stop);
}

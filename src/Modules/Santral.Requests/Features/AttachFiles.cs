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

/// <summary>Attaches uploaded files to a request and takes them away again; neither makes anybody's open form stale.</summary>
public static class AttachFiles
{
    public sealed record Request([Required, MinLength(1), MaxLength(TakeFiles.MostAtOnce)] IReadOnlyList<FileId> FileIds);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/requests/{id}/files", AttachAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("AttachFiles")
            .WithTags("requests")
            .WithSummary("Attaches files that the same person uploaded; the answer is all files of the request.");
        routes.MapDelete("/requests/{id}/files/{file}", DetachAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("DetachFile")
            .WithTags("requests")
            .WithSummary("Takes a file off a request; refused while a field answers with it.");
    }

    internal static async Task<Ok<IReadOnlyList<FileCard>>> AttachAsync(
        RequestId id, Request body, ReadRequest read, TakeFiles take, RequestsDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        var now = clock.GetUtcNow();
        foreach (var file in await take.NewOrRefuseAsync(request, body.FileIds, stop))
        {
            db.Files.Add(AttachedFile.Attach(request, file, note: null, user.Id, now));
            db.WriteAct(nameof(Domain.Request), id.Value, "file_attached", new { file = file.Id });
        }

        await SaveAsync(db, id, now, stop);
        return TypedResults.Ok(await read.FilesAsync(request, stop));
    }

    internal static async Task<Ok<IReadOnlyList<FileCard>>> DetachAsync(
        RequestId id, FileId file, ReadRequest read, NameDefinitions names, RequestsDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        var attached = await db.Files.SingleOrDefaultAsync(f => f.RequestId == id && f.FileId == file && f.RemovedAt == null, stop)
            ?? throw new Refusal("files.unknown", RefusalKind.Unknown);
        if (StoredAnswers.Read(request.Answers).FirstOrDefault(a => a.Value == file.ToString()).Key is { } field)
        {
            var name = names.FieldsOf(request.CategoryId).FirstOrDefault(f => f.Code == field)?.Names.In(user.Language) ?? field;
            throw new Refusal("requests.file_answers_field", RefusalKind.State, ("field", name));
        }

        var now = clock.GetUtcNow();
        attached.Remove(request, user.Id, now);
        db.WriteAct(nameof(Domain.Request), id.Value, "file_removed", new { file });
        await SaveAsync(db, id, now, stop);
        return TypedResults.Ok(await read.FilesAsync(request, stop));
    }

    private static Task SaveAsync(RequestsDb db, RequestId id, DateTimeOffset now, CancellationToken stop)
        => db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(stop);
                await db.TouchAsync(id, now, stop);
            },
            stop);
}

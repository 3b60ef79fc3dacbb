using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Files.Data;

namespace Santral.Files.Features;

/// <summary>Takes a file in. It belongs to nothing until a record refers to it; what nobody refers to is deleted after a day.</summary>
public static class UploadFile
{
    // Of one person within a day: an upload that never ends fills the disk of all.
    private const long MostBytesADay = 1024L * 1024 * 1024;

    /// <param name="Length">In bytes.</param>
    public sealed record Response(FileId Id, string Name, string ContentType, long Length);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/files", HandleAsync)
        .RequirePerson()
        .DisableAntiforgery()
        .WithName("UploadFile")
        .WithTags("files")
        .WithSummary("Takes a file in, up to 25 MB; programs and scripts are refused.")
        .WithMetadata(new RequestSizeLimitAttribute(IKeepFiles.LargestBytes + 64 * 1024));

    internal static async Task<Created<Response>> HandleAsync(
        IFormFile file, IKeepFiles files, FilesDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var (me, since) = (user.IdOrRefuse(), clock.GetUtcNow() - TimeSpan.FromDays(1));
        if (await db.Files.Where(f => f.StoredBy == me && f.StoredAt > since).SumAsync(f => f.Length, stop) + file.Length > MostBytesADay)
        {
            throw new Refusal("files.too_many_today", RefusalKind.Locked, ("megabytes", MostBytesADay / 1024 / 1024));
        }

        await using var content = file.OpenReadStream();
        var stored = await files.StoreAsync(file.FileName, content, me, stop);
        if (stored.IsRisky)
        {
            await files.DropAsync([stored.Id], stop);
            throw new Refusal("files.type_refused", RefusalKind.Invalid, ("name", stored.Name));
        }

        return TypedResults.Created($"/api/files/{stored.Id}", new Response(stored.Id, stored.Name, stored.ContentType, stored.Length));
    }
}

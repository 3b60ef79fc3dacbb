using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Santral.Files.Data;

namespace Santral.Files.Features;

/// <summary>Gives a file out. Only pictures are shown in the page; all else is saved by the browser, never run by it.</summary>
public static class DownloadFile
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/files/{id}", HandleAsync)
        .RequireAuthorization()
        .WithName("DownloadFile")
        .WithTags("files")
        .WithSummary("The bytes of a file; with `show=true` a picture comes to be shown, not to be saved.");

    internal static async Task<PhysicalFileHttpResult> HandleAsync(
        FileId id, FilesDb db, FileFolder folder, WhoReads readers, HttpResponse response, CancellationToken stop, bool show = false)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop);
        if (file is null || !await readers.MayReadAsync(file, stop))
        {
            throw new Refusal("files.unknown", RefusalKind.Unknown);
        }

        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(
            folder.PathOf(file.Sha256),
            file.ContentType,
            show && new FileKind(file.ContentType, file.IsRisky).IsPicture ? null : file.Name,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: true);
    }
}

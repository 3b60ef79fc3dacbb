using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MimeKit;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Features;

/// <summary>A file of a letter, or the letter itself as it came. Always saved, never opened here: a stranger sent it.</summary>
public static class TakeFile
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/mail/letters/{id}").RequirePermission(MailroomPermissions.Read).WithTags("mailroom");
        letters.MapGet("/files/{index}", FileAsync).WithName("TakeFile").WithSummary("A file of a letter.");
        letters.MapGet("/original", OriginalAsync).WithName("TakeOriginal").WithSummary("The letter as it came (RFC 5322).");
    }

    internal static async Task<FileContentHttpResult> FileAsync(Guid id, int index, LetterSight sight, CancellationToken stop)
    {
        var letter = await sight.ReceivedAsync(id, stop);
        var named = letter.Attachments.FirstOrDefault(a => a.Index == index) ?? throw Unknown();
        using var message = await sight.MessageAsync(id, stop);
        var file = ReadLetter.FilesOf(message).ElementAtOrDefault(index) ?? throw Unknown();
        using var bytes = new MemoryStream();
        switch (file)
        {
            case MessagePart { Message: { } inner }:
                await inner.WriteToAsync(bytes, stop);
                break;
            case MimePart { Content: { } content }:
                await content.DecodeToAsync(bytes, stop);
                break;
        }

        return TypedResults.File(bytes.ToArray(), "application/octet-stream", named.Name);
    }

    internal static async Task<FileContentHttpResult> OriginalAsync(Guid id, LetterSight sight, CancellationToken stop)
        => TypedResults.File(await sight.OriginalAsync(id, stop), "message/rfc822", $"{id:N}.eml");

    private static Refusal Unknown() => new("mailroom.file_unknown", RefusalKind.Unknown);
}

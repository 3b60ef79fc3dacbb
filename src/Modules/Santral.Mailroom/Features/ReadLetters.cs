using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Features;

/// <summary>What came into a mailbox last, and what became of it.</summary>
public static class ReadLetters
{
    private const int Most = 50;

    public sealed record Row(Guid Id, DateTimeOffset At, LetterAddress From, string Subject, LetterKind Kind, LetterFate Fate, RequestId? RequestId, long Length, bool IsHeadOnly);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mail/mailboxes/{id}/letters", HandleAsync)
        .RequirePermission(MailroomPermissions.Settings)
        .WithName("ReadLetters")
        .WithTags("mailroom")
        .WithSummary("The last fifty letters of a mailbox, the newest first.");

    internal static async Task<Ok<IReadOnlyList<Row>>> HandleAsync(MailboxId id, MailroomDb db, CancellationToken stop)
        => TypedResults.Ok<IReadOnlyList<Row>>(
            await db.Received.AsNoTracking().Where(l => l.MailboxId == id).OrderByDescending(l => l.ReceivedAt).Take(Most)
                .Select(l => new Row(l.Id, l.ReceivedAt, l.From, l.Subject, l.Kind, l.Fate, l.RequestId, l.Length, l.IsHeadOnly)).ToListAsync(stop));
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Mailroom.Data;
using Santral.Mailroom.Jobs;

namespace Santral.Mailroom.Features;

/// <summary>Taking a letter back before it goes, and trying one again that failed.</summary>
public static class SteerLetter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/mail/letters/{id}").RequirePermission(MailroomPermissions.Write).WithTags("mailroom");
        letters.MapDelete("", TakeBackAsync).WithName("TakeLetterBack").WithSummary("Takes a letter back; refused once it is on its way.");
        letters.MapPost("/retry", TryAgainAsync).WithName("RetryLetter").WithSummary("Tries a letter again that failed or waits.");
    }

    internal static async Task<Ok<LetterSummary>> TakeBackAsync(Guid id, LetterSight sight, MailroomDb db, TimeProvider clock, CancellationToken stop)
    {
        var letter = await sight.SentAsync(id, stop);
        letter.TakeBack(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(KnowLetters.Of(letter));
    }

    internal static async Task<Ok<LetterSummary>> TryAgainAsync(Guid id, LetterSight sight, MailroomDb db, MailroomBell bell, TimeProvider clock, CancellationToken stop)
    {
        var letter = await sight.SentAsync(id, stop);
        letter.TryAgain(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        bell.LetterWaits();
        return TypedResults.Ok(KnowLetters.Of(letter));
    }
}

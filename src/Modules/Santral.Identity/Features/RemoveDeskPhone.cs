using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>The person's desk phone may register no more.</summary>
internal static class RemoveDeskPhone
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/me/desk-phone", HandleAsync)
        .RequireSession().WithName("RemoveDeskPhone").WithTags("identity").WithSummary("Take one's desk phone away");

    internal static async Task<NoContent> HandleAsync(ICurrentUser current, PeopleChanges changes, IdentityDb db, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        var phone = await db.DeskPhones.FirstOrDefaultAsync(p => p.UserId == id, stop)
            ?? throw new Refusal("identity.desk_phone_unknown", RefusalKind.Unknown);
        db.DeskPhones.Remove(phone);
        db.WriteAct(nameof(User), id.Value, "desk_phone_removed");
        await db.SaveChangesAsync(stop);
        await changes.TellDeskPhoneAsync(phone.SipUser);
        return TypedResults.NoContent();
    }
}

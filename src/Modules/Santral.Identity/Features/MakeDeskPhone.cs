using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Santral.Contracts.Calls;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Makes a secret for the person's desk phone, shown this once. A second one replaces the first.</summary>
internal static class MakeDeskPhone
{
    /// <param name="OnlyMd5">The phone is old and knows no SHA-256.</param>
    public sealed record Request(bool OnlyMd5);

    /// <param name="Domain">Where the phone registers; set by `Sip:Domain`, else the host that was asked.</param>
    /// <param name="Port">Where SIP is heard, by UDP and TCP.</param>
    public sealed record Response(string User, string Secret, string Domain, int Port);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/desk-phone", HandleAsync)
        .RequireSession().WithName("MakeDeskPhone").WithTags("identity").WithSummary("Make a secret for one's desk phone, shown once");

    internal static async Task<Ok<Response>> HandleAsync(
        Request? request,
        HttpContext http,
        ICurrentUser current,
        People people,
        PeopleChanges changes,
        IConfiguration configuration,
        ICallsEndpoints calls,
        IdentityDb db,
        Turns turns,
        TimeProvider clock,
        CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        using var turn = await turns.TakeAsync("desk-phones", stop);
        var phone = await db.DeskPhones.FirstOrDefaultAsync(p => p.UserId == id, stop);
        if (phone is null)
        {
            var user = DeskPhone.SipUserOf(people.Find(id)!.UserName);
            // Two sign-in names can become one SIP user only by an `@` and a dot; the later one gets a mark.
            phone = DeskPhone.For(id, await db.DeskPhones.AnyAsync(p => p.SipUser == user, stop) ? $"{user}-{id.Value.ToString("N")[^6..]}" : user);
            db.DeskPhones.Add(phone);
        }

        var secret = Secrets.NewDeskPhoneSecret();
        phone.TakeSecret(secret, clock.GetUtcNow(), request is { OnlyMd5: true });
        db.WriteAct(nameof(User), id.Value, "desk_phone_made");
        await db.SaveChangesAsync(stop);
        await changes.TellDeskPhoneAsync(phone.SipUser);
        return TypedResults.Ok(new Response(phone.SipUser, secret, configuration["Sip:Domain"] ?? http.Request.Host.Host, calls.Sip is [var at, ..] ? at.Port : 5060));
    }
}

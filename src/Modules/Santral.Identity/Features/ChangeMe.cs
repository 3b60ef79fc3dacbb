using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A person chooses language, theme and how he is called.</summary>
internal static class ChangeMe
{
    public sealed record Request(
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required] Theme? Theme,
        [property: Required, MaxLength(120)] string DisplayName);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/me", HandleAsync)
        .RequireSession().WithName("ChangeMe").WithTags("identity").WithSummary("Change one's language, theme and name");

    internal static async Task<Ok<ShowMe.Response>> HandleAsync(
        Request request, ICurrentUser current, IdentityDb db, PeopleChanges changes, People people, OrganisationInMemory organisation, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        var user = await db.Users.FirstAsync(u => u.Id == id, stop);
        user.Describe(request.DisplayName, request.Language);
        user.Prefer(request.Theme!.Value);
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.Ok(ShowMe.Of(people.Know(id)!, organisation));
    }
}

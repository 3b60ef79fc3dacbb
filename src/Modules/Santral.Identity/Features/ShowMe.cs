using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Who is signed in, and what he may do: the app draws its navigation from this.</summary>
internal static class ShowMe
{
    public sealed record Response(
        UserId Id,
        string UserName,
        string DisplayName,
        string Language,
        Theme Theme,
        IReadOnlyList<string> Roles,
        IReadOnlyList<string> Permissions,
        bool HasTwoFactor,
        bool HasDeskPhone,
        bool IsDemo,
        string Organisation);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me", Handle)
        .RequireAuthorization().WithName("ShowMe").WithTags("identity").WithSummary("Who is signed in and what he may do");

    internal static Ok<Response> Handle(HttpContext http, ICurrentUser current, People people, OrganisationInMemory organisation)
    {
        var me = Of(people.Know(current.IdOrRefuse())!, organisation);
        // A key's rights may be fewer than its person's.
        return TypedResults.Ok(Principals.SessionOf(http.User) is null ? me with { Permissions = [.. me.Permissions.Where(current.Has)] } : me);
    }

    internal static Response Of(KnownPerson known, OrganisationInMemory organisation) => new(
        known.Person.Id,
        known.Person.UserName,
        known.Person.DisplayName,
        known.Person.Language,
        known.Theme,
        [.. known.Roles],
        [.. known.Person.Permissions.Order(StringComparer.Ordinal)],
        known.HasTwoFactor,
        known.HasDeskPhone,
        organisation.IsDemo,
        organisation.Name);
}

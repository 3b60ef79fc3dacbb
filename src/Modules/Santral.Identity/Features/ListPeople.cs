using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Data;

namespace Santral.Identity.Features;

/// <summary>Colleagues by name, for everybody who chooses an owner or reads who did something.</summary>
internal static class ListPeople
{
    public sealed record Row(UserId Id, string DisplayName, bool IsActive);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/people", Handle)
        .RequireAuthorization().WithName("ListPeople").WithTags("identity").WithSummary("Colleagues by name");

    internal static Ok<List<Row>> Handle(People people)
        => TypedResults.Ok(people.All.Select(p => new Row(p.Id, p.DisplayName, p.IsActive)).ToList());
}

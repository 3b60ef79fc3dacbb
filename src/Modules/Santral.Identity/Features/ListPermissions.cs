using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Everything a role can allow in this installation, by module.</summary>
internal static class ListPermissions
{
    public sealed record Row(string Module, IReadOnlyList<string> Permissions);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/permissions", Handle)
        .RequirePermission(IdentityPermissions.Settings).WithName("ListPermissions").WithTags("identity").WithSummary("Everything a role can allow");

    internal static Ok<List<Row>> Handle(PermissionCatalog catalog)
        => TypedResults.Ok(catalog.ByModule.Select(m => new Row(m.Name, m.Permissions)).ToList());
}

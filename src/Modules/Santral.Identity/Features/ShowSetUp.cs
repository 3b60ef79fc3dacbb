using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Data;

namespace Santral.Identity.Features;

/// <summary>Tells the sign-in page whether the first-run guide is due, and, in the demo only, whom one can be.</summary>
internal static class ShowSetUp
{
    public sealed record Response(bool IsEmpty, bool IsDemo, IReadOnlyList<DemoUser> DemoUsers, string? Organisation);

    /// <param name="Role">The person's main role, by its code.</param>
    public sealed record DemoUser(string UserName, string DisplayName, string Role);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/setup", Handle)
        .AllowAnonymous().WithName("ShowSetUp").WithTags("identity").WithSummary("Whether the installation is empty or a demo");

    internal static Ok<Response> Handle(OrganisationInMemory organisation, People people) => TypedResults.Ok(Of(organisation, people));

    internal static Response Of(OrganisationInMemory organisation, People people)
    {
        if (!organisation.IsSetUp)
        {
            return new Response(true, false, [], null);
        }

        var users = organisation.IsDemo
            ? people.KnowAll().Where(p => p.Person.IsActive).OrderBy(p => p.Rank).ThenBy(p => p.Person.UserName, StringComparer.Ordinal)
                .Select(p => new DemoUser(p.Person.UserName, p.Person.DisplayName, p.Roles.First())).ToList()
            : [];
        return new Response(false, organisation.IsDemo, users, organisation.Name);
    }
}

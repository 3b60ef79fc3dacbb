using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Domain;

namespace Santral.Identity.Features.Audit;

/// <summary>What the trail can be asked for: kinds of records by module, and acts, in the reader's words.</summary>
internal static class ListAuditKinds
{
    /// <param name="Code">`requests`.</param>
    public sealed record Module(string Code, string Name, IReadOnlyList<Kind> Kinds);

    /// <param name="Code">`Request`.</param>
    public sealed record Kind(string Code, string Name, IReadOnlyList<Act> Acts);

    /// <param name="Code">`changed`.</param>
    public sealed record Act(string Code, string Name);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/kinds", Handle)
        .RequirePermission(IdentityPermissions.Audit).WithName("ListAuditKinds").WithTags("identity").WithSummary("What the audit trail can be asked for");

    internal static Ok<List<Module>> Handle(AllTrails trails, AuditTexts texts, ICurrentUser user)
    {
        var order = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(user.Language), ignoreCase: true);
        return TypedResults.Ok(trails.All.GroupBy(t => t.Module).Select(module => new Module(
            module.Key,
            texts.Module(module.Key),
            [.. module.SelectMany(t => t.Acts)
                .Select(k => new Kind(k.Key, texts.Kind(module.Key, k.Key), [.. k.Value.Select(a => new Act(a, texts.Act(module.Key, a)))]))
                .OrderBy(k => k.Name, order)]))
            .Where(m => m.Kinds.Count > 0)
            .OrderBy(m => m.Name, order)
            .ToList());
    }
}

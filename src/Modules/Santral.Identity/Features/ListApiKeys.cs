using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A person's own keys for programs, without the keys themselves.</summary>
internal static class ListApiKeys
{
    public sealed record Row(ApiKeyId Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me/api-keys", HandleAsync)
        .RequireSession().WithName("ListApiKeys").WithTags("identity").WithSummary("One's own API keys");

    internal static async Task<Ok<List<Row>>> HandleAsync(ICurrentUser current, IdentityDb db, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        var keys = await db.ApiKeys.AsNoTracking().Where(k => k.UserId == id && k.RevokedAt == null).OrderByDescending(k => k.CreatedAt).ToListAsync(stop);
        return TypedResults.Ok(keys.ConvertAll(Of));
    }

    internal static Row Of(ApiKey key) => new(key.Id, key.Name, key.Prefix, [.. key.Scopes], key.CreatedAt, key.LastUsedAt);
}

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

/// <summary>Makes a key by which a program acts for this person; the key is shown this once.</summary>
internal static class MakeApiKey
{
    private const int MostKeys = 20;

    /// <param name="Scopes">Permissions of one's own; the key never has more.</param>
    public sealed record Request([property: Required, MaxLength(80)] string Name, [property: Required, MinLength(1), MaxLength(100)] IReadOnlyList<string> Scopes);

    public sealed record Response(string Key, ListApiKeys.Row ApiKey);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/api-keys", HandleAsync)
        .RequireSession().WithName("MakeApiKey").WithTags("identity").WithSummary("Make an API key, shown once");

    internal static async Task<Created<Response>> HandleAsync(
        Request request, ICurrentUser current, IdentityDb db, TimeProvider clock, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        if (request.Scopes.FirstOrDefault(s => s is null || !current.Has(s)) is { } foreign)
        {
            throw new Refusal("identity.scope_beyond_own_rights", RefusalKind.Invalid, ("permission", foreign));
        }

        if (await db.ApiKeys.CountAsync(k => k.UserId == id && k.RevokedAt == null, stop) >= MostKeys)
        {
            throw new Refusal("identity.api_keys_full", RefusalKind.State, ("max", MostKeys));
        }

        var secret = Secrets.NewApiKey();
        var key = ApiKey.Make(Id.New<ApiKeyId>(clock), id, request.Name, secret, new CodeSet(request.Scopes), clock.GetUtcNow());
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/me/api-keys/{key.Id}", new Response(secret, ListApiKeys.Of(key)));
    }
}

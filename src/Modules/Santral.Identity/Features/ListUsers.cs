using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Everybody with an account, for who looks after accounts.</summary>
internal static class ListUsers
{
    private const int Most = 2_000;

    public sealed record Row(
        UserId Id,
        string UserName,
        string DisplayName,
        string Language,
        string? Email,
        bool IsActive,
        IReadOnlyList<string> Roles,
        bool HasTwoFactor,
        bool HasDeskPhone,
        DateTimeOffset CreatedAt,
        DateTimeOffset? LastSeenAt,
        int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/users", HandleAsync)
        .RequirePermission(IdentityPermissions.Users).WithName("ListUsers").WithTags("identity").WithSummary("Everybody with an account");

    internal static async Task<Ok<List<Row>>> HandleAsync(IdentityDb db, People people, CancellationToken stop)
    {
        var users = await db.Users.AsNoTracking().OrderBy(u => u.UserName).Take(Most).ToListAsync(stop);
        var seen = await db.Sessions.AsNoTracking().GroupBy(s => s.UserId)
            .Select(g => new { User = g.Key, At = g.Max(s => s.LastSeenAt) }).ToDictionaryAsync(s => s.User, s => s.At, stop);
        return TypedResults.Ok(users.ConvertAll(u => Of(u, people, seen.TryGetValue(u.Id, out var at) ? at : null)));
    }

    internal static Row Of(User user, People people, DateTimeOffset? lastSeenAt)
    {
        var known = people.Know(user.Id);
        return new Row(
            user.Id,
            user.UserName,
            user.DisplayName,
            user.Language,
            user.Email,
            user.IsActive,
            [.. user.Roles],
            known?.HasTwoFactor ?? false,
            known?.HasDeskPhone ?? false,
            user.CreatedAt,
            lastSeenAt,
            user.Version);
    }
}

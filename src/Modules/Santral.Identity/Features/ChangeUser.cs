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

/// <summary>Changes a person's account: name, roles, whether he may sign in, a new password for who forgot his. It holds for his next request.</summary>
internal static class ChangeUser
{
    /// <param name="Password">Only to set a new one; all his devices are signed out and his API keys end.</param>
    public sealed record Request(
        [property: Required] int? Version,
        [property: Required, MaxLength(120)] string DisplayName,
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required] bool? IsActive,
        [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<string> Roles,
        [property: MaxLength(PasswordRules.MaxLength)] string? Password,
        [property: MaxLength(EmailAddresses.MaxLength)] string? Email = null);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/users/{id}", HandleAsync)
        .RequirePermission(IdentityPermissions.Users).WithName("ChangeUser").WithTags("identity").WithSummary("Change a person's account");

    internal static async Task<Ok<ListUsers.Row>> HandleAsync(
        UserId id,
        Request request,
        ICurrentUser actor,
        RoleBook roles,
        Passwords passwords,
        UserSessions sessions,
        PeopleChanges changes,
        People people,
        IdentityDb db,
        Turns turns,
        CancellationToken stop)
    {
        using var turn = await turns.TakeAsync("people", stop);
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id, stop) ?? throw new Refusal("identity.user_unknown", RefusalKind.Unknown);
        db.Entry(user).Property(u => u.Version).OriginalValue = request.Version!.Value;
        var isActive = request.IsActive!.Value;
        if (isActive != user.IsActive || request.Password is not null)
        {
            Rights.CheckMayUnlock(actor, people.Know(id));
        }

        var next = new CodeSet(request.Roles);
        var given = await roles.FindAllAsync(next.Except(user.Roles), stop);
        var taken = await db.Roles.Where(r => user.Roles.Except(next).Contains(r.Code)).ToListAsync(stop);
        Rights.CheckMayChangeRoles(actor, given.Concat(taken), roles.Catalog);

        user.Describe(request.DisplayName, request.Language);
        user.ReachAt(request.Email);
        user.TakeRoles(next);
        (isActive ? (Action)user.Enable : user.Disable)();
        Rights.CheckAdminRemains(user, people);
        if (request.Password is { } password)
        {
            PasswordRules.CheckOrRefuse(password, user.UserName);
            user.TakePassword(passwords.Hash(password));
            await sessions.RevokeKeysAsync(id, stop);
            db.WriteAct(nameof(User), id.Value, "password_reset");
        }

        var ends = !isActive || request.Password is not null;
        if (ends)
        {
            await sessions.RevokeAllAsync(id, except: null, stop);
        }

        await db.SaveChangesAsync(stop);
        sessions.ForgetAllOf(id);
        await changes.TellAsync();
        return TypedResults.Ok(ListUsers.Of(user, people, null));
    }
}

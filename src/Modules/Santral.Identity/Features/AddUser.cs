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

/// <summary>A new person gets an account with roles and a first password.</summary>
internal static class AddUser
{
    public sealed record Request(
        [property: Required, MaxLength(UserNames.MaxLength)] string UserName,
        [property: Required, MaxLength(120)] string DisplayName,
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<string> Roles,
        [property: Required, MaxLength(PasswordRules.MaxLength)] string Password,
        [property: MaxLength(EmailAddresses.MaxLength)] string? Email = null);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/users", HandleAsync)
        .RequirePermission(IdentityPermissions.Users).WithName("AddUser").WithTags("identity").WithSummary("Give a person an account");

    internal static async Task<Created<ListUsers.Row>> HandleAsync(
        Request request,
        ICurrentUser actor,
        RoleBook roles,
        Passwords passwords,
        PeopleChanges changes,
        People people,
        IdentityDb db,
        Turns turns,
        TimeProvider clock,
        CancellationToken stop)
    {
        using var turn = await turns.TakeAsync("people", stop);
        var given = await roles.FindAllAsync(request.Roles, stop);
        Rights.CheckMayChangeRoles(actor, given, roles.Catalog);
        var user = User.Add(
            Id.New<UserId>(clock), request.UserName, request.DisplayName, request.Language, new CodeSet(request.Roles), clock.GetUtcNow());
        user.ReachAt(request.Email);
        PasswordRules.CheckOrRefuse(request.Password, user.UserName);
        if (await db.Users.AnyAsync(u => u.UserName == user.UserName, stop))
        {
            throw new Refusal("identity.user_name_taken", RefusalKind.State, ("userName", user.UserName));
        }

        user.TakePassword(passwords.Hash(request.Password));
        db.Users.Add(user);
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.Created($"/api/users/{user.Id}", ListUsers.Of(user, people, null));
    }
}

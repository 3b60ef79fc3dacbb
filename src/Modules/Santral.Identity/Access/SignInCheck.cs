using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>
/// Decides whether somebody is who he says. The same answers and the same work whether there is such a person or not,
/// and a wrong try counts even when the caller hangs up before hearing so.
/// </summary>
internal sealed class SignInCheck(
    IdentityDb db, Passwords passwords, SecondFactor factors, Turns turns, WrongSignIns wrong, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Lets the person in (<paramref name="enter"/>, saved with the check's own changes), or throws a refusal, counted.</summary>
    public async Task<User> CheckAsync(string typedName, string password, string? code, Action<User> enter, CancellationToken stop)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        wrong.CheckOrRefuse(address);
        var name = UserNames.Fold(typedName);
        var nameHash = Secrets.Hash(name);
        using var turn = await turns.TakeAsync("sign-in:" + nameHash, stop);

        var guard = await db.Guards.FirstOrDefaultAsync(g => g.NameHash == nameHash, stop);
        CheckNotLocked(guard);

        var user = await db.Users.FirstOrDefaultAsync(u => u.UserName == name && u.IsActive, stop);
        var (isRight, isOld) = await passwords.CheckAsync(user?.PasswordHash, password, stop);
        if (user is null || !isRight)
        {
            throw await CountAsync(guard, nameHash, user, new Refusal("identity.wrong_credentials", RefusalKind.Unauthenticated), "sign_in_failed");
        }

        if (await factors.FindAsync(user.Id, CancellationToken.None) is { IsOn: true } factor)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                throw new Refusal("identity.code_needed", RefusalKind.Unauthenticated);
            }

            if (!factors.Take(factor, code))
            {
                throw await CountAsync(guard, nameHash, user, new Refusal("identity.code_wrong", RefusalKind.Unauthenticated), "code_failed");
            }
        }

        if (guard is not null)
        {
            db.Guards.Remove(guard);
        }

        if (isOld)
        {
            user.TakePassword(passwords.Hash(password));
        }

        enter(user);
        // Inside the turn: a code from the app counts once, also for two requests at the same moment.
        await db.SaveChangesAsync(CancellationToken.None);
        return user;
    }

    /// <summary>The signed-in person proves the password again; wrong tries count as wrong sign-ins do.</summary>
    public async Task<User> CheckAgainAsync(UserId id, string password, CancellationToken stop)
    {
        var user = await db.Users.FirstAsync(u => u.Id == id, stop);
        var nameHash = Secrets.Hash(user.UserName);
        using var turn = await turns.TakeAsync("sign-in:" + nameHash, stop);
        var guard = await db.Guards.FirstOrDefaultAsync(g => g.NameHash == nameHash, stop);
        CheckNotLocked(guard);
        var (isRight, _) = await passwords.CheckAsync(user.PasswordHash, password, stop);
        return isRight ? user : throw await CountAsync(guard, nameHash, user, new Refusal("identity.password_wrong", RefusalKind.Invalid), "password_failed");
    }

    /// <summary>A signed-in person's code; wrong ones count, or six digits would be guessed in an afternoon.</summary>
    public async Task CheckCodeAsync(UserId id, Func<bool> isRight, CancellationToken stop)
    {
        var user = await db.Users.FirstAsync(u => u.Id == id, stop);
        var nameHash = Secrets.Hash(user.UserName);
        using var turn = await turns.TakeAsync("sign-in:" + nameHash, stop);
        var guard = await db.Guards.FirstOrDefaultAsync(g => g.NameHash == nameHash, stop);
        CheckNotLocked(guard);
        if (!isRight())
        {
            throw await CountAsync(guard, nameHash, user, new Refusal("identity.code_invalid", RefusalKind.Invalid), "code_failed");
        }
    }

    private void CheckNotLocked(SignInGuard? guard)
    {
        if (guard is not null && guard.IsLocked(clock.GetUtcNow()))
        {
            throw Locked(guard);
        }
    }

    private async Task<Refusal> CountAsync(SignInGuard? guard, string nameHash, User? user, Refusal refusal, string act)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        wrong.Count(address);
        var now = clock.GetUtcNow();
        if (guard is null)
        {
            guard = SignInGuard.For(nameHash, now);
            db.Guards.Add(guard);
        }

        var locked = guard.CountWrong(now);
        var details = new { address = address?.ToString() };
        db.WriteAct(nameof(User), user?.Id.Value ?? Guid.Empty, act, details);
        if (locked)
        {
            db.WriteAct(nameof(User), user?.Id.Value ?? Guid.Empty, "locked", new { until = guard.LockedUntil });
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return locked ? Locked(guard) : refusal;
    }

    private Refusal Locked(SignInGuard guard)
    {
        var until = guard.LockedUntil!.Value;
        return new Refusal("identity.locked", RefusalKind.Locked, ("until", until), ("minutes", (int)Math.Ceiling((until - clock.GetUtcNow()).TotalMinutes)));
    }
}

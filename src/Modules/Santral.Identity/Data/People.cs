using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>
/// Everybody who may sign in, with the rights they have at this moment, from memory. Read anew after each change
/// (<see cref="PeopleChanges"/>), so that a removed right holds for the next request and no request asks the database for rights.
/// </summary>
public sealed class People(IServiceScopeFactory scopes, PermissionCatalog catalog) : IKnowPeople, IKnowRoles, IAuthenticateSip, IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Snapshot _now = Snapshot.Empty;

    public IReadOnlyList<Person> All => _now.All;

    IReadOnlyList<RoleSummary> IKnowRoles.All => _now.Roles;

    public Person? Find(UserId id) => _now.ById.GetValueOrDefault(id)?.Person;

    public Person? FindByUserName(string userName) => _now.ByName.GetValueOrDefault(UserNames.Fold(userName))?.Person;

    public SipSecret? Find(string sipUser, string realm, string algorithm)
    {
        if (realm != DeskPhone.Realm || !_now.Phones.TryGetValue(UserNames.Fold(sipUser), out var phone) || Find(phone.UserId) is not { IsActive: true })
        {
            return null;
        }

        return algorithm.ToUpperInvariant() switch
        {
            "MD5" => new SipSecret(phone.UserId, phone.Ha1Md5),
            "SHA-256" when phone.Ha1Sha256.Length > 0 => new SipSecret(phone.UserId, phone.Ha1Sha256),
            _ => null,
        };
    }

    /// <summary>What the module itself knows of a person beyond what others see.</summary>
    internal KnownPerson? Know(UserId id) => _now.ById.GetValueOrDefault(id);

    internal IEnumerable<KnownPerson> KnowAll() => _now.ById.Values;

    internal async Task ReadAsync()
    {
        // One reader at a time: the last one to be asked reads last, so an older reading never replaces a newer one.
        await _reading.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            _now = await ReadAsync(scope.ServiceProvider.GetRequiredService<IdentityDb>());
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Snapshot> ReadAsync(IdentityDb db)
    {
        var roles = await db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Code);
        var guarded = (await db.TwoFactors.AsNoTracking().Where(f => f.Secret != null).Select(f => f.UserId).ToListAsync()).ToHashSet();
        var phones = await db.DeskPhones.AsNoTracking().ToListAsync();
        var withPhone = phones.Select(p => p.UserId).ToHashSet();
        var users = await db.Users.AsNoTracking().ToListAsync();
        var people = users.ConvertAll(user =>
        {
            var permissions = user.Roles.Where(roles.ContainsKey).SelectMany(code => catalog.Of(roles[code])).ToFrozenSet(StringComparer.Ordinal);
            var person = new Person(user.Id, user.UserName, user.DisplayName, user.Language, user.IsActive, permissions)
            {
                Email = user.Email,
                Roles = user.Roles.Where(roles.ContainsKey).ToFrozenSet(StringComparer.Ordinal),
            };
            return new KnownPerson(person, user.Theme, user.Roles, roles.GetValueOrDefault(user.Roles.First())?.Order ?? int.MaxValue, guarded.Contains(user.Id), withPhone.Contains(user.Id));
        });
        return new Snapshot(
            people.ToFrozenDictionary(p => p.Person.Id),
            people.ToFrozenDictionary(p => p.Person.UserName, StringComparer.Ordinal),
            phones.ToFrozenDictionary(p => p.SipUser, StringComparer.Ordinal),
            [.. people.Select(p => p.Person).OrderBy(p => p.UserName, StringComparer.Ordinal)],
            [.. roles.Values.OrderBy(r => r.Order).Select(r => new RoleSummary(r.Code, r.Names))]);
    }

    private sealed record Snapshot(
        FrozenDictionary<UserId, KnownPerson> ById,
        FrozenDictionary<string, KnownPerson> ByName,
        FrozenDictionary<string, DeskPhone> Phones,
        IReadOnlyList<Person> All,
        IReadOnlyList<RoleSummary> Roles)
    {
        public static Snapshot Empty { get; } = new(
            FrozenDictionary<UserId, KnownPerson>.Empty, FrozenDictionary<string, KnownPerson>.Empty, FrozenDictionary<string, DeskPhone>.Empty, [], []);
    }
}

/// <summary>A person with what only this module shows.</summary>
/// <param name="Rank">The place of his main role among the roles.</param>
internal sealed record KnownPerson(Person Person, Theme Theme, CodeSet Roles, int Rank, bool HasTwoFactor, bool HasDeskPhone);

/// <summary>Told after each save that changes who may do what: memory first, then everybody who listens.</summary>
internal sealed class PeopleChanges(People people, IServiceProvider services)
{
    public async Task TellAsync()
    {
        await people.ReadAsync();
        TellSessionsEnded();
    }

    public async Task TellDeskPhoneAsync(string sipUser)
    {
        await TellAsync();
        foreach (var listener in services.GetServices<IHearDeskPhoneChange>())
        {
            listener.DeskPhoneChanged(sipUser);
        }
    }

    /// <summary>Nobody's rights changed, but somebody is signed out: live connections look again.</summary>
    public void TellSessionsEnded()
    {
        // Asked for late: those who listen may themselves ask who people are.
        foreach (var listener in services.GetServices<IHearPeopleChange>())
        {
            listener.PeopleChanged();
        }
    }
}

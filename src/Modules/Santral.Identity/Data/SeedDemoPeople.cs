using Santral.Identity.Access;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>The demo's fifteen people; password and desk phone secret are `demo`, the one exception from the password rules.</summary>
internal sealed class SeedDemoPeople(IdentityDb db, Passwords passwords, PeopleChanges changes, TimeProvider clock) : ISeedDemo
{
    private const string Secret = "demo";

    private static readonly (string UserName, string DisplayName, string Language, string Roles)[] People =
    [
        ("admin", "Zeynep Kılıç", "tr", Role.Admin),
        ("supervisor1", "Hakan Aydın", "tr", "supervisor"),
        ("agent1", "Faruk Demir", "tr", "agent"),
        ("agent2", "Elif Şahin", "tr", "agent"),
        ("tech1", "Burak Öztürk", "tr", "technical_agent"),
        ("tech2", "Gizem Çelik", "tr", "technical_agent"),
        ("expert1", "Oğuz Yıldırım", "tr", "technical_agent"),
        ("corporate1", "Selin Arslan", "tr", "agent"),
        ("service1", "İbrahim Koç", "tr", "service_staff"),
        ("field1", "Murat Güneş", "tr", "technician"),
        ("field2", "Ümit Kaya", "tr", "technician"),
        ("buyer1", "Derya Aksoy", "tr", "buyer"),
        ("store1", "Serkan Polat", "tr", "store"),
        ("accountant1", "Nihal Erdoğan", "tr", "accountant"),
        ("agent3", "Åsa Lindqvist", "sv", "agent"),
    ];

    public int Order => 10;

    public async Task SeedAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // One hash for all: everybody may read the password here, and fifteen slow hashes would be felt at the start.
        var hash = passwords.Hash(Secret);
        foreach (var (userName, displayName, language, roles) in People)
        {
            var user = User.Add(Id.New<UserId>(clock), userName, displayName, language, CodeSet.Parse(roles), now);
            user.TakePassword(hash);
            user.ReachAt($"{userName}@ekip.example");
            db.Users.Add(user);
            var phone = DeskPhone.For(user.Id, DeskPhone.SipUserOf(userName));
            phone.TakeSecret(Secret, now);
            db.DeskPhones.Add(phone);
        }

        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
    }
}

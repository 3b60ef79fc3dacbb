using Microsoft.EntityFrameworkCore;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>
/// The roles every installation begins with, put in place once: a role the organisation changed stays as it changed it,
/// one that nobody ever changed follows this version, so that it may do what new parts of the product ask for.
/// Then everybody and the organisation are read into memory.
/// </summary>
internal sealed class SeedRoles(IdentityDb db, PeopleChanges changes, OrganisationInMemory organisation, TimeProvider clock) : IPrepare
{
    private static readonly string[] Agent =
        ["billing.read", "calls.hear_own", "calls.log", "calls.take", "customers.read", "customers.sales", "customers.subscriptions", "customers.write", "knowledge.read", "mailroom.write", "requests.assign", "requests.merge", "requests.read", "requests.write"];

    private static readonly (string Code, Names Names, string[] Permissions)[] Roles =
    [
        (Role.Admin, new Names("Yönetici", "Administratör", "Administrator"), []),
        ("supervisor", new Names("Takım lideri", "Gruppledare", "Supervisor"),
            [.. Agent, "calls.hear_team", "calls.settings", "calls.supervise", "clocks.settings", "customers.identity", "customers.settings", "definitions.settings", "identity.audit", "ivr.edit", "ivr.read", "knowledge.write", "mailroom.settings", "processes.settings", "queues.agents", "queues.reports", "queues.settings", "queues.watch", "requests.all_units", "requests.categorise", "requests.export", "requests.settings", "workplace.announce"]),
        ("agent", new Names("Müşteri temsilcisi", "Handläggare", "Agent"), Agent),
        ("technical_agent", new Names("Teknik destek uzmanı", "Tekniker i supporten", "Technical agent"), Agent),
        ("back_office", new Names("Arka ofis", "Back office", "Back office"),
            ["billing.read", "customers.identity", "customers.read", "customers.sales", "customers.subscriptions", "customers.write", "knowledge.read", "mailroom.write", "requests.assign", "requests.categorise", "requests.merge", "requests.read", "requests.write"]),
        ("service_staff", new Names("Yetkili servis personeli", "Behörig servicepersonal", "Authorised service staff"), [.. Agent, "customers.identity", "requests.categorise"]),
        ("technician", new Names("Teknisyen", "Fälttekniker", "Technician"), ["customers.read", "knowledge.read", "mailroom.write", "requests.read", "requests.write"]),
        ("buyer", new Names("Satın alma", "Inköpare", "Buyer"), ["requests.all_units", "requests.read"]),
        ("store", new Names("Depo", "Lager", "Store"), ["requests.all_units", "requests.read"]),
        ("accountant", new Names("Muhasebe", "Ekonomi", "Accountant"), ["billing.read", "customers.read", "requests.all_units", "requests.read"]),
    ];

    public int Order => 0;

    public async Task PrepareAsync(CancellationToken stop)
    {
        if (!await db.Roles.AnyAsync(stop))
        {
            foreach (var (index, role) in Roles.Index())
            {
                db.Roles.Add(Role.Define(Id.New<RoleId>(clock), role.Code, role.Names, role.Permissions, index));
            }

            await db.SaveChangesAsync(stop);
        }
        else
        {
            await RenewUntouchedAsync(stop);
        }

        await organisation.ReadAsync();
        await changes.TellAsync();
    }

    private async Task RenewUntouchedAsync(CancellationToken stop)
    {
        var touched = await db.AuditTrail.Where(a => a.Entity == nameof(Role) && a.UserId != null).Select(a => a.EntityId).Distinct().ToListAsync(stop);
        foreach (var role in await db.Roles.ToListAsync(stop))
        {
            var now = Roles.FirstOrDefault(r => r.Code == role.Code);
            if (now.Code is not null && !role.HoldsAll && !touched.Contains(role.AuditId) && !role.Permissions.ToHashSet().SetEquals(now.Permissions))
            {
                role.Describe(role.Names, now.Permissions);
            }
        }

        await db.SaveChangesAsync(stop);
    }
}

using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Jobs;

/// <summary>The demo's seven teams with their people, open day and night. The other technician is in none: he works for all units.</summary>
public sealed class SeedTeams(QueuesDb db, TeamBook book, QueueSet queues, IKnowPeople people, TimeProvider clock) : ISeedDemo
{
    private static readonly (string Code, string Unit, string Zone, Names Names, string[] Members)[] Teams =
    [
        ("customer_services", "internet", "Europe/Istanbul", new("Müşteri Hizmetleri", "Kundtjänst", "Customer Services"), ["agent1", "agent2"]),
        ("technical_support", "internet", "Europe/Istanbul", new("Teknik Destek", "Teknisk support", "Technical Support"), ["tech1", "tech2"]),
        ("advanced_support", "internet", "Europe/Istanbul", new("İleri Destek", "Avancerad support", "Advanced Support"), ["expert1"]),
        ("corporate_services", "internet", "Europe/Istanbul", new("Kurumsal Hizmetler", "Företagstjänster", "Corporate Services"), ["corporate1"]),
        ("field_service", "internet", "Europe/Istanbul", new("Saha Ekibi", "Fältteam", "Field Team"), ["field2"]),
        ("appliance_service", "appliance", "Europe/Istanbul", new("Beyaz Eşya Servisi", "Vitvaruservice", "Appliance Service"), ["service1", "agent2"]),
        ("citizen_services", "municipal", "Europe/Stockholm", new("Yurttaş Hizmetleri", "Medborgarservice", "Citizen Services"), ["agent3"]),
    ];

    public int Order => 20;

    public async Task SeedAsync(CancellationToken stop)
    {
        var known = await db.Teams.Select(t => t.Code).ToListAsync(stop);
        foreach (var (code, unit, zone, names, members) in Teams.Where(t => !known.Contains(t.Code)))
        {
            var team = new Team(Id.New<TeamId>(clock), code, names, unit, zone);
            team.Staff(members.Select(people.FindByUserName).OfType<Person>().Select(p => (p.Id, 0)));
            db.Teams.Add(team);
        }

        await db.SaveChangesAsync(stop);
        await book.LoadAsync(db, stop);
        await queues.DoAsync(new QueueInput.TeamsChanged(book.Rules));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;
using Santral.Queues.Data;
using Santral.Queues.Live;

namespace Santral.LoadBench.Making;

/// <summary>Fifty people `load01` … `load50` in the demo's teams, four of them supervisors; their password is the demo's.</summary>
internal static class MakeAgents
{
    public const int Count = 50;
    public const string Password = "demo";

    private const int Supervisors = 4;

    private static readonly (string Team, int Weight)[] Teams =
        [("customer_services", 18), ("technical_support", 12), ("advanced_support", 3), ("appliance_service", 10), ("citizen_services", 7)];

    public static string NameOf(int agent) => $"load{agent:00}";

    public static async Task<IReadOnlyList<Person>> RunAsync(IServiceProvider services, Chance chance, CancellationToken stop)
    {
        var people = services.GetRequiredService<IKnowPeople>();
        if (people.FindByUserName(NameOf(1)) is null)
        {
            await AddAsync(services, chance, stop);
        }

        return [.. Enumerable.Range(1, Count).Select(n => people.FindByUserName(NameOf(n))!)];
    }

    private static async Task AddAsync(IServiceProvider services, Chance chance, CancellationToken stop)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var identity = services.GetRequiredService<IdentityDb>();
        var hash = services.GetRequiredService<Passwords>().Hash(Password);
        var joins = new List<(UserId User, string Team)>();
        for (var n = 1; n <= Count; n++)
        {
            var team = chance.Weighted(Teams);
            var isSwedish = team == "citizen_services";
            var name = $"{InventedWords.First(chance, isSwedish)} {InventedWords.Last(chance, isSwedish)}";
            var user = User.Add(
                Id.New<UserId>(clock), NameOf(n), name, isSwedish ? "sv" : "tr", CodeSet.Parse(n <= Count - Supervisors ? "agent" : "supervisor"), clock.GetUtcNow());
            user.TakePassword(hash);
            identity.Users.Add(user);
            joins.Add((user.Id, team));
        }

        await identity.SaveChangesAsync(stop);
        await services.GetRequiredService<PeopleChanges>().TellAsync();

        var queues = services.GetRequiredService<QueuesDb>();
        foreach (var team in await queues.Teams.ToListAsync(stop))
        {
            team.Staff([.. team.Members.Select(m => (m.Agent, m.Priority)), .. joins.Where(j => j.Team == team.Code).Select(j => (j.User, 0))]);
            queues.Entry(team).State = EntityState.Modified;
        }

        await queues.SaveChangesAsync(stop);
        await services.GetRequiredService<TeamBook>().LoadAsync(queues, stop);
    }
}

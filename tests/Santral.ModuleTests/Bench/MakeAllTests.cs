using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Search;
using Santral.LoadBench.Making;
using Santral.ModuleTests.Requests;
using Santral.Requests.Data;
using Santral.Search.Data;
using Santral.Search.Domain;

namespace Santral.ModuleTests.Bench;

/// <summary>What the load bench writes in bulk is what the product would have written.</summary>
public sealed class MakeAllTests(Installation installation) : IClassFixture<Installation>
{
    private const int Many = 120;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_made_request_reads_like_one_that_was_opened_at_the_desk()
    {
        await MakeAsync(seed: 3);
        var supervisor = await installation.AsAsync("supervisor1");
        var ordinary = await supervisor.ADescribedRequestAsync("Karşılaştırılan konu");
        await supervisor.PostAsJsonAsync($"/api/requests/{ordinary.IdOf()}/notes", new { text = "Karşılaştırılan not" }, Stop);
        await supervisor.PostAsJsonAsync($"/api/requests/{ordinary.IdOf()}/stage", new { version = ordinary.VersionOf(), stage = "examined" }, Stop).BodyAsync();
        var ordinaryTimeline = (await supervisor.TimelineAsync(ordinary.IdOf())).ToLookup(e => e.TextOf("kind"));
        var ordinaryShape = ShapeOf(await supervisor.GetAsync($"/api/requests/{ordinary.IdOf()}", Stop).BodyAsync());

        var made = await supervisor.ItemsAsync("/api/requests?unit=internet&kind=action&take=50&sort=-number&merged=all");

        made.Count.ShouldBeGreaterThan(10);
        foreach (var row in made.Where(r => r.IdOf() != ordinary.IdOf()))
        {
            var card = await supervisor.GetAsync($"/api/requests/{row.IdOf()}", Stop).BodyAsync();
            ShapeOf(card).ShouldBe(ordinaryShape);
            foreach (var entry in await supervisor.TimelineAsync(row.IdOf()))
            {
                if (ordinaryTimeline[entry.TextOf("kind")].FirstOrDefault() is { ValueKind: JsonValueKind.Object } alike)
                {
                    ShapeOf(entry).ShouldBe(ShapeOf(alike));
                }
            }
        }
    }

    [Fact]
    public async Task A_made_request_is_worked_on_like_any_other()
    {
        await MakeAsync(seed: 4);
        var supervisor = await installation.AsAsync("supervisor1");
        var row = (await supervisor.ItemsAsync("/api/requests?kind=action&stage=open&unit=internet&priority=high,normal")).First(r => r.GetProperty("stage").TextOf("kind") != "approval");
        var card = await supervisor.GetAsync($"/api/requests/{row.IdOf()}", Stop).BodyAsync();

        var saved = await supervisor.PutAsJsonAsync($"/api/requests/{row.IdOf()}", new { version = card.VersionOf(), kind = "action", subject = "Yapılmış kayıt düzeltildi" }, Stop).BodyAsync();
        await supervisor.PostAsJsonAsync($"/api/requests/{row.IdOf()}/notes", new { text = "Kuşburnu notu" }, Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        saved.VersionOf().ShouldBe(card.VersionOf() + 1);
        (await supervisor.TimelineAsync(row.IdOf())).ShouldContain(e => e.TextOf("kind") == "note" && e.GetProperty("note").TextOf("text") == "Kuşburnu notu");
        (await supervisor.ItemsAsync("/api/requests?text=yapilmis kayit")).ShouldHaveSingleItem().IdOf().ShouldBe(row.IdOf());
        (await supervisor.GetAsync("/api/search?q=kuşburnu", Stop).BodyAsync()).GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(row.IdOf());
    }

    [Fact]
    public async Task What_is_searched_and_when_it_is_due_stands_as_the_product_would_write_it_now()
    {
        await MakeAsync(seed: 5);
        await using var scope = installation.Services.CreateAsyncScope();
        var (requests, search) = (scope.ServiceProvider.GetRequiredService<RequestsDb>(), scope.ServiceProvider.GetRequiredService<SearchDb>());
        var ids = await requests.Requests.OrderByDescending(r => r.NumberOrder).Select(r => r.Id).Take(Many).ToListAsync(Stop);
        foreach (var request in await requests.Requests.Include(r => r.Search).Where(r => ids.Contains(r.Id)).ToListAsync(Stop))
        {
            var stored = request.Search.Text;
            request.Search.Follow(request, request.CustomerId is null ? null : (await NameOfAsync(scope, request.CustomerId.Value)));
            request.Search.Text.ShouldBe(stored);
        }

        foreach (var provider in scope.ServiceProvider.GetServices<IProvideFindable>().Where(p => p.Kind != "article"))
        {
            var all = await provider.AllAsync(Stop).ToListAsync(Stop);
            var documents = await search.Documents.Where(d => d.Kind == provider.Kind).ToDictionaryAsync(d => d.RecordId, Stop);
            foreach (var record in await provider.FindAsync(all, Stop))
            {
                documents[record.Id].Follow(record).ShouldBeFalse();
                (await search.Keys.Where(k => k.Sequence == documents[record.Id].Sequence).Select(k => k.Key).ToListAsync(Stop)).Order(StringComparer.Ordinal)
                    .ShouldBe(SearchKey.Of(record).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_same_seed_tells_the_same_stories()
    {
        var at = TimeProvider.System.GetUtcNow();
        (await MakeAsync(seed: 6, at)).Entries.ShouldBe((await MakeAsync(seed: 6, at)).Entries);

        await using var scope = installation.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<RequestsDb>().Requests.AsNoTracking()
            .Where(r => r.OpeningKey != null && r.ChangedAt <= at).OrderByDescending(r => r.Id).Take(4 * Many).ToListAsync(Stop);
        var twice = all.GroupBy(r => (r.OpenedAt, r.Subject, r.Text, r.StageCode, r.ChangedAt, r.Clocks.DueAt)).Count(g => g.Count() > 1);
        twice.ShouldBeGreaterThan(Many / 2);
    }

    private static async Task<string?> NameOfAsync(AsyncServiceScope scope, Santral.Contracts.Customers.CustomerId customer)
        => (await scope.ServiceProvider.GetRequiredService<Santral.Contracts.Customers.IFindCustomer>().FindAsync(customer, Stop))?.Name;

    private async Task<Made> MakeAsync(int seed, DateTimeOffset? end = null)
    {
        var made = await MakeAll.RunAsync(installation.Services, new Order(Many, seed, end ?? TimeProvider.System.GetUtcNow()), _ => { }, Stop);
        made.Requests.ShouldBeInRange(Many, Many + 5);
        made.Entries.ShouldBeGreaterThan(4 * Many);
        return made;
    }

    /// <summary>Names of what is there, down to the ground; what may be missing or many counts as there.</summary>
    private static string ShapeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(p => p.Name))}}}",
        _ => element.ValueKind.ToString(),
    };
}

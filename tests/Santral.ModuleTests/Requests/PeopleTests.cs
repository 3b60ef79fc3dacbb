using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Queues;
using Santral.Contracts.Workplace;
using Santral.Requests.Data;

namespace Santral.ModuleTests.Requests;

/// <summary>Who works on a request, who follows it, and how they hear of it.</summary>
[Collection(RequestsCollection.Name)]
public sealed class PeopleTests(Installation installation)
{
    [Fact]
    [Requirement("W-S04")]
    public async Task The_new_owner_finds_it_among_his_own_and_is_told_and_both_owners_stand_in_the_history()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Devredilen iş");

        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = installation.PersonOf("tech1").Value }, Given.Stop).BodyAsync();

        (await (await installation.AsAsync("tech1")).ItemsAsync("/api/requests?owner=me&text=devredilen")).ShouldHaveSingleItem();
        var told = (await NoticesAsync(card.IdOf())).ShouldHaveSingleItem();
        told.Kind.ShouldBe(NoticeKind.Assigned);
        told.To.ShouldBe([installation.PersonOf("tech1")]);
        told.Args["number"].ShouldBe(card.NumberOf());
        var field = (await agent.TimelineAsync(card.IdOf())).Last(e => e.TextOf("kind") == "change").GetProperty("change").GetProperty("fields").EnumerateArray().Single();
        (field.TextOf("from"), field.TextOf("to")).ShouldBe(("Faruk Demir", "Burak Öztürk"));
    }

    [Fact]
    public async Task The_timeline_calls_people_by_their_names()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Kim yaptı");

        (await agent.TimelineAsync(card.IdOf())).Where(e => e.TextOf("kind") == "change").ShouldAllBe(e => e.GetProperty("by").TextOf("name") == "Faruk Demir");
    }

    [Fact]
    public async Task Who_watches_is_told_of_notes_and_stages_and_no_form_gets_stale()
    {
        var agent = await installation.AsAsync("agent1");
        var watcher = await installation.AsAsync("tech2");
        var card = await agent.ADescribedRequestAsync("İzlenen");
        var me = installation.PersonOf("tech2");

        var watched = await watcher.PutAsJsonAsync($"/api/requests/{card.IdOf()}/watchers/{me}", new { }, Given.Stop).BodyAsync();
        await watcher.PutAsJsonAsync($"/api/requests/{card.IdOf()}/watchers/{me}", new { }, Given.Stop).BodyAsync();

        watched.GetProperty("watchers").EnumerateArray().ShouldHaveSingleItem().IdOf().ShouldBe(me.ToString());
        watched.VersionOf().ShouldBe(card.VersionOf());
        (await watcher.ItemsAsync("/api/requests?watched=me")).ShouldContain(r => r.IdOf() == card.IdOf());
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "Haber" }, Given.Stop).BodyAsync();
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage = "examined" }, Given.Stop).BodyAsync();
        (await NoticesAsync(card.IdOf())).Where(n => n.Kind == NoticeKind.Watched && n.To.Contains(me)).Select(n => n.TextKey).ShouldBe(["notice.request_note", "notice.request_stage"], ignoreOrder: true);
        (await watcher.DeleteAsync($"/api/requests/{card.IdOf()}/watchers/{me}", Given.Stop)).IsSuccessStatusCode.ShouldBeTrue();
        (await watcher.ItemsAsync("/api/requests?watched=me")).ShouldNotContain(r => r.IdOf() == card.IdOf());
    }

    [Fact]
    public async Task Who_only_reads_watches_for_himself_only()
    {
        var card = await (await installation.AsAsync("agent1")).ADescribedRequestAsync("Okunan");
        var reader = await installation.AsAsync("store1");

        await reader.PutAsJsonAsync($"/api/requests/{card.IdOf()}/watchers/{installation.PersonOf("tech1")}", new { }, Given.Stop)
            .ShouldBeRefusedAsync("requests.watch_oneself_only", HttpStatusCode.Forbidden);
        (await reader.PutAsJsonAsync($"/api/requests/{card.IdOf()}/watchers/{installation.PersonOf("store1")}", new { }, Given.Stop)).IsSuccessStatusCode.ShouldBeTrue();
        await (await installation.AsAsync("agent1")).PutAsJsonAsync($"/api/requests/{card.IdOf()}/watchers/{Guid.Empty}", new { }, Given.Stop)
            .ShouldBeRefusedAsync("requests.watcher_unknown");
    }

    [Fact]
    public async Task A_team_of_another_unit_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Ekip");
        var foreign = installation.Services.GetRequiredService<IKnowTeams>().FindByCode("citizen_services")!;

        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/team", new { version = card.VersionOf(), teamId = foreign.Id.Value }, Given.Stop)
            .ShouldBeRefusedAsync("requests.team_of_another_unit", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_same_tag_in_another_writing_is_one_and_two_who_tag_at_once_both_win()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Etiketli");
        var address = $"/api/requests/{card.IdOf()}/tags";

        await agent.PostAsJsonAsync(address, new { add = new[] { "IŞIK", "ışık", "Kırmızı" } }, Given.Stop).BodyAsync();
        var tagged = await agent.PostAsJsonAsync(address, new { add = new[] { "isik", "yeni" }, remove = new[] { "KIRMIZI" } }, Given.Stop).BodyAsync();

        tagged.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["IŞIK", "yeni"]);
        tagged.VersionOf().ShouldBe(card.VersionOf());
        (await agent.ItemsAsync("/api/requests?tag=Işık&text=etiketli")).ShouldHaveSingleItem();
        (await agent.GetAsync("/api/requests/tags?begins=işı", Given.Stop).BodyAsync()).EnumerateArray().Select(t => t.GetString()).ShouldContain("IŞIK");
        await agent.PostAsJsonAsync(address, new { add = new[] { "a,b" } }, Given.Stop).ShouldBeRefusedAsync("requests.tag_invalid");
        await agent.PostAsJsonAsync(address, new { add = new[] { new string('x', 41) } }, Given.Stop).ShouldBeRefusedAsync("requests.tag_invalid");
        await agent.PostAsJsonAsync(address, new { add = Enumerable.Range(0, 19).Select(n => $"t{n}") }, Given.Stop).ShouldBeRefusedAsync("requests.too_many_tags");
    }

    /// <summary>What the requests' own outbox tells people about one request.</summary>
    private async Task<List<NoticeDue>> NoticesAsync(string id)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var name = FactNames.NameOf(typeof(NoticeDue));
        var rows = await db.Outbox.AsNoTracking().Where(o => o.Name == name && o.Body.Contains(id)).OrderBy(o => o.Sequence).ToListAsync(Given.Stop);
        return rows.ConvertAll(o => JsonSerializer.Deserialize<NoticeDue>(o.Body, SantralJson.Options)!);
    }
}

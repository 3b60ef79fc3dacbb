using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using System.Text.Json;
using Santral.Contracts.Requests;
using Santral.Requests.Data;

namespace Santral.ModuleTests.Requests;

/// <summary>Two requests about the same matter become one, and can become two again.</summary>
[Collection(RequestsCollection.Name)]
public sealed class MergeRequestsTests(Installation installation)
{
    private static readonly string[] Fields =
        ["subject", "text", "category", "priority", "contactMethod", "customer", "product", "owner", "team", "answer", "work", "place", "wantedOn"];

    [Fact]
    public async Task Everything_goes_along_fields_are_chosen_and_the_number_leads_on()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();
        var opened = await agent.ARequestAsync(new { callId = call.Id.Value });
        var from = await agent.ChangeAsync(await agent.CardAsync(opened.IdOf()), ("kind", "action"), ("subject", "İnternet sürekli gidiyor"), ("priorityId", installation.PriorityOf("urgent")));
        await agent.PostAsJsonAsync($"/api/requests/{from.IdOf()}/notes", new { text = "Birincinin notu" }, Given.Stop).BodyAsync();
        await agent.PostAsJsonAsync($"/api/requests/{from.IdOf()}/tags", new { add = new[] { "kesinti" } }, Given.Stop).BodyAsync();
        await agent.PutAsJsonAsync($"/api/requests/{from.IdOf()}/watchers/{installation.PersonOf("tech1")}", new { }, Given.Stop).BodyAsync();
        var relative = await agent.ADescribedRequestAsync("Komşusu");
        await agent.PutAsJsonAsync($"/api/requests/{from.IdOf()}/related/{relative.IdOf()}", new { }, Given.Stop).BodyAsync();
        var into = await agent.ADescribedRequestAsync("Modem bağlantıyı kesiyor");
        from = await agent.CardAsync(from.IdOf());

        var merged = await MergeAsync(agent, from, into, "priority").BodyAsync();

        merged.IdOf().ShouldBe(into.IdOf());
        merged.TextOf("subject").ShouldBe("Modem bağlantıyı kesiyor");
        merged.GetProperty("priority").TextOf("code").ShouldBe("urgent");
        merged.GetProperty("tags")[0].GetString().ShouldBe("kesinti");
        merged.GetProperty("watchers").EnumerateArray().Select(w => w.IdOf()).ShouldContain(installation.PersonOf("tech1").ToString());
        merged.GetProperty("calls")[0].GetGuid().ShouldBe(call.Id.Value);
        merged.GetProperty("related")[0].IdOf().ShouldBe(relative.IdOf());
        merged.GetProperty("merged")[0].NumberOf().ShouldBe(from.NumberOf());
        var notes = (await agent.TimelineAsync(into.IdOf())).Where(e => e.TextOf("kind") == "note").ToList();
        notes.ShouldHaveSingleItem().TextOf("from").ShouldBe(from.NumberOf());

        var itself = await agent.CardAsync(from.IdOf());
        itself.NumberOf().ShouldBe(from.NumberOf());
        itself.GetProperty("mergedInto").IdOf().ShouldBe(into.IdOf());
        itself.GetProperty("stages").GetArrayLength().ShouldBe(0);
        (await agent.ItemsAsync("/api/requests?text=surekli gidiyor")).ShouldHaveSingleItem().GetProperty("mergedIntoId").GetString().ShouldBe(into.IdOf());
        (await agent.ItemsAsync("/api/requests?stage=open&take=200")).ShouldNotContain(r => r.IdOf() == from.IdOf());
        (await agent.ItemsAsync($"/api/requests?call={call.Id}")).ShouldHaveSingleItem().IdOf().ShouldBe(into.IdOf());
    }

    [Fact]
    public async Task Nothing_on_the_merged_one_changes_any_more()
    {
        var agent = await installation.AsAsync("agent1");
        var (from, into) = (await agent.ADescribedRequestAsync("Biten"), await agent.ADescribedRequestAsync("Kalan"));
        await MergeAsync(agent, from, into).BodyAsync();
        from = await agent.CardAsync(from.IdOf());
        var address = $"/api/requests/{from.IdOf()}";

        await agent.PutAsJsonAsync(address, from.BodyOf(("subject", "Yine de")), Given.Stop).ShouldBeRefusedAsync("requests.merged", HttpStatusCode.Conflict);
        await agent.PostAsJsonAsync($"{address}/notes", new { text = "x" }, Given.Stop).ShouldBeRefusedAsync("requests.merged");
        await agent.PostAsJsonAsync($"{address}/stage", new { version = from.VersionOf(), stage = "examined" }, Given.Stop).ShouldBeRefusedAsync("requests.merged");
        await agent.PutAsJsonAsync($"{address}/owner", new { version = from.VersionOf() }, Given.Stop).ShouldBeRefusedAsync("requests.merged");
        await agent.PostAsJsonAsync($"{address}/tags", new { add = new[] { "x" } }, Given.Stop).ShouldBeRefusedAsync("requests.merged");
        await agent.PutAsJsonAsync($"{address}/related/{into.IdOf()}", new { }, Given.Stop).ShouldBeRefusedAsync("requests.merged");
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused()
    {
        var agent = await installation.AsAsync("agent2");
        var one = await agent.ADescribedRequestAsync("Bir", unit: "internet");
        var two = await agent.ADescribedRequestAsync("İki", unit: "internet");
        var three = await agent.ADescribedRequestAsync("Üç", unit: "internet");
        var foreign = await agent.ADescribedRequestAsync("Başka birim", unit: "appliance");

        await MergeAsync(agent, one, one).ShouldBeRefusedAsync("requests.merge_with_itself");
        await MergeAsync(agent, one, foreign).ShouldBeRefusedAsync("requests.merge_across_units");
        await MergeAsync(agent, one, two, "shoe_size").ShouldBeRefusedAsync("requests.merge_field_unknown");
        await agent.PostAsJsonAsync($"/api/requests/{one.IdOf()}/merge", new { version = one.VersionOf() + 1, intoId = two.IdOf(), intoVersion = two.VersionOf() }, Given.Stop)
            .ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await agent.PostAsJsonAsync($"/api/requests/{one.IdOf()}/merge", new { version = one.VersionOf(), intoId = two.IdOf(), intoVersion = two.VersionOf() + 1 }, Given.Stop)
            .ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await agent.PostAsJsonAsync($"/api/requests/{one.IdOf()}/merge", new { version = one.VersionOf(), intoId = Guid.Empty, intoVersion = 1 }, Given.Stop)
            .ShouldBeRefusedAsync("requests.unknown");
        (await (await installation.AsAsync("field1")).PostAsJsonAsync($"/api/requests/{one.IdOf()}/merge", new { version = 1, intoId = two.IdOf(), intoVersion = 1 }, Given.Stop))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        two = await MergeAsync(agent, one, two).BodyAsync();
        one = await agent.CardAsync(one.IdOf());
        await MergeAsync(agent, one, two).ShouldBeRefusedAsync("requests.merged", HttpStatusCode.Conflict);
        await MergeAsync(agent, three, one).ShouldBeRefusedAsync("requests.merge_target_merged", HttpStatusCode.Conflict);
        await UnmergeAsync(agent, three).ShouldBeRefusedAsync("requests.not_merged");

        // A chain is taken back from its end.
        three = await MergeAsync(agent, two, three).BodyAsync();
        (await agent.TimelineAsync(three.IdOf())).ShouldContain(e => e.TextOf("kind") == "merge");
        await UnmergeAsync(agent, one).ShouldBeRefusedAsync("requests.unmerge_later_first");
        await UnmergeAsync(agent, await agent.CardAsync(two.IdOf())).BodyAsync();
        (await UnmergeAsync(agent, one).BodyAsync()).GetProperty("mergedInto").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_whole_is_not_merged_into_its_part()
    {
        var agent = await installation.AsAsync("agent1");
        var (whole, part) = (await agent.ADescribedRequestAsync("Bütün"), await agent.ADescribedRequestAsync("Parça"));
        part = await agent.PutAsJsonAsync($"/api/requests/{part.IdOf()}/parent", new { version = part.VersionOf(), parentId = whole.IdOf() }, Given.Stop).BodyAsync();

        await MergeAsync(agent, whole, part).ShouldBeRefusedAsync("requests.merge_into_part");
        (await MergeAsync(agent, part, whole).BodyAsync()).GetProperty("merged").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_after_the_merge_stays_with_the_one_that_remained()
    {
        var agent = await installation.AsAsync("agent1");
        var (from, into) = (await agent.ADescribedRequestAsync("Eski konu"), await agent.ADescribedRequestAsync("Yeni konu"));
        var merged = await MergeAsync(agent, from, into, "subject").BodyAsync();
        merged.TextOf("subject").ShouldBe("Eski konu");
        await agent.PostAsJsonAsync($"/api/requests/{into.IdOf()}/notes", new { text = "Sonradan" }, Given.Stop).BodyAsync();
        merged = await agent.ChangeAsync(await agent.CardAsync(into.IdOf()), ("subject", "Elle yazılan konu"));

        await UnmergeAsync(agent, await agent.CardAsync(from.IdOf())).BodyAsync();

        var after = await agent.CardAsync(into.IdOf());
        after.TextOf("subject").ShouldBe("Elle yazılan konu");
        (await agent.TimelineAsync(into.IdOf())).Where(e => e.TextOf("kind") == "note").ShouldHaveSingleItem().GetProperty("note").TextOf("text").ShouldBe("Sonradan");
        (await agent.TimelineAsync(from.IdOf())).ShouldNotContain(e => e.TextOf("kind") == "note");
    }

    /// <summary>For random requests, merged into one and taken back in random order, everything stored is as before.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Merge_then_unmerge_is_the_identity(int seed)
    {
        var random = new Random(seed);
        var agent = await installation.AsAsync("agent1");
        List<string> ids = [];
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await ARandomRequestAsync(agent, random, ids));
        }

        var before = await StoredAsync(ids);
        var into = ids[^1];
        var merged = ids[..^1].OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        foreach (var from in merged)
        {
            var take = Fields.Where(_ => random.Next(2) == 0).ToArray();
            await MergeAsync(agent, await agent.CardAsync(from), await agent.CardAsync(into), take).BodyAsync();
        }

        (await StoredAsync(ids)).ShouldNotBe(before);
        foreach (var from in merged.OrderBy(_ => random.Next()))
        {
            await UnmergeAsync(agent, await agent.CardAsync(from)).BodyAsync();
        }

        (await StoredAsync(ids)).ShouldBe(before);
    }

    private static Task<HttpResponseMessage> MergeAsync(HttpClient agent, JsonElement from, JsonElement into, params string[] take)
        => agent.PostAsJsonAsync($"/api/requests/{from.IdOf()}/merge", new { version = from.VersionOf(), intoId = into.IdOf(), intoVersion = into.VersionOf(), take }, Given.Stop);

    private static Task<HttpResponseMessage> UnmergeAsync(HttpClient agent, JsonElement from)
        => agent.PostAsJsonAsync($"/api/requests/{from.IdOf()}/unmerge", new { version = from.VersionOf() }, Given.Stop);

    private async Task<string> ARandomRequestAsync(HttpClient agent, Random random, List<string> earlier)
    {
        var call = random.Next(2) == 0 ? await installation.ACallAsync() : null;
        var opened = await agent.ARequestAsync(call is null ? new { } : new { callId = call.Id.Value });
        var id = opened.IdOf();
        var category = Pick(null, "connection_drops", "bill_unclear", "packaging");
        var card = await agent.ChangeAsync(
            await agent.CardAsync(id),
            ("kind", Pick("action", "information")),
            ("subject", Pick("Modem", "Fatura", "")),
            ("text", Pick("", "Uzun anlatım", "Kısa")),
            ("priorityId", installation.PriorityOf(Pick("low", "normal", "urgent")!)),
            ("categoryId", category is null ? null : installation.CategoryOf(category)),
            ("answers", category == "connection_drops" ? new Dictionary<string, string> { ["drops_a_day"] = "6" } : null),
            ("place", Pick(null, "Bornova", "Kadıköy")),
            ("work", Pick("", "Bakılacak")),
            ("wantedOn", Pick(null, "2026-12-01")));
        var tags = new[] { "kesinti", "Acele", "yeni", "bahar" }.Where(_ => random.Next(2) == 0).ToArray();
        await agent.PostAsJsonAsync($"/api/requests/{id}/tags", new { add = tags }, Given.Stop).BodyAsync();
        foreach (var person in new[] { "tech1", "tech2", "agent2" }.Where(_ => random.Next(2) == 0))
        {
            await agent.PutAsJsonAsync($"/api/requests/{id}/watchers/{installation.PersonOf(person)}", new { }, Given.Stop).BodyAsync();
        }

        foreach (var other in earlier.Where(_ => random.Next(3) == 0))
        {
            await agent.PutAsJsonAsync($"/api/requests/{id}/related/{other}", new { }, Given.Stop).BodyAsync();
        }

        if (random.Next(2) == 0)
        {
            await agent.PostAsJsonAsync($"/api/requests/{id}/notes", new { text = $"Not {random.Next(100)}" }, Given.Stop).BodyAsync();
        }

        var part = await agent.ADescribedRequestAsync("Parça");
        if (random.Next(2) == 0)
        {
            await agent.PutAsJsonAsync($"/api/requests/{part.IdOf()}/parent", new { version = part.VersionOf(), parentId = id }, Given.Stop).BodyAsync();
        }

        return card.IdOf();

        string? Pick(params string?[] values) => values[random.Next(values.Length)];
    }

    /// <summary>All rows that belong to these requests, but for when they changed and how often.</summary>
    private async Task<string> StoredAsync(IReadOnlyList<string> ids)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var keys = ids.Select(i => RequestId.From(Guid.Parse(i))).ToList();
        var requests = await db.Requests.AsNoTracking().Include(r => r.Tags).Include(r => r.Watchers).Include(r => r.Search).Include(r => r.Moves)
            .Where(r => keys.Contains(r.Id) || (r.ParentId != null && keys.Contains(r.ParentId.Value))).OrderBy(r => r.Id).ToListAsync(Given.Stop);
        var told = requests.Select(r =>
        {
            var values = db.Entry(r).Properties.Where(p => p.Metadata.Name is not ("Version" or "ChangedAt")).Select(p => $"{p.Metadata.Name}={p.CurrentValue}");
            var tags = r.Tags.Select(t => t.Name).Order(StringComparer.Ordinal);
            var watchers = r.Watchers.Select(w => w.UserId.ToString()).Order(StringComparer.Ordinal);
            return $"{string.Join(';', values)}|{string.Join(',', tags)}|{string.Join(',', watchers)}|{r.Search.Text}|{r.Moves.Count}";
        });
        var notes = (await db.Notes.AsNoTracking().Where(n => keys.Contains(n.RequestId)).ToListAsync(Given.Stop)).Select(n => $"{n.RequestId} {n.Text}").Order(StringComparer.Ordinal);
        var calls = (await db.LinkedCalls.AsNoTracking().Where(l => keys.Contains(l.RequestId)).ToListAsync(Given.Stop)).Select(l => $"{l.RequestId} {l.CallId} {l.By}").Order(StringComparer.Ordinal);
        var links = (await db.Links.AsNoTracking().Where(l => keys.Contains(l.FirstId) || keys.Contains(l.SecondId)).ToListAsync(Given.Stop))
            .Select(l => $"{l.FirstId} {l.SecondId} {l.By}").Order(StringComparer.Ordinal);
        return string.Join('\n', [.. told, .. notes, .. calls, .. links]);
    }
}

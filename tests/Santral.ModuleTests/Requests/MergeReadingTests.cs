using System.Text.Json;
using Santral.ModuleTests.Processes;

namespace Santral.ModuleTests.Requests;

/// <summary>
/// Merge then un-merge is the identity, as a person reads it: the whole page of random requests, what was promised about them, their
/// timelines, what was left half written, and where the lists show them. Other seeds with SANTRAL_TEST_LONG=1.
/// </summary>
[Collection(RequestsCollection.Name)]
public sealed class MergeReadingTests(Installation installation)
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1" ? 400 : 6;

    private static readonly string[] Fields =
        ["subject", "text", "category", "priority", "contactMethod", "customer", "product", "owner", "team", "answer", "work", "place", "wantedOn"];

    // A clock goes on while one reads it, every save counts a version, and a merge that was taken back is history.
    private static readonly HashSet<string> GoesOn = ["version", "changedAt", "asOf", "usedSeconds", "isCounting", "changesAt"];

    [Fact]
    public async Task Merge_then_unmerge_is_the_identity_of_all_that_is_read()
    {
        var agent = await installation.AsAsync("agent1");
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            List<string> ids = [];
            for (var i = 0; i < 3; i++)
            {
                ids.Add(await ARandomRequestAsync(agent, random, ids, isInto: i == 2));
            }

            var before = await ReadAsync(agent, ids);
            var others = ids[..^1].OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList();
            foreach (var from in others)
            {
                await MergeAsync(agent, from, ids[^1], [.. Fields.Where(_ => random.Next(2) == 0)]);
            }

            (await ReadAsync(agent, ids)).SequenceEqual(before).ShouldBeFalse($"seed {seed}: the merge changed nothing");
            foreach (var from in others.OrderBy(_ => random.Next()))
            {
                await agent.PostAsJsonAsync($"/api/requests/{from}/unmerge", new { version = (await agent.CardAsync(from)).VersionOf() }, Given.Stop).BodyAsync();
            }

            // Only what differs is told: all of it would fill pages.
            var after = await ReadAsync(agent, ids);
            before.Except(after).Select(gone => $"gone: {gone}").Concat(after.Except(before).Select(come => $"new: {come}")).ShouldBeEmpty($"seed {seed}");
            after.SequenceEqual(before).ShouldBeTrue($"seed {seed}: in another order");

            // A person keeps no more than a thousand drafts.
            foreach (var draft in ids.SelectMany(id => new[] { $"request:{id}:note", $"request:{id}:form" }))
            {
                await agent.DeleteAsync($"/api/drafts/{draft}", Given.Stop);
            }
        }
    }

    [Fact]
    public async Task The_call_of_the_other_one_answers_the_customer_only_as_long_as_they_are_one()
    {
        var agent = await installation.AsAsync("agent1");
        var into = (await agent.ADescribedRequestAsync("Cevap bekliyor")).IdOf();
        List<string> spoken = [await AnsweredAsync(), await AnsweredAsync()];
        foreach (var from in spoken)
        {
            await MergeAsync(agent, from, into, []);
        }

        (await FirstAnswerAsync()).ShouldBe("met");
        await UnmergeAsync(spoken[0]);
        (await FirstAnswerAsync()).ShouldBe("met", "the other call is still his");
        await UnmergeAsync(spoken[1]);
        (await FirstAnswerAsync()).ShouldBe("running");

        // An answer of its own stays when the call goes.
        await MergeAsync(agent, spoken[0], into, []);
        await agent.PostAsJsonAsync($"/api/requests/{into}/notes", new { text = "Sizi aradık.", customerSees = true }, Given.Stop).BodyAsync();
        await UnmergeAsync(spoken[0]);
        (await FirstAnswerAsync()).ShouldBe("met");

        async Task<string> AnsweredAsync()
        {
            var call = await installation.ACallAsync();
            await installation.HappenAsync(call.Answered);
            return (await agent.ARequestAsync(new { callId = call.Id.Value })).IdOf();
        }

        async Task UnmergeAsync(string from)
            => await agent.PostAsJsonAsync($"/api/requests/{from}/unmerge", new { version = (await agent.CardAsync(from)).VersionOf() }, Given.Stop).BodyAsync();

        async Task<string> FirstAnswerAsync()
            => (await agent.GetAsync($"/api/requests/{into}/clocks", Given.Stop).BodyAsync()).GetProperty("firstAnswer").GetProperty("face").TextOf("state");
    }

    private static async Task MergeAsync(HttpClient agent, string from, string into, string[] take)
        => await agent.PostAsJsonAsync(
            $"/api/requests/{from}/merge",
            new { version = (await agent.CardAsync(from)).VersionOf(), intoId = into, intoVersion = (await agent.CardAsync(into)).VersionOf(), take },
            Given.Stop).BodyAsync();

    private async Task<string> ARandomRequestAsync(HttpClient agent, Random random, List<string> earlier, bool isInto)
    {
        var call = await ACallOrNoneAsync(random);
        var id = (await agent.ARequestAsync(call is null ? new { } : new { callId = call.Id.Value })).IdOf();
        var category = Pick(null, "connection_drops", "bill_unclear", "packaging");
        var card = await agent.ChangeAsync(
            await agent.CardAsync(id),
            ("kind", Pick("action", "information")),
            ("subject", Pick("Modem", "Fatura", "Kapıda kimse yok")),
            ("text", Pick("", "Uzun anlatım", "Kısa")),
            ("priorityId", installation.PriorityOf(Pick("low", "normal", "urgent")!)),
            ("categoryId", category is null ? null : installation.CategoryOf(category)),
            ("answers", category == "connection_drops" ? new Dictionary<string, string> { ["drops_a_day"] = "6" } : null),
            ("product", Pick(null, "MDM-1", "MDM-2")),
            ("answer", Pick("", "Anlatıldı")),
            ("place", Pick(null, "Bornova", "Kadıköy")),
            ("work", Pick("", "Bakılacak")),
            ("wantedOn", Pick(null, "2026-12-01")));
        if (Pick(null, "tech1", "agent2") is { } owner)
        {
            await agent.PutAsJsonAsync($"/api/requests/{id}/owner", new { version = card.VersionOf(), userId = installation.PersonOf(owner).Value }, Given.Stop).BodyAsync();
        }

        await agent.PostAsJsonAsync($"/api/requests/{id}/tags", new { add = Some("kesinti", "Acele", "yeni", "bahar") }, Given.Stop).BodyAsync();
        foreach (var person in Some("tech1", "tech2", "agent2"))
        {
            await agent.PutAsJsonAsync($"/api/requests/{id}/watchers/{installation.PersonOf(person)}", new { }, Given.Stop).BodyAsync();
        }

        foreach (var other in Some([.. earlier]))
        {
            await agent.PutAsJsonAsync($"/api/requests/{id}/related/{other}", new { }, Given.Stop).BodyAsync();
        }

        foreach (var note in Some("Aradık", "Geri arayacak"))
        {
            await agent.PostAsJsonAsync($"/api/requests/{id}/notes", new { text = note, customerSees = random.Next(2) == 0 }, Given.Stop).BodyAsync();
        }

        foreach (var field in Some("note", "form"))
        {
            await agent.PutAsJsonAsync($"/api/drafts/request:{id}:{field}", new { body = $"Yarım {random.Next(100)}", device = "masa", edit = 1, knownVersion = 0 }, Given.Stop).BodyAsync();
        }

        if (random.Next(2) == 0)
        {
            await BelongAsync((await agent.ADescribedRequestAsync("Parça")).IdOf(), id);
        }

        if (random.Next(3) == 0)
        {
            await BelongAsync(id, (await agent.ADescribedRequestAsync("Bütün")).IdOf());
        }

        // One that is over can be followed elsewhere, but nothing is followed in it.
        foreach (var stage in Pick("", "examined", "waiting_customer", "examined resolved", isInto ? "" : "resolved closed")!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await agent.MoveAsync(await agent.CardAsync(id), stage).BodyAsync();
        }

        return id;

        async Task BelongAsync(string part, string whole)
            => await agent.PutAsJsonAsync($"/api/requests/{part}/parent", new { version = (await agent.CardAsync(part)).VersionOf(), parentId = whole }, Given.Stop).BodyAsync();

        string? Pick(params string?[] values) => values[random.Next(values.Length)];

        string[] Some(params string[] values) => [.. values.Where(_ => random.Next(2) == 0)];
    }

    private async Task<ACall?> ACallOrNoneAsync(Random random)
    {
        if (random.Next(3) == 0)
        {
            return null;
        }

        var call = await installation.ACallAsync();
        if (random.Next(2) == 0)
        {
            await installation.HappenAsync(call.Answered, call.Ended);
        }

        return call;
    }

    /// <summary>All that a person can read of these requests and of those that belong to them, value by value.</summary>
    private static async Task<List<string>> ReadAsync(HttpClient agent, IReadOnlyList<string> ids)
    {
        List<string> read = [];
        foreach (var id in ids)
        {
            var card = await agent.CardAsync(id);
            read.AddRange(Values(card, $"{id} card"));
            read.AddRange(Promises(await agent.GetAsync($"/api/requests/{id}/clocks", Given.Stop).BodyAsync(), $"{id} clocks"));
            read.AddRange(Values(await agent.GetAsync($"/api/drafts?under=request:{id}", Given.Stop).BodyAsync(), $"{id} drafts"));
            read.AddRange((await HistoryAsync(agent, id)).SelectMany((entry, place) => Values(entry, $"{id} history {place}")));
            foreach (var part in card.GetProperty("parts").EnumerateArray())
            {
                read.AddRange(Values(await agent.CardAsync(part.IdOf()), $"{id} part {part.IdOf()}"));
            }

            string[] lists = [$"text={card.NumberOf()}", .. card.GetProperty("calls").EnumerateArray().Select(call => $"call={call.GetString()}")];
            foreach (var list in lists)
            {
                read.AddRange((await agent.ItemsAsync($"/api/requests?{list}&take=50")).Where(r => ids.Contains(r.IdOf())).SelectMany(r => Values(r, $"{list} {r.IdOf()}")));
            }
        }

        return read;
    }

    /// <summary>What happened to it, but for the merge and for the changes by it.</summary>
    private static async Task<IEnumerable<JsonElement>> HistoryAsync(HttpClient agent, string id)
    {
        var entries = await agent.TimelineAsync(id);
        var merged = entries.Where(e => e.TextOf("kind") == "merge").Select(e => e.GetProperty("at").GetDateTimeOffset()).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return entries.Where(e => e.TextOf("kind") != "merge" && (e.TextOf("kind") != "change" || e.GetProperty("at").GetDateTimeOffset() < merged));
    }

    /// <summary>A clock that stands still is explained up to now: its last stretch has another end each time.</summary>
    private static IEnumerable<string> Promises(JsonElement clocks, string path)
        => clocks.EnumerateObject().SelectMany(clock => Values(clock.Value, $"{path}.{clock.Name}").Where(
            line => !line.Contains("].to = ", StringComparison.Ordinal) || clock.Value.GetProperty("face").GetProperty("dueAt").ValueKind != JsonValueKind.Null));

    private static IEnumerable<string> Values(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(p => !GoesOn.Contains(p.Name)).SelectMany(p => Values(p.Value, $"{path}.{p.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((one, place) => Values(one, $"{path}[{place}]")).Append($"{path}: {value.GetArrayLength()}"),
        _ => [$"{path} = {value}"],
    };
}

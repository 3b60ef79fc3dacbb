using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Requests.Data;

namespace Santral.ModuleTests.Requests;

/// <summary>What is done from the list: to many at once, as a file, and by what is linked or alike.</summary>
[Collection(RequestsCollection.Name)]
public sealed class ListActsTests(Installation installation)
{
    [Fact]
    public async Task Each_row_is_done_or_refused_by_itself_and_what_was_done_can_be_taken_back()
    {
        var agent = await installation.AsAsync("agent1");
        var good = await agent.ADescribedRequestAsync("Toplu bir");
        var empty = await agent.ARequestAsync();
        var unknown = Guid.Empty.ToString();

        var answer = await BulkAsync(agent, [good.IdOf(), empty.IdOf(), unknown], new { kind = "stage", stage = "resolved" }).BodyAsync();

        var rows = answer.GetProperty("rows").EnumerateArray().ToDictionary(r => r.IdOf(), r => r.GetProperty("code").GetString());
        rows[good.IdOf()].ShouldBeNull();
        rows[empty.IdOf()].ShouldBe("requests.description_needed");
        rows[unknown].ShouldBe("requests.unknown");
        (await agent.CardAsync(good.IdOf())).GetProperty("stage").TextOf("kind").ShouldBe("resolved");
        await (await installation.AsAsync("agent2")).PostAsJsonAsync($"/api/requests/bulk/{answer.TextOf("undoId")}/undo", new { }, Given.Stop).ShouldBeRefusedAsync("requests.bulk_unknown");
    }

    [Fact]
    public async Task The_same_tag_from_many_at_the_same_moment_is_there_once_and_nobody_is_refused()
    {
        HttpClient[] people = [await installation.AsAsync("agent1"), await installation.AsAsync("agent2"), await installation.AsAsync("supervisor1"), await installation.AsAsync("admin")];
        string[] ids = [(await people[0].ADescribedRequestAsync("Aynı anda bir")).IdOf(), (await people[0].ADescribedRequestAsync("Aynı anda iki")).IdOf()];

        var many = await Task.WhenAll(people.Select(p => BulkAsync(p, ids, new { kind = "tags", addTags = new[] { "deprem" } }).BodyAsync()));
        var one = await Task.WhenAll(people.Select(p => p.PostAsJsonAsync($"/api/requests/{ids[0]}/tags", new { add = new[] { "artçı" } }, Given.Stop)));

        many.SelectMany(m => m.GetProperty("rows").EnumerateArray()).ShouldAllBe(r => r.GetProperty("code").ValueKind == JsonValueKind.Null);
        one.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await people[0].CardAsync(ids[0])).GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["artçı", "deprem"]);
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("priority")]
    [InlineData("tags")]
    public async Task An_act_is_taken_back_where_nobody_changed_the_request_since(string kind)
    {
        var agent = await installation.AsAsync("agent1");
        var (still, touched) = (await agent.ADescribedRequestAsync("Geri alınan"), await agent.ADescribedRequestAsync("Sonra değişen"));
        object act = kind switch
        {
            "owner" => new { kind, userId = installation.PersonOf("tech1").Value },
            "priority" => new { kind, priorityId = installation.PriorityOf("urgent") },
            _ => new { kind, addTags = new[] { "toplu" } },
        };
        var undo = (await BulkAsync(agent, [still.IdOf(), touched.IdOf()], act).BodyAsync()).TextOf("undoId");
        (await agent.CardAsync(still.IdOf())).Told().ShouldNotBe(still.Told());
        await agent.ChangeAsync(await agent.CardAsync(touched.IdOf()), ("subject", "Başka konu"));

        var undone = await agent.PostAsJsonAsync($"/api/requests/bulk/{undo}/undo", new { }, Given.Stop).BodyAsync();

        var codes = undone.GetProperty("rows").EnumerateArray().ToDictionary(r => r.IdOf(), r => r.GetProperty("code").GetString());
        codes[still.IdOf()].ShouldBeNull();
        codes[touched.IdOf()].ShouldBe("record.changed_meanwhile");
        var back = await agent.CardAsync(still.IdOf());
        back.GetProperty("owner").TextOf("name").ShouldBe("Faruk Demir");
        back.GetProperty("priority").TextOf("code").ShouldBe("normal");
        back.GetProperty("tags").GetArrayLength().ShouldBe(0);
        await agent.PostAsJsonAsync($"/api/requests/bulk/{undo}/undo", new { }, Given.Stop).ShouldBeRefusedAsync("requests.bulk_undone");
    }

    [Fact]
    public async Task Too_many_or_none_are_refused()
    {
        var agent = await installation.AsAsync("agent1");

        await BulkAsync(agent, [], new { kind = "owner" }).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        await BulkAsync(agent, [.. Enumerable.Range(0, 201).Select(_ => Guid.NewGuid().ToString())], new { kind = "owner" }).ShouldBeRefusedAsync("request.invalid");
        (await BulkAsync(agent, [Guid.Empty.ToString()], new { kind = "shoeSize" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await BulkAsync(await installation.AsAsync("store1"), [Guid.Empty.ToString()], new { kind = "owner" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_file_holds_what_the_list_shows_and_no_cell_is_a_formula()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent1");
        foreach (var subject in new[] { "=cmd|'/c calc'!A1 dosya", "+90 dosya", "-1 dosya", "@SUM(A1) dosya", "\"tırnak\"; ve noktalı virgül dosya" })
        {
            await agent.ADescribedRequestAsync(subject);
        }

        var file = await supervisor.GetAsync("/api/requests/export?text=dosya", Given.Stop);

        file.Content.Headers.ContentType?.MediaType.ShouldBe("text/csv");
        var bytes = await file.Content.ReadAsByteArrayAsync(Given.Stop);
        bytes[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("No;");
        lines.Length.ShouldBe(6);
        lines.ShouldContain(l => l.Contains("\"'=cmd|'/c calc'!A1 dosya\""));
        lines.ShouldContain(l => l.Contains("\"\"\"tırnak\"\"; ve noktalı virgül dosya\""));
        foreach (var line in lines[1..])
        {
            line.Split(';').ShouldAllBe(c => c.Length == 0 || !"=+-@".Contains(c.TrimStart('"')[0]));
        }

        (await agent.GetAsync("/api/requests/export", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        (await db.AuditTrail.AsNoTracking().AnyAsync(a => a.Act == "exported" && a.Changes.Contains("dosya"), Given.Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Linked_requests_are_shown_from_both_sides_and_circles_are_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var (one, two, three) = (await agent.ADescribedRequestAsync("Bir"), await agent.ADescribedRequestAsync("İki"), await agent.ADescribedRequestAsync("Üç"));
        await agent.PutAsJsonAsync($"/api/requests/{one.IdOf()}/related/{two.IdOf()}", new { }, Given.Stop).BodyAsync();
        await agent.PutAsJsonAsync($"/api/requests/{two.IdOf()}/related/{one.IdOf()}", new { }, Given.Stop).BodyAsync();

        (await agent.CardAsync(two.IdOf())).GetProperty("related").EnumerateArray().ShouldHaveSingleItem().IdOf().ShouldBe(one.IdOf());
        await agent.DeleteAsync($"/api/requests/{two.IdOf()}/related/{one.IdOf()}", Given.Stop).BodyAsync();
        (await agent.CardAsync(one.IdOf())).GetProperty("related").GetArrayLength().ShouldBe(0);
        await agent.PutAsJsonAsync($"/api/requests/{one.IdOf()}/related/{one.IdOf()}", new { }, Given.Stop).ShouldBeRefusedAsync("requests.related_to_itself");

        two = await ParentAsync(agent, await agent.CardAsync(two.IdOf()), one.IdOf()).BodyAsync();
        three = await ParentAsync(agent, await agent.CardAsync(three.IdOf()), two.IdOf()).BodyAsync();
        (await agent.CardAsync(one.IdOf())).GetProperty("parts").EnumerateArray().ShouldHaveSingleItem().IdOf().ShouldBe(two.IdOf());
        foreach (var circle in new[] { one, two, three })
        {
            await ParentAsync(agent, await agent.CardAsync(one.IdOf()), circle.IdOf()).ShouldBeRefusedAsync("requests.parent_in_circle", HttpStatusCode.UnprocessableEntity);
        }

        (await ParentAsync(agent, await agent.CardAsync(two.IdOf()), null).BodyAsync()).GetProperty("parent").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Similar_open_problems_are_found_with_the_reason()
    {
        var agent = await installation.AsAsync("agent1");
        var other = await agent.ChangeAsync(await agent.ADescribedRequestAsync("Zürafa modemin bağlantısı kopuyor"), ("categoryId", installation.CategoryOf("connection_drops")));
        var mine = await agent.ChangeAsync(await agent.ADescribedRequestAsync(""), ("categoryId", installation.CategoryOf("connection_drops")));

        var found = (await agent.GetAsync($"/api/requests/{mine.IdOf()}/similar?subject=ZÜRAFA%20modem", Given.Stop).BodyAsync()).EnumerateArray()
            .Single(s => s.GetProperty("request").IdOf() == other.IdOf());

        found.GetProperty("why").GetProperty("sameCategory").GetBoolean().ShouldBeTrue();
        found.GetProperty("why").GetProperty("words").EnumerateArray().Select(w => w.GetString()).ShouldContain("zurafa");
        await agent.PutAsJsonAsync($"/api/requests/{mine.IdOf()}/related/{other.IdOf()}", new { }, Given.Stop).BodyAsync();
        (await agent.GetAsync($"/api/requests/{mine.IdOf()}/similar?subject=zürafa modem", Given.Stop).BodyAsync()).EnumerateArray().ShouldNotContain(s => s.GetProperty("request").IdOf() == other.IdOf());
    }

    [Fact]
    public async Task Hostile_texts_are_kept_as_texts_and_ten_megabytes_are_refused()
    {
        var agent = await installation.AsAsync("agent1");
        const string hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>";
        var card = await agent.ADescribedRequestAsync(hostile);

        card.TextOf("subject").ShouldBe(hostile);
        using var huge = new StringContent($$"""{"version":{{card.VersionOf()}},"subject":"x","text":"{{new string('x', 10_000_000)}}"}""", Encoding.UTF8, "application/json");
        (await agent.PutAsync($"/api/requests/{card.IdOf()}", huge, Given.Stop)).StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
        (await agent.CardAsync(card.IdOf())).VersionOf().ShouldBe(card.VersionOf());
    }

    private static Task<HttpResponseMessage> BulkAsync(HttpClient agent, IReadOnlyList<string> ids, object act)
        => agent.PostAsJsonAsync("/api/requests/bulk", new { ids, act }, Given.Stop);

    private static Task<HttpResponseMessage> ParentAsync(HttpClient agent, JsonElement card, string? parent)
        => agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/parent", new { version = card.VersionOf(), parentId = parent }, Given.Stop);
}

using System.Text.Json;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Search;

/// <summary>One box over numbers, names, phones and texts, the same on both databases (Shows 5).</summary>
public sealed class FindTests(Installation installation) : IClassFixture<Installation>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ambalaj ezilmiş geldi", "ambalajlar", "endings")]
    [InlineData("Modemde kırmızı ışık yanıyor", "IŞIK", "words")]
    [InlineData("Sophamtning uteblev", "sophämtningen", "endings")]
    [InlineData("Vantilatör ses yapıyor", "vanitlatör", "slip")]
    [InlineData("Çamaşır makinesi", "camasir mak", "words")]
    [InlineData("Buharlı ütü", "BUHARLI ÜTÜ", "words")]
    public async Task A_word_is_found_however_it_is_written(string subject, string asked, string match)
    {
        var admin = await installation.AsAsync("admin");
        var card = await admin.ADescribedRequestAsync(subject);
        await installation.DeliverFactsAsync();

        var found = await FindAsync(admin, asked);

        var hit = found.GetProperty("items").EnumerateArray().First(h => h.GetProperty("id").GetString() == card.IdOf());
        hit.GetProperty("match").GetString().ShouldBe(match);
        hit.GetProperty("title").GetString().ShouldBe(subject);
        hit.GetProperty("path").GetString().ShouldBe($"/requests/{card.IdOf()}");
    }

    [Fact]
    public async Task A_slip_is_told_with_what_was_looked_for()
    {
        var admin = await installation.AsAsync("admin");
        await admin.ADescribedRequestAsync("Kombi basıncı düşüyor");
        await installation.DeliverFactsAsync();

        (await FindAsync(admin, "kombi bassıncı")).GetProperty("corrected").GetString()!.ToLowerInvariant().ShouldBe("kombi basıncı");
    }

    [Fact]
    public async Task A_number_is_found_whole_by_its_end_and_without_marks()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Numarayla aranan");
        await installation.DeliverFactsAsync();
        var number = card.NumberOf();

        foreach (var asked in (string[])[number, number.ToLowerInvariant(), number.Replace("-", " ", StringComparison.Ordinal), number.Split('-')[^1]])
        {
            Ids(await FindAsync(agent, asked)).ShouldContain(card.IdOf(), asked);
        }
    }

    [Theory]
    [InlineData("0532 111 22 33")]
    [InlineData("+905321112233")]
    [InlineData("1112233")]
    [InlineData("elif yılmaz")]
    [InlineData("yilmaz eli")]
    public async Task A_customer_is_found_by_phone_and_name(string asked)
    {
        await installation.DeliverFactsAsync();

        var found = await FindAsync(await installation.AsAsync("agent1"), asked);

        found.GetProperty("items").EnumerateArray().ShouldContain(
            h => h.GetProperty("kind").GetString() == "customer" && h.GetProperty("title").GetString() == "Elif Yılmaz");
    }

    [Fact]
    public async Task A_note_makes_its_request_found_and_what_was_rewritten_is_found_no_more()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Kangurulu konu");
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "Müşteri zürafadan bahsetti.", customerSees = false }, Stop);
        await installation.DeliverFactsAsync();
        Ids(await FindAsync(agent, "zürafadan")).ShouldContain(card.IdOf());
        Ids(await FindAsync(agent, "kangurulu")).ShouldContain(card.IdOf());

        var now = await agent.CardAsync(card.IdOf());
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", new { version = now.VersionOf(), kind = "action", subject = "Pelikanlı konu" }, Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        Ids(await FindAsync(agent, "pelikanlı")).ShouldContain(card.IdOf());
        Ids(await FindAsync(agent, "kangurulu")).ShouldNotContain(card.IdOf());
    }

    [Fact]
    public async Task Nobody_finds_what_he_may_not_see()
    {
        var admin = await installation.AsAsync("admin");
        var card = await admin.ADescribedRequestAsync("Ornitorenk gördüm", unit: "municipal");
        await installation.DeliverFactsAsync();

        Ids(await FindAsync(await installation.AsAsync("agent3"), "ornitorenk")).ShouldContain(card.IdOf());
        Ids(await FindAsync(await installation.AsAsync("agent1"), "ornitorenk")).ShouldBeEmpty();
        (await FindAsync(await installation.AsAsync("store1"), "elif yılmaz")).GetProperty("items").EnumerateArray()
            .ShouldNotContain(h => h.GetProperty("kind").GetString() == "customer");
        (await installation.Anonymous().GetAsync("/api/search?q=elif", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_works_for_no_unit_finds_no_unit_s_requests_and_who_leads_all_finds_all()
    {
        var admin = await installation.AsAsync("admin");
        var card = await admin.ADescribedRequestAsync("Mirket kolonisi", unit: "municipal");
        await installation.DeliverFactsAsync();

        Ids(await FindAsync(await installation.AsAsync("field1"), "mirket")).ShouldBeEmpty();
        Ids(await FindAsync(await installation.AsAsync("field1"), card.NumberOf())).ShouldBeEmpty();
        Ids(await FindAsync(await installation.AsAsync("supervisor1"), "mirket")).ShouldContain(card.IdOf());
        Ids(await FindAsync(await installation.AsAsync("supervisor1"), card.NumberOf())).ShouldContain(card.IdOf());
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("* & | ! : ( )")]
    [InlineData("title : x")]
    [InlineData("NEAR AND OR NOT")]
    [InlineData("\ud83d")]
    [InlineData("%_\\")]
    [InlineData("９９９")]
    [InlineData("ﷺ x")]
    public async Task Signs_of_query_languages_are_only_signs(string asked)
        => (await (await installation.AsAsync("agent1")).GetAsync($"/api/search?q={Uri.EscapeDataString(asked)}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_question_that_is_too_long_is_refused()
        => await (await installation.AsAsync("agent1")).GetAsync($"/api/search?q={new string('a', 201)}", Stop).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);

    private static Task<JsonElement> FindAsync(HttpClient client, string asked)
        => client.GetAsync($"/api/search?take=50&q={Uri.EscapeDataString(asked)}", Stop).BodyAsync();

    private static List<string> Ids(JsonElement found) => [.. found.GetProperty("items").EnumerateArray().Select(h => h.GetProperty("id").GetString()!)];
}

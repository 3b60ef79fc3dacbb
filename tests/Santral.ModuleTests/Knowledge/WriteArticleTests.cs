using System.Text.Json.Nodes;

namespace Santral.ModuleTests.Knowledge;

/// <summary>Supervisors write, agents read (M-08); what is wrong is refused and nothing of it is kept.</summary>
[Collection(KnowledgeCollection.Name)]
public sealed class WriteArticleTests(Installation installation)
{
    [Fact]
    [Requirement("M-08")]
    public async Task An_agent_reads_what_a_supervisor_published_and_cannot_write()
    {
        var writer = await installation.WriterAsync();
        var agent = await installation.AsAsync("agent1");
        var draft = await writer.BeginAsync("text", "Yalnızca taslak");
        await agent.GetAsync($"/api/knowledge/articles/{draft.Id()}", Writing.Stop).ShouldBeRefusedAsync("knowledge.unknown", HttpStatusCode.NotFound);

        var card = await writer.PublishAsync(await writer.SaveAsync(draft, d => d["texts"]!["tr"]!["body"] = "<p>Merhaba</p>").BodyAsync()).BodyAsync();

        (await agent.ReadAsync(card.Id())).Text("body").ShouldBe("<p>Merhaba</p>");
        foreach (var answer in new[]
        {
            await agent.PostAsJsonAsync("/api/knowledge/articles", new { kind = "text", title = "x" }, Writing.Stop),
            await agent.SaveAsync(card, _ => { }),
            await agent.PublishAsync(card),
            await agent.GetAsync($"/api/knowledge/articles/{card.Id()}/draft", Writing.Stop),
            await agent.PostAsJsonAsync($"/api/knowledge/articles/{card.Id()}/retire", new { version = 1 }, Writing.Stop),
            await agent.PutAsJsonAsync("/api/knowledge/duties/internet", new { isRequired = true }, Writing.Stop),
            await agent.GetAsync("/api/knowledge/not-found", Writing.Stop),
        })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await (await installation.AsAsync("buyer1")).GetAsync("/api/knowledge/tree", Writing.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_draft_is_not_seen_until_it_is_published_and_an_old_version_comes_back()
    {
        var writer = await installation.WriterAsync();
        var agent = await installation.AsAsync("agent1");
        var card = await writer.APublishedTextAsync("İlk hâl");
        card = await writer.SaveAsync(card, d => d["texts"]!["tr"]!["title"] = "İkinci hâl").BodyAsync();
        (await agent.ReadAsync(card.Id())).Text("title").ShouldBe("İlk hâl");
        (card.GetProperty("hasDraft").GetBoolean(), card.GetProperty("draftNumber").GetInt32(), card.GetProperty("publishedNumber").GetInt32()).ShouldBe((true, 2, 1));
        var diff = await writer.GetAsync($"/api/knowledge/articles/{card.Id()}/diff", Writing.Stop).BodyAsync();
        diff.EnumerateArray().Single().ToString().ShouldContain("İkinci hâl");

        card = await writer.PublishAsync(card).BodyAsync();
        (await agent.ReadAsync(card.Id())).Text("title").ShouldBe("İkinci hâl");
        card = await writer.PostAsJsonAsync($"/api/knowledge/articles/{card.Id()}/rollback", new { version = card.GetProperty("version").GetInt32(), to = 1 }, Writing.Stop).BodyAsync();

        (await agent.ReadAsync(card.Id())).Text("title").ShouldBe("İlk hâl");
        var versions = await writer.GetAsync($"/api/knowledge/articles/{card.Id()}/versions", Writing.Stop).BodyAsync();
        versions.EnumerateArray().Select(v => v.GetProperty("number").GetInt32()).ShouldBe([3, 2, 1]);
        versions[0].GetProperty("rolledBackTo").GetInt32().ShouldBe(1);
        await writer.PostAsJsonAsync($"/api/knowledge/articles/{card.Id()}/rollback", new { version = card.GetProperty("version").GetInt32(), to = 9 }, Writing.Stop)
            .ShouldBeRefusedAsync("knowledge.version_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_save_of_an_older_version_shows_what_is_stored_now()
    {
        var writer = await installation.WriterAsync();
        var card = await writer.BeginAsync("text", "İki kişi yazıyor");
        await writer.SaveAsync(card, d => d["texts"]!["tr"]!["title"] = "Önce kaydeden").BodyAsync();

        var problem = await writer.SaveAsync(card, d => d["texts"]!["tr"]!["title"] = "Sonra kaydeden").ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").Text("title").ShouldBe("Önce kaydeden");
    }

    [Fact]
    public async Task Hostile_html_is_stored_harmless()
    {
        var writer = await installation.WriterAsync();

        var card = await writer.APublishedTextAsync("Düşman metin", "<p onclick=alert(1)>Metin<script>alert(2)</script><img src=x onerror=alert(3)><a href=\"java&#115;cript:alert(4)\">bağ</a> <a href='https://ok.example'>ok</a></p>");

        (await writer.ReadAsync(card.Id())).Text("body").ShouldBe("<p>Metinbağ <a href=\"https://ok.example/\">ok</a></p>");
    }

    [Theory]
    [InlineData("url", "\"javascript:alert(1)\"", "knowledge.address_not_web")]
    [InlineData("url", "\"data:text/html,x\"", "knowledge.address_not_web")]
    [InlineData("phone", "\"abc\"", "knowledge.phone_not_a_number")]
    [InlineData("phone", "\"112\"", "knowledge.phone_not_a_number")]
    [InlineData("target", "\"0193a3a0-0000-7000-8000-00000000dead\"", "knowledge.target_unknown")]
    [InlineData("texts", "{\"de\":{\"title\":\"x\",\"body\":\"\",\"keywords\":\"\",\"steps\":{},\"basis\":{}}}", "knowledge.language_unknown")]
    [InlineData("texts", "{\"tr\":null}", "knowledge.article_incomplete")]
    [InlineData("texts", "null", "knowledge.article_incomplete")]
    [InlineData("scope", "null", "knowledge.article_incomplete")]
    [InlineData("steps", "[null]", "knowledge.article_incomplete")]
    [InlineData("steps", "[{\"key\":\"s1\",\"kind\":\"say\",\"answers\":[]},{\"key\":\"s1\",\"kind\":\"say\",\"answers\":[]}]", "knowledge.step_key_wrong")]
    [InlineData("scope", "{\"units\":[\"nowhere\"],\"categories\":[],\"teams\":[],\"opensByItself\":false,\"audience\":\"agents\"}", "knowledge.unit_unknown")]
    [InlineData("scope", "{\"units\":[],\"categories\":[\"0193a3a0-0000-7000-8000-00000000dead\"],\"teams\":[],\"opensByItself\":false,\"audience\":\"agents\"}", "definitions.not_offered")]
    [InlineData("scope", "{\"units\":[],\"categories\":[],\"teams\":[],\"opensByItself\":false,\"audience\":\"agents\",\"from\":\"2026-12-02T00:00:00Z\",\"until\":\"2026-12-01T00:00:00Z\"}", "knowledge.until_before_from")]
    public async Task What_makes_no_sense_is_refused_and_not_kept(string part, string json, string code)
    {
        var writer = await installation.WriterAsync();
        var card = await writer.BeginAsync("text", $"Hatalı {part}");

        await writer.SaveAsync(card, d => d[part] = JsonNode.Parse(json)).ShouldBeRefusedAsync(code, HttpStatusCode.UnprocessableEntity);

        var after = await writer.GetAsync($"/api/knowledge/articles/{card.Id()}/draft", Writing.Stop).BodyAsync();
        after.GetProperty("version").GetInt32().ShouldBe(card.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Too_long_is_refused_wherever_it_is()
    {
        var writer = await installation.WriterAsync();
        var card = await writer.BeginAsync("text", "Uzun");

        await writer.PostAsJsonAsync("/api/knowledge/articles", new { kind = "text", title = new string('x', 161) }, Writing.Stop).ShouldBeRefusedAsync("request.invalid");
        await writer.SaveAsync(card, d => d["texts"]!["tr"]!["title"] = new string('x', 161)).ShouldBeRefusedAsync("knowledge.part_too_long");
        await writer.SaveAsync(card, d => d["texts"]!["tr"]!["body"] = new string('x', 100_000)).ShouldBeRefusedAsync("knowledge.text_too_long");
        await writer.SaveAsync(card, d => d["texts"]!["tr"]!["body"] = string.Concat(Enumerable.Repeat("<div>", 10_000))).ShouldBeRefusedAsync("knowledge.text_too_long");
        await writer.PutAsJsonAsync($"/api/knowledge/articles/{card.Id()}", new { version = 1 }, Writing.Stop).ShouldBeRefusedAsync("knowledge.article_incomplete");
        await writer.PostAsJsonAsync("/api/knowledge/articles", new { kind = 3, title = "x" }, Writing.Stop).ShouldBeRefusedAsync("request.invalid");
    }

    [Fact]
    [Requirement("M-09")]
    public async Task Links_in_a_circle_are_refused_also_over_others_and_on_later_edits()
    {
        var writer = await installation.WriterAsync();
        var end = await writer.BeginAsync("article", "Zincir C");
        var middle = await writer.SaveAsync(await writer.BeginAsync("article", "Zincir B"), d => d["target"] = end.Id()).BodyAsync();
        var first = await writer.SaveAsync(await writer.BeginAsync("article", "Zincir A"), d => d["target"] = middle.Id()).BodyAsync();

        await writer.SaveAsync(end, d => d["target"] = first.Id()).ShouldBeRefusedAsync("knowledge.link_loop", HttpStatusCode.UnprocessableEntity);
        await writer.SaveAsync(end, d => d["target"] = end.Id()).ShouldBeRefusedAsync("knowledge.link_loop");
        var script = await writer.BeginAsync("script", "Zincir betiği");
        script = await writer.SaveAsync(script, d => d["steps"] = JsonNode.Parse($$"""[{"key":"s1","kind":"ask","answers":[{"key":"a1","article":"{{first.Id()}}"}]}]""")).BodyAsync();
        await writer.SaveAsync(end, d => d["target"] = script.Id()).ShouldBeRefusedAsync("knowledge.link_loop");
        await writer.PostAsJsonAsync($"/api/knowledge/articles/{end.Id()}/retire", new { version = end.GetProperty("version").GetInt32() }, Writing.Stop)
            .ShouldBeRefusedAsync("knowledge.still_linked", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Two_halves_of_a_circle_made_at_once_do_not_both_stand()
    {
        var writer = await installation.WriterAsync();
        var one = await writer.BeginAsync("article", "Yarım bir");
        var two = await writer.BeginAsync("article", "Yarım iki");

        var answers = await Task.WhenAll(writer.SaveAsync(one, d => d["target"] = two.Id()), writer.SaveAsync(two, d => d["target"] = one.Id()));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_script_is_saved_but_not_published()
    {
        var writer = await installation.WriterAsync();
        var card = await writer.BeginAsync("script", "Eksik betik");
        card = await writer.SaveAsync(card, d => d["steps"] = JsonNode.Parse("""[{"key":"s1","kind":"ask","answers":[]}]""")).BodyAsync();

        card.GetProperty("problems").EnumerateArray().Select(p => p.Text("code")).ShouldContain("answers_missing");
        (await writer.PublishAsync(card).ShouldBeRefusedAsync("knowledge.not_publishable")).ToString().ShouldContain("answers_missing");
    }

    [Fact]
    public async Task What_is_scheduled_retired_or_out_of_date_is_shown_accordingly()
    {
        var writer = await installation.WriterAsync();
        var agent = await installation.AsAsync("agent1");
        var later = await writer.APublishedTextAsync("Gelecek kampanya", change: d => d["scope"]!["from"] = "2999-01-01T00:00:00Z");
        await agent.GetAsync($"/api/knowledge/articles/{later.Id()}", Writing.Stop).ShouldBeRefusedAsync("knowledge.unknown");
        (await agent.SearchAsync("gelecek kampanya")).Hits().ShouldNotContain(h => h.Id() == later.Id());

        var old = await writer.APublishedTextAsync("Gözden geçirilecek");
        old = await writer.SaveAsync(old, _ => { }, new { reviewOn = "2020-01-01" }).BodyAsync();
        (await agent.ReadAsync(old.Id())).GetProperty("isOutdated").GetBoolean().ShouldBeTrue();

        old = await writer.PostAsJsonAsync($"/api/knowledge/articles/{old.Id()}/retire", new { version = old.GetProperty("version").GetInt32() }, Writing.Stop).BodyAsync();
        await agent.GetAsync($"/api/knowledge/articles/{old.Id()}", Writing.Stop).ShouldBeRefusedAsync("knowledge.unknown");
        await writer.DeleteAsync($"/api/knowledge/articles/{old.Id()}", Writing.Stop).ShouldBeRefusedAsync("knowledge.published_once");
        await writer.PostAsJsonAsync($"/api/knowledge/articles/{old.Id()}/restore", new { version = old.GetProperty("version").GetInt32() }, Writing.Stop).BodyAsync();
        (await agent.ReadAsync(old.Id())).Text("title").ShouldBe("Gözden geçirilecek");
    }

    [Fact]
    public async Task A_missing_language_is_shown_openly_in_another_one()
    {
        var writer = await installation.WriterAsync();
        var card = await writer.APublishedTextAsync("Yalnız Türkçe");

        var read = await writer.ReadAsync(card.Id(), "sv");

        (read.Text("language"), read.GetProperty("isFallback").GetBoolean(), read.Text("title")).ShouldBe(("tr", true, "Yalnız Türkçe"));
        await writer.GetAsync($"/api/knowledge/articles/{card.Id()}?language=de", Writing.Stop).ShouldBeRefusedAsync("knowledge.language_unknown");
    }
}

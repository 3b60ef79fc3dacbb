namespace Santral.ModuleTests.Knowledge;

/// <summary>The five kinds of the demo's articles as their readers get them (M-09), and where they are offered.</summary>
[Collection(KnowledgeCollection.Name)]
public sealed class ArticleKindsTests(Installation installation)
{
    [Fact]
    [Requirement("M-09")]
    public async Task A_script_a_number_an_address_and_another_article_are_read()
    {
        var agent = await installation.AsAsync("agent3");

        var script = await agent.ReadAsync(await agent.DemoIdAsync("Kärl ej tömt"));
        script.GetProperty("steps").EnumerateArray().Select(s => s.Text("kind")).ShouldBe(["ask", "ask", "ask", "fill", "result", "result"]);
        script.GetProperty("steps")[0].GetProperty("answers").EnumerateArray().Select(a => a.Text("text")).ShouldBe(["Ja", "Nej, senare", "Vet inte"]);
        (await agent.ReadAsync(await agent.DemoIdAsync("Jour för vatten och avlopp"))).Text("phone").ShouldBe("+46846500112");
        var link = await agent.ReadAsync(await agent.DemoIdAsync("Sorteringsguiden på webben"));
        (link.Text("url"), link.Text("host")).ShouldBe(("https://www.miljoservice.example/sorteringsguiden", "www.miljoservice.example"));
        (await agent.ReadAsync(await agent.DemoIdAsync("Öppet i jul?"))).GetProperty("target").Text("title").ShouldBe("Återvinningscentral: öppettider");
        (await agent.ReadAsync(await agent.DemoIdAsync("Sophämtning: dagar och tider"))).Text("body").ShouldContain("<strong>kl. 06.00</strong>");
    }

    [Fact]
    [Requirement("M-09")]
    public async Task The_tree_is_filtered_by_unit_and_by_category_with_what_is_below()
    {
        var agent = await installation.AsAsync("agent1");
        var categories = (await agent.GetAsync("/api/definitions/offer?unit=internet", Writing.Stop).BodyAsync()).ToString();
        var drops = await CategoryOfAsync(agent, "Bağlantı kopması");
        categories.ShouldContain(drops);

        var all = await TitlesAsync(agent, "unit=internet");
        var some = await TitlesAsync(agent, $"unit=internet&category={drops}");

        all.ShouldContain("Faturadaki tek seferlik ücretler");
        all.ShouldNotContain("Kärl ej tömt");
        some.ShouldContain("Bağlantı kopması");
        some.ShouldContain("Adaptör testi", "an article about all faulty products is about this one");
        some.ShouldNotContain("Faturadaki tek seferlik ücretler");
    }

    [Fact]
    public async Task Suggestions_follow_subject_and_category_and_say_why()
    {
        var agent = await installation.AsAsync("agent1");
        var drops = await CategoryOfAsync(agent, "Bağlantı kopması");

        var bySubject = await agent.GetAsync("/api/knowledge/suggestions?unit=internet&subject=modemin pon ışığı kırmızı yanıyor", Writing.Stop).BodyAsync();
        var byCategory = await agent.GetAsync($"/api/knowledge/suggestions?unit=internet&category={drops}", Writing.Stop).BodyAsync();

        bySubject[0].GetProperty("article").Text("title").ShouldBe("PON ışığı kırmızı");
        bySubject[0].GetProperty("reasons")[0].GetString().ShouldBe("subject");
        bySubject[0].GetProperty("words").EnumerateArray().Select(w => w.GetString()).ShouldContain("kırmızı");
        var script = byCategory.EnumerateArray().First(s => s.GetProperty("article").Text("title") == "Bağlantı kopması");
        (script.GetProperty("reasons")[0].GetString(), script.GetProperty("opensByItself").GetBoolean()).ShouldBe(("category", true));
        byCategory.EnumerateArray().ShouldNotContain(s => s.GetProperty("article").Text("title") == "Kärl ej tömt");
    }

    private static async Task<string> CategoryOfAsync(HttpClient agent, string title)
        => (await agent.ReadAsync(await agent.DemoIdAsync(title))).GetProperty("categories")[0].Id();

    private static async Task<List<string>> TitlesAsync(HttpClient agent, string query)
        => [.. (await agent.GetAsync($"/api/knowledge/tree?{query}", Writing.Stop).BodyAsync()).GetProperty("articles").EnumerateArray().Select(a => a.Text("title"))];
}

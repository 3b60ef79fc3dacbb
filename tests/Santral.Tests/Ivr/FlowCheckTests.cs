using System.Text.Json.Nodes;
using Santral.Ivr.Domain;
using Santral.Ivr.Flows;
using Santral.Ivr.Prompts;

namespace Santral.Tests.Ivr;

public sealed class FlowCheckTests
{
    private static readonly HashSet<string> Teams =
        ["customer_services", "technical_support", "appliance_service", "citizen_services"];

    public static TheoryData<string> Demo() => [.. DemoFlows.Documents];

    private static bool HasPrompt(string key, string language) => PromptTexts.All.TryGetValue(key, out var text) && text.In(language).Length > 0;

    private static IEnumerable<(string Code, string? Node, string? What)> Problems(Action<JsonObject> breaks)
    {
        var document = JsonNode.Parse(DemoFlows.Documents[0])!.AsObject();
        breaks(document);
        var flow = Flow.Read(document.ToJsonString(), out var problem);
        flow.ShouldNotBeNull(problem);
        return FlowCheck.Problems(flow, Teams, HasPrompt).Select(p => (p.Code, p.Node, p.What));
    }

    private static void Set(JsonObject flow, string node, string verb) => flow["nodes"]![node] = JsonNode.Parse(verb);

    [Theory]
    [MemberData(nameof(Demo))]
    public void The_demo_flows_are_whole(string document)
        => FlowCheck.Problems(Flow.Read(document, out _)!, Teams, HasPrompt).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Demo))]
    public void A_flow_is_the_same_after_writing_and_reading(string document)
    {
        var written = Flow.Read(document, out _)!.Write();

        Flow.Read(written, out _)!.Write().ShouldBe(written);
    }

    [Fact]
    public void A_way_to_nowhere_is_found()
        => Problems(f => f["nodes"]!.AsObject().Remove("technical_message")).ShouldContain(("node_missing", "technical", "technical_message"));

    [Fact]
    public void A_node_nobody_reaches_is_found()
        => Problems(f => Set(f, "lonely", """{ "verb": "goto", "next": "main" }""")).ShouldBe([("node_unreachable", "lonely", null)]);

    [Fact]
    public void A_missing_start_is_found() => Problems(f => f["start"] = "nowhere").ShouldBe([("start_missing", null, "nowhere")]);

    [Fact]
    public void A_missing_prompt_is_found()
        => Problems(f => Set(f, "welcome", """{ "verb": "say", "play": ["no.such"], "next": "main" }""")).ShouldBe([("prompt_missing", "welcome", "no.such")]);

    [Fact]
    public void A_prompt_without_words_in_one_language_names_the_block_and_the_language()
        => Problems(f => f["texts"] = JsonNode.Parse("""{ "internet.welcome": { "tr": "Merhaba.", "sv": "", "en": "Hello." } }""")).ShouldBe([("prompt_untranslated", "welcome", "sv")]);

    [Fact]
    public void A_prompt_without_any_words_is_missing_even_where_the_library_has_some()
        => Problems(f => f["texts"] = JsonNode.Parse("""{ "internet.welcome": { "tr": "", "sv": "", "en": "" } }""")).ShouldBe([("prompt_missing", "welcome", "internet.welcome")]);

    [Fact]
    public void A_flows_own_words_are_enough()
        => Problems(f =>
        {
            Set(f, "welcome", """{ "verb": "say", "play": ["internet.summer"], "next": "main" }""");
            f["texts"] = JsonNode.Parse("""{ "internet.summer": { "tr": "İyi tatiller.", "sv": "Trevlig semester.", "en": "Happy holidays." } }""");
        }).ShouldBeEmpty();

    [Fact]
    public void An_exit_that_leads_nowhere_yet_is_a_dead_end()
        => Problems(f => f["nodes"]!["main"]!["options"]![0]!["next"] = "").ShouldContain(("dead_end", "main", "1"));

    [Fact]
    public void A_menu_that_offers_a_class_of_caller_nothing_is_a_dead_end_for_it()
        => Problems(f => f["nodes"]!["main"]!["options"] = JsonNode.Parse(
            """[{ "key": "1", "label": { "tr": "a", "sv": "a", "en": "a" }, "prompt": "internet.menu.technical", "next": "technical", "for": ["unidentified"] }]"""))
            .ShouldContain(("menu_empty_for", "main", "knownIndividual"));

    [Fact]
    public void An_option_for_callers_who_never_come_is_found()
        => Problems(f =>
        {
            f["nodes"]!["main"]!["options"]!.AsArray().RemoveAt(4);
            f["nodes"]!["main"]!["options"]![1]!["for"] = new JsonArray("verifiedCorporate");
        }).Where(p => p.Node == "main").ShouldBe([("option_never", "main", "2")]);

    [Fact]
    public void What_only_verified_callers_reach_is_not_reached_without_verification()
        => Problems(f =>
        {
            f["nodes"]!["main"]!["options"]!.AsArray().RemoveAt(4);
            f["nodes"]!["main"]!["options"]![1]!["for"] = new JsonArray("verifiedCorporate");
        }).ShouldContain(("node_unreachable", "invoices", null));

    [Fact]
    public void An_invoice_offered_to_callers_nobody_knows_is_found()
        => Problems(f => f["nodes"]!["main"]!["options"]![1]!["for"] = new JsonArray()).ShouldBe([("invoice_for_unknown", "invoices", null)]);

    [Fact]
    public void A_queue_to_which_a_way_leads_past_the_opening_hours_is_found()
        => Problems(f => f["nodes"]!["help"]!["next"] = "general_queue").ShouldBe([("queue_without_hours", "general_queue", "customer_services")]);

    [Theory]
    [InlineData("main", "onFailure", "failure")]
    [InlineData("general_queue", "notServed", "notServed")]
    [InlineData("not_served", "play", null)]
    public void An_end_without_a_word_is_found(string node, string setting, string? exit)
        => Problems(f => f["nodes"]![node]!.AsObject().Remove(setting)).ShouldContain(("ends_silently", node, exit));

    [Fact]
    public void A_way_round_that_no_caller_can_go_is_no_circle()
        => Problems(f =>
        {
            Set(f, "welcome", """{ "verb": "branch", "knownIndividual": "main", "unidentified": "again", "verifiedCorporate": "main" }""");
            Set(f, "again", """{ "verb": "branch", "knownIndividual": "welcome", "unidentified": "main", "verifiedCorporate": "main" }""");
        }).Select(p => p.Code).ShouldNotContain("loop_without_input");

    [Fact]
    public void An_unknown_team_is_found()
        => Problems(f => f["nodes"]!["general_queue"]!["team"] = "nobody").ShouldBe([("team_unknown", "general_queue", "nobody")]);

    [Fact]
    public void A_circle_in_which_the_caller_is_never_asked_is_found()
        => Problems(f => Set(f, "welcome", """{ "verb": "goto", "next": "recording" }""")).Select(p => (p.Code, p.Node))
            .ShouldContain(("loop_without_input", "welcome"));

    [Fact]
    public void A_key_used_twice_is_found()
        => Problems(f => f["nodes"]!["main"]!["options"]![1]!["key"] = "1").ShouldBe([("key_twice", "main", "1")]);

    [Theory]
    [InlineData("x")]
    [InlineData("A")]
    public void A_key_no_telephone_has_is_found(string key)
        => Problems(f => f["nodes"]!["main"]!["options"]![1]!["key"] = key).ShouldBe([("key_unknown", "main", key)]);

    [Fact]
    public void A_message_without_a_word_or_with_a_limit_nobody_can_mean_is_found()
    {
        Problems(f => f["nodes"]!["general_message"]!["ask"] = new JsonArray()).ShouldContain(("says_nothing", "general_message", null));
        Problems(f => f["nodes"]!["general_message"]!["limitSeconds"] = 4).ShouldContain(("limits_wrong", "general_message", null));
    }

    [Fact]
    public void A_language_nobody_speaks_is_found()
        => Problems(f => Set(f, "welcome", """{ "verb": "setLanguage", "language": "xx", "next": "main" }""")).ShouldBe([("language_unknown", "welcome", "xx")]);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"code\":\"x\"}")]
    [InlineData("{\"code\":")]
    public void What_is_no_flow_is_refused_with_a_reason(string document)
    {
        Flow.Read(document, out var problem).ShouldBeNull();
        problem.ShouldNotBeNullOrWhiteSpace();
    }
}

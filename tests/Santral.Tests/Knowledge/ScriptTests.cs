using Santral.Knowledge.Domain;

namespace Santral.Tests.Knowledge;

/// <summary>The way through a script follows the answers, and every way ends.</summary>
public sealed class ScriptTests
{
    private static readonly ArticleId Other = ArticleId.From(Guid.Parse("0193a3a0-0000-7000-8000-000000000001"));

    // 1 say, 2 ask (a1 → 4, a2 → on, a3 → article), 3 fill (required), 4 result passOn, 5 result solved
    private static readonly Step[] Steps =
    [
        A.Step("s1", StepKind.Say),
        A.Step("s2", StepKind.Ask) with { Answers = [new("a1", "s5", null), new("a2", null, null), new("a3", null, Other)] },
        A.Step("s3", StepKind.Fill) with { Field = "note", IsRequired = true },
        A.Step("s4", StepKind.Result) with { Result = ScriptResult.PassOn },
        A.Step("s5", StepKind.Result) with { Result = ScriptResult.Solved },
    ];

    [Fact]
    public void It_begins_at_the_first_step_and_shows_what_is_ahead()
    {
        var place = Script.Walk(Steps, []);

        place.At.ShouldBe(0);
        place.Ahead.ShouldBe([1, 4]);
        place.IsOver.ShouldBeFalse();
    }

    [Fact]
    public void An_answer_leads_to_its_step()
    {
        Script.Walk(Steps, [new("s1", null, null), new("s2", "a1", null)]).At.ShouldBe(4);
        Script.Walk(Steps, [new("s1", null, null), new("s2", "a2", null)]).At.ShouldBe(2);
    }

    [Fact]
    public void The_end_says_how_it_ended()
    {
        var place = Script.Walk(Steps, [new("s1", null, null), new("s2", "a2", null), new("s3", null, "FLX2"), new("s4", null, null)]);

        place.IsOver.ShouldBeTrue();
        place.Result.ShouldBe(ScriptResult.PassOn);
        place.Taken.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void An_answer_may_open_another_article()
    {
        var place = Script.Walk(Steps, [new("s1", null, null), new("s2", "a3", null)]);

        place.Opens.ShouldBe(Other);
        place.IsOver.ShouldBeTrue();
    }

    [Theory]
    [InlineData("s2", "a1", null, "knowledge.step_not_next")]
    [InlineData("nowhere", null, null, "knowledge.step_not_next")]
    public void A_step_out_of_turn_is_refused(string step, string? answer, string? value, string code)
        => Should.Throw<Refusal>(() => Script.Walk(Steps, [new(step, answer, value)])).Code.ShouldBe(code);

    [Fact]
    public void What_has_to_be_answered_is_answered()
    {
        Should.Throw<Refusal>(() => Script.Walk(Steps, [new("s1", null, null), new("s2", null, null)])).Code.ShouldBe("knowledge.answer_needed");
        Should.Throw<Refusal>(() => Script.Walk(Steps, [new("s1", null, null), new("s2", "a9", null)])).Code.ShouldBe("knowledge.answer_unknown");
        Should.Throw<Refusal>(() => Script.Walk(Steps, [new("s1", null, null), new("s2", "a2", null), new("s3", null, " ")])).Code.ShouldBe("knowledge.answer_needed");
        Should.Throw<Refusal>(() => Script.Walk(Steps, [new("s1", null, null), new("s2", "a1", null), new("s5", null, null), new("s1", null, null)]))
            .Code.ShouldBe("knowledge.step_not_next", "nothing is asked after the end");
    }

    [Fact]
    public void A_step_that_leads_back_ends_the_way_instead_of_going_round()
    {
        Step[] round = [A.Step("s1", StepKind.Say), A.Step("s2", StepKind.Say) with { Next = "s1" }, A.Step("s3", StepKind.Result) with { Result = ScriptResult.Solved }];

        Script.Walk(round, [new("s1", null, null), new("s2", null, null)]).IsOver.ShouldBeTrue();
        ArticleCheck.Of(ArticleKind.Script, "tr", A.Content("Döngü", round)).ShouldContain(p => p.Code == "step_leads_back" && p.Step == "s2" && p.IsError);
    }

    [Fact]
    public void Publishing_is_stopped_by_what_would_lose_a_reader()
    {
        Step[] broken =
        [
            A.Step("s1", StepKind.Ask),
            A.Step("s2", StepKind.Result) with { Result = ScriptResult.Solved },
            A.Step("s3", StepKind.Fill),
            A.Step("s4", StepKind.Result),
        ];

        var problems = ArticleCheck.Of(ArticleKind.Script, "tr", A.Content("", broken)).Where(p => p.IsError).Select(p => $"{p.Code} {p.Step}".Trim()).ToList();

        problems.ShouldBe(["title_missing", "step_unreachable s2", "step_unreachable s3", "step_unreachable s4", "answers_missing s1", "field_missing s3", "result_kind_missing s4"], ignoreOrder: true);
    }

    [Fact]
    public void The_note_says_what_was_answered_and_is_to_be_noted()
    {
        var content = A.Content("Bağlantı", Steps.Select(s => s with { WritesNote = s.Key != "s1" }).ToArray(), new() { ["s2.a2"] = "Kırmızı" });
        var reading = Reading.Open(Guid.NewGuid(), new ArticleVersion(Other, 1, content, null, null, null, default), ArticleKind.Script, null, null, null, default);

        reading.Follow(content.Steps, [new("s1", null, null), new("s2", "a2", null), new("s3", null, " FLX2 "), new("s4", null, null)], 75, null);

        reading.NoteOf(content, content.Texts["tr"]).ShouldBe("Bağlantı\n- s2? → Kırmızı\n- s3? → FLX2\n- s4?");
        reading.Result.ShouldBe(ScriptResult.PassOn);
        reading.Helped.ShouldBe(false);
        reading.Seen.ShouldBe(["s1", "s2", "s3", "s4"]);
    }
}

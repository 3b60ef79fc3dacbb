using Santral.Knowledge.Domain;

namespace Santral.Tests.Knowledge;

/// <summary>Drafts, versions, translations and links.</summary>
public sealed class ArticleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_published_stays_while_the_draft_is_written()
    {
        var article = Published("Bir");
        var version = article.PublishedNumber;

        article.Write(Text("İki"), Text("Bir"), [], null, Now);

        article.HasDraft.ShouldBeTrue();
        article.PublishedNumber.ShouldBe(version);
        article.Publish("daha iyi", null, Now).Number.ShouldBe(2);
        article.HasDraft.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_new_is_not_published() => Should.Throw<Refusal>(() => Published("Bir").Publish(null, null, Now)).Code.ShouldBe("knowledge.nothing_to_publish");

    [Fact]
    public void Writing_back_what_is_published_is_no_draft()
    {
        var article = Published("Bir");

        article.Write(Text("Bir"), article.Draft, [], null, Now);

        article.HasDraft.ShouldBeFalse();
    }

    [Fact]
    public void An_old_version_comes_back_as_a_new_one_and_a_draft_in_work_stays()
    {
        var article = Published("Bir");
        var first = new ArticleVersion(article.Id, 1, Text("Bir"), null, null, null, Now);
        article.Write(Text("İki"), Text("Bir"), [], null, Now);
        article.Publish(null, null, Now);
        article.Write(Text("Üç"), Text("İki"), [], null, Now);

        var back = article.RollBack(first, null, null, Now);

        (back.Number, back.RolledBackTo, back.Content.Texts["tr"].Title).ShouldBe((3, 1, "Bir"));
        article.Draft.Texts["tr"].Title.ShouldBe("Üç");
        article.HasDraft.ShouldBeTrue();
    }

    [Fact]
    public void A_retired_article_is_not_changed()
    {
        var article = Published("Bir");
        article.Retire(null, Now);

        Should.Throw<Refusal>(() => article.Write(Text("İki"), Text("Bir"), [], null, Now)).Code.ShouldBe("knowledge.article_retired");
        article.Restore(null, Now);
        article.Write(Text("İki"), Text("Bir"), [], null, Now);
    }

    [Fact]
    public void A_translation_is_out_of_date_when_the_first_language_changes()
    {
        var article = Article.Create(Id.New<ArticleId>(TimeProvider.System), ArticleKind.Text, null, "tr", Two("Bir", "Ett"), null, Now);
        State(article).ShouldBe(TextState.UpToDate);

        article.Write(Two("Bir buçuk", "Ett"), null, [], null, Now);
        State(article).ShouldBe(TextState.Old);

        article.Write(Two("Bir buçuk", "Ett och ett halvt"), null, [], null, Now);
        State(article).ShouldBe(TextState.UpToDate);

        article.Write(Two("İki", "Ett och ett halvt"), null, ["sv"], null, Now);
        State(article).ShouldBe(TextState.UpToDate, "its writer said that it is right as it is");
        Translation.StatesOf("tr", article.Draft)["en"].State.ShouldBe(TextState.Missing);
    }

    [Fact]
    public void A_missing_language_falls_back_openly()
    {
        var content = Two("Bir", "Ett");

        content.Read("sv", "tr").ShouldBe(("sv", content.Texts["sv"]));
        content.Read("en", "tr").Language.ShouldBe("tr");
        ArticleContent.Empty.Read("en", "tr").ShouldBe(("tr", ArticleText.Empty));
    }

    [Fact]
    public void Links_in_a_circle_are_refused_over_any_number_of_articles()
    {
        ArticleId[] ids = [.. Enumerable.Range(1, 30).Select(i => ArticleId.From(new Guid(i, 0, 0, new byte[8])))];
        var chain = ids.Zip(ids.Skip(1)).ToLookup(p => p.First, p => p.Second);

        Should.Throw<Refusal>(() => LinkGraph.RefuseLoop(ids[29], [ids[0]], chain)).Code.ShouldBe("knowledge.link_loop");
        Should.Throw<Refusal>(() => LinkGraph.RefuseLoop(ids[3], [ids[3]], chain)).Code.ShouldBe("knowledge.link_loop");
        LinkGraph.RefuseLoop(ids[0], [ids[5], ids[29]], chain);
    }

    [Fact]
    public void Two_versions_are_compared_part_by_part()
    {
        var before = A.Content("Bir", [A.Step("s1", StepKind.Say), A.Step("s2", StepKind.Ask)]);
        var after = A.Content("İki", [A.Step("s2", StepKind.Ask) with { Answers = [new("a1", null, null)] }, A.Step("s1", StepKind.Say)], new() { ["s2.a1"] = "Evet" }, "<p>Gövde</p>");

        var changes = ContentDiff.Between(before, after);

        changes.Select(c => $"{c.Part} {c.Key}".Trim()).ShouldBe(["title", "body", "answer s2.a1", "order", "flow s2"], ignoreOrder: true);
        changes.Single(c => c.Part == "title").ShouldBe(new ContentChange("title", "tr", null, "Bir", "İki"));
        ContentDiff.Between(after, after).ShouldBeEmpty();
    }

    private static Article Published(string title)
    {
        var article = Article.Create(Id.New<ArticleId>(TimeProvider.System), ArticleKind.Text, null, "tr", Text(title), null, Now);
        article.Publish(null, null, Now);
        return article;
    }

    private static ArticleContent Text(string title) => A.Content(title, body: "<p>Gövde</p>");

    private static ArticleContent Two(string turkish, string swedish) => ArticleContent.Empty with
    {
        Texts = new Dictionary<string, ArticleText>
        {
            ["tr"] = ArticleText.Empty with { Title = turkish },
            ["sv"] = ArticleText.Empty with { Title = swedish },
        },
    };

    private static TextState State(Article article) => Translation.StatesOf("tr", article.Draft)["sv"].State;
}

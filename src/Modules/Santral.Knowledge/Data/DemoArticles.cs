using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>The demo's articles, written and published by the domain's own rules, with four weeks of use behind them.</summary>
internal sealed class DemoArticles(
    KnowledgeDb db, Shelf shelf, IKnowDefinitions definitions, IKnowTeams teams, IOrganisation organisation, IKnowPeople people, TimeProvider clock) : ISeedDemo
{
    public int Order => 35;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Articles.AnyAsync(stop))
        {
            return;
        }

        List<DemoArticle> told = [.. new[] { DemoInternetArticles.All, DemoApplianceArticles.All, DemoMunicipalArticles.All }.SelectMany(a => a).Where(a => organisation.Find(a.Unit) is not null)];
        var ids = told.ToDictionary(a => a.Key, _ => Id.New<ArticleId>(clock));
        var writer = people.FindByUserName("supervisor1")?.Id;
        var writtenAt = clock.GetUtcNow().AddDays(-20);
        var versions = new Dictionary<string, ArticleVersion>();
        foreach (var article in told)
        {
            Write(article, ids, writer, writtenAt, versions);
        }

        foreach (var unit in told.Select(a => a.Unit).Distinct())
        {
            var duty = new UnitDuty(unit);
            duty.Require(unit == "municipal");
            db.Duties.Add(duty);
        }

        if (versions.TryGetValue("connection_drops", out var script))
        {
            DemoReadings.Of(script, people.FindByUserName("tech1")?.Id, clock.GetUtcNow(), db);
        }

        await db.SaveChangesAsync(stop);
        shelf.Forget();
    }

    private void Write(DemoArticle article, Dictionary<string, ArticleId> ids, UserId? writer, DateTimeOffset at, Dictionary<string, ArticleVersion> versions)
    {
        var content = article.Content(
            code => definitions.FindByCode(DefinitionTables.RequestCategories, code)?.Id,
            code => teams.FindByCode(code)?.Id,
            key => ids[key]);
        var folder = definitions.FindByCode(KnowledgeFolders.Table, article.Folder)?.Id;
        var written = Article.Create(
            ids[article.Key], article.Kind, folder, article.Texts[0].Language, ArticleRules.Clean(content, organisation.Find(article.Unit)!.Region), writer, at);
        db.Articles.Add(written);
        if (!article.IsDraft)
        {
            versions[article.Key] = written.Publish(null, writer, at);
            db.Versions.Add(versions[article.Key]);
        }

        written.Place(folder, null, article.IsOutdated);
        db.Places.AddRange(content.Scope.Categories.Select(c => new ArticlePlace(written.Id, c)));
        db.Links.AddRange(content.LeadsTo().Select(to => new ArticleLink(written.Id, to)));
    }
}

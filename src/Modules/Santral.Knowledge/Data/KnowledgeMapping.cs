using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>How articles lie in the tables: content as one JSON text, because it is drafted, published and compared as one.</summary>
internal static class KnowledgeMapping
{
    public static void Map(ModelBuilder model)
    {
        Articles(model);
        model.Entity<Reading>(reading =>
        {
            reading.ToTable("knowledge_reading").HasKey(r => r.Id);
            reading.Property(r => r.Id).ValueGeneratedNever();
            reading.Property(r => r.Answers).HasConversion(new AsJson<IReadOnlyList<GivenAnswer>>(), new SameJson<IReadOnlyList<GivenAnswer>>());
            reading.Property(r => r.Seen).HasConversion(new AsJson<IReadOnlyList<string>>(), new SameJson<IReadOnlyList<string>>());
            reading.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
            reading.HasIndex(r => new { r.ArticleId, r.At });
            reading.HasIndex(r => new { r.RequestId, r.At });
        });
        model.Entity<SearchDone>(search =>
        {
            search.ToTable("knowledge_search").HasKey(s => s.Id);
            search.Property(s => s.Id).ValueGeneratedNever();
            search.Property(s => s.Words).HasMaxLength(SearchDone.LongestWords);
            search.Property(s => s.Folded).HasMaxLength(2 * SearchDone.LongestWords);
            search.Property(s => s.Unit).HasMaxLength(40);
            search.HasIndex(s => s.RequestId);
            search.HasIndex(s => new { s.Found, s.At });
        });
        model.Entity<ArticleUse>(use =>
        {
            use.ToTable("knowledge_use").HasKey(u => u.Id);
            use.Property(u => u.Id).ValueGeneratedNever();
            use.Ignore(u => u.AuditId);
            use.Property(u => u.Title).HasMaxLength(ArticleRules.LongestTitle);
            use.HasIndex(u => new { u.RequestId, u.ArticleId }).IsUnique();
            use.HasOne<Article>().WithMany().HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitDuty>(duty =>
        {
            duty.ToTable("knowledge_duty").HasKey(d => d.Unit);
            duty.Ignore(d => d.AuditId);
            duty.Property(d => d.Unit).HasMaxLength(40);
        });
    }

    private static void Articles(ModelBuilder model)
    {
        model.Entity<Article>(article =>
        {
            article.ToTable("knowledge_article").HasKey(a => a.Id);
            article.Property(a => a.Id).ValueGeneratedNever();
            article.Ignore(a => a.AuditId);
            article.Property(a => a.MainLanguage).HasMaxLength(2);
            article.Property(a => a.Title).HasMaxLength(ArticleRules.LongestTitle);
            article.Property(a => a.Draft).HasConversion(new AsContent(), new SameContent());
        });
        model.Entity<ArticleVersion>(version =>
        {
            version.ToTable("knowledge_version").HasKey(v => new { v.ArticleId, v.Number });
            version.Property(v => v.Content).HasConversion(new AsContent(), new SameContent());
            version.Property(v => v.Comment).HasMaxLength(400);
            version.HasOne<Article>().WithMany().HasForeignKey(v => v.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticlePlace>(place =>
        {
            place.ToTable("knowledge_article_category").HasKey(p => new { p.ArticleId, p.CategoryId });
            place.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
            place.HasIndex(p => p.CategoryId);
        });
        model.Entity<ArticleLink>(link =>
        {
            link.ToTable("knowledge_article_link").HasKey(l => new { l.FromId, l.ToId });
            link.HasOne<Article>().WithMany().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<Article>().WithMany().HasForeignKey(l => l.ToId).OnDelete(DeleteBehavior.Restrict);
            link.HasIndex(l => l.ToId);
        });
    }

    private sealed class AsContent() : ValueConverter<ArticleContent, string>(c => ContentJson.Write(c), json => ContentJson.Read(json));

    private sealed class SameContent() : ValueComparer<ArticleContent>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && ContentJson.Write(a) == ContentJson.Write(b)),
        c => ContentJson.Write(c).GetHashCode(StringComparison.Ordinal),
        c => c);

    private sealed class AsJson<T>() : ValueConverter<T, string>(
        v => JsonSerializer.Serialize(v, SantralJson.Options), json => JsonSerializer.Deserialize<T>(json, SantralJson.Options)!);

    private sealed class SameJson<T>() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, SantralJson.Options) == JsonSerializer.Serialize(b, SantralJson.Options),
        v => JsonSerializer.Serialize(v, SantralJson.Options).GetHashCode(StringComparison.Ordinal),
        v => v);
}

/// <summary>A category that a draft or a published version names; what the definitions count before a row is deleted.</summary>
public sealed class ArticlePlace(ArticleId articleId, DefinitionId categoryId)
{
    public ArticleId ArticleId { get; private set; } = articleId;

    public DefinitionId CategoryId { get; private set; } = categoryId;
}

/// <summary>A link of a draft or a published version to another article; what circles are looked for in.</summary>
public sealed class ArticleLink(ArticleId fromId, ArticleId toId)
{
    public ArticleId FromId { get; private set; } = fromId;

    public ArticleId ToId { get; private set; } = toId;
}

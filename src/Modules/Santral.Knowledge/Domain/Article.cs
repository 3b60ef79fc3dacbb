using Santral.Contracts.Search;

namespace Santral.Knowledge.Domain;

/// <summary>
/// An article that supervisors write and agents read (M-08, M-09): one draft that changes, and versions that were published and never change.
/// </summary>
public sealed class Article : Aggregate, IAudited
{
    /// <summary>What the search calls its records.</summary>
    public const string SearchKind = "article";

    private Article()
    {
    }

    public ArticleId Id { get; private set; }

    public ArticleKind Kind { get; private set; }

    /// <summary>A row of the table of folders: where it stands in the tree.</summary>
    public DefinitionId? FolderId { get; private set; }

    /// <summary>The language it is written in first; the others are translated from it.</summary>
    public string MainLanguage { get; private set; } = "";

    /// <summary>The draft's title in the first language, for the audit trail and the writers' tree.</summary>
    public string Title { get; private set; } = "";

    [Unaudited]
    public ArticleContent Draft { get; private set; } = ArticleContent.Empty;

    /// <summary>Whether the draft says anything that is not published.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>The version readers see; null when there is none.</summary>
    public int? PublishedNumber { get; private set; }

    /// <summary>The newest version that was ever published.</summary>
    public int LastNumber { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The day somebody should look at it again; after it readers see that it may be out of date.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>Marked as out of date by a writer.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Taken out of use; its history stays.</summary>
    public bool IsRetired { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public UserId? ChangedBy { get; private set; }

    public Guid AuditId => Id.Value;

    public static Article Create(ArticleId id, ArticleKind kind, DefinitionId? folder, string mainLanguage, ArticleContent first, UserId? by, DateTimeOffset now)
    {
        var article = new Article
        {
            Id = id,
            Kind = kind,
            FolderId = folder,
            MainLanguage = mainLanguage,
            HasDraft = true,
            Draft = Translation.WithBasis(first, ArticleContent.Empty, mainLanguage, []),
        };
        article.Touch("created", by, now);
        return article;
    }

    public void Write(ArticleContent draft, ArticleContent? published, IReadOnlyCollection<string> confirmed, UserId? by, DateTimeOffset now)
    {
        RefuseRetired();
        Draft = Translation.WithBasis(draft, Draft, MainLanguage, confirmed);
        HasDraft = published is null || ContentJson.Write(published) != ContentJson.Write(Draft);
        Touch("written", by, now);
    }

    public void Place(DefinitionId? folder, DateOnly? reviewOn, bool isOutdated)
    {
        (FolderId, ReviewOn, IsOutdated) = (folder, reviewOn, isOutdated);
    }

    /// <summary>What is drafted is what readers see from now on.</summary>
    public ArticleVersion Publish(string? comment, UserId? by, DateTimeOffset now)
    {
        RefuseRetired();
        if (!HasDraft)
        {
            throw new Refusal("knowledge.nothing_to_publish");
        }

        var errors = ArticleCheck.Of(Kind, MainLanguage, Draft).Where(p => p.IsError).ToList();
        if (errors.Count > 0)
        {
            throw new Refusal("knowledge.not_publishable", RefusalKind.Invalid, ("count", errors.Count), ("problems", string.Join(',', errors.Select(e => e.Code).Distinct())));
        }

        HasDraft = false;
        return Release(Draft, comment, null, by, now);
    }

    /// <summary>An old version is what readers see again, as a new version; a draft in work stays as it is.</summary>
    public ArticleVersion RollBack(ArticleVersion to, string? comment, UserId? by, DateTimeOffset now)
    {
        RefuseRetired();
        if (to.Number == PublishedNumber)
        {
            throw new Refusal("knowledge.version_is_published");
        }

        if (!HasDraft)
        {
            Draft = to.Content;
        }

        return Release(to.Content, comment, to.Number, by, now);
    }

    /// <summary>Throws the draft away.</summary>
    public void Discard(ArticleContent published, UserId? by, DateTimeOffset now)
    {
        (Draft, HasDraft) = (published, false);
        Touch("discarded", by, now);
    }

    public void Retire(UserId? by, DateTimeOffset now)
    {
        RefuseRetired();
        IsRetired = true;
        Touch("retired", by, now);
        Raise(new FindableChanged(SearchKind, Id.Value));
    }

    public void Restore(UserId? by, DateTimeOffset now)
    {
        IsRetired = false;
        Touch("restored", by, now);
        Raise(new FindableChanged(SearchKind, Id.Value));
    }

    private ArticleVersion Release(ArticleContent content, string? comment, int? rolledBackTo, UserId? by, DateTimeOffset now)
    {
        PublishedNumber = ++LastNumber;
        (PublishedAt, IsOutdated) = (now, false);
        Touch("published", by, now);
        Raise(new FindableChanged(SearchKind, Id.Value));
        return new ArticleVersion(Id, LastNumber, content, comment, rolledBackTo, by, now);
    }

    private void RefuseRetired()
    {
        if (IsRetired)
        {
            throw new Refusal("knowledge.article_retired");
        }
    }

    private void Touch(string change, UserId? by, DateTimeOffset now)
    {
        Title = Draft.Read(MainLanguage, MainLanguage).Text.Title;
        (ChangedAt, ChangedBy) = (now, by);
        Raise(new ArticleChanged(Id.Value, change));
    }
}

/// <summary>An article as it was published once.</summary>
/// <param name="rolledBackTo">The number of the version it brought back.</param>
public sealed class ArticleVersion(
    ArticleId articleId, int number, ArticleContent content, string? comment, int? rolledBackTo, UserId? by, DateTimeOffset at)
{
    public ArticleId ArticleId { get; private set; } = articleId;

    public int Number { get; private set; } = number;

    public ArticleContent Content { get; private set; } = content;

    public string? Comment { get; private set; } = comment;

    public int? RolledBackTo { get; private set; } = rolledBackTo;

    public UserId? By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;
}

/// <summary>Something about an article is different: open screens read it again.</summary>
[Fact("knowledge.article_changed", 1)]
public sealed record ArticleChanged(Guid ArticleId, string Change) : IFact;

namespace Santral.Knowledge.Domain;

/// <summary>That an article answered a request (M-07): one for each article and request.</summary>
public sealed class ArticleUse : Aggregate, IAudited
{
    private ArticleUse()
    {
    }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public ArticleId ArticleId { get; private set; }

    public int Number { get; private set; }

    /// <summary>As it was called when it was used.</summary>
    public string Title { get; private set; } = "";

    public ScriptResult? Result { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid AuditId => Id;

    public static ArticleUse Of(Guid id, RequestId request, ArticleId article)
        => new() { Id = id, RequestId = request, ArticleId = article };

    public void Say(int number, string title, ScriptResult? result, UserId? by, DateTimeOffset now)
    {
        (Number, Title, Result, By, At) = (number, title, result ?? Result, by, now);
        Raise(new ArticleUsed(RequestId, ArticleId.Value, title, Result is { } how ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(how.ToString()) : null, by, now));
    }
}

/// <summary>Whether a business unit asks for a search in the knowledge base before a request is closed (M-06).</summary>
public sealed class UnitDuty(string unit) : Aggregate, IAudited
{
    /// <summary>One duty for each unit; made of its code, because a unit is known by it.</summary>
    public Guid Id { get; private set; } = new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(unit)).AsSpan(0, 16));

    public string Unit { get; private set; } = unit;

    public bool IsRequired { get; private set; }

    public Guid AuditId => Id;

    public void Require(bool isRequired) => IsRequired = isRequired;
}

namespace Santral.Knowledge.Domain;

/// <summary>One article of the knowledge base.</summary>
public readonly record struct ArticleId(Guid Value) : IId<ArticleId>
{
    public static ArticleId From(Guid value) => new(value);

    public static ArticleId Parse(string s, IFormatProvider? provider) => Id.Parse<ArticleId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ArticleId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>What an article is (M-09): steps to go through, a number to read out, an address outside, another article, or a text to read.</summary>
public enum ArticleKind
{
    Script,
    Phone,
    Link,
    Article,
    Text,
}

/// <summary>Whom an article is written for.</summary>
public enum Audience
{
    Agents,
    Public,
}

/// <summary>What the agent does in a step of a script: read it out, ask and choose the answer, write something down, or end.</summary>
public enum StepKind
{
    Say,
    Ask,
    Fill,
    Result,
}

/// <summary>How a script ends (I-22): the fault is gone, it is not, or somebody else goes on.</summary>
public enum ScriptResult
{
    Solved,
    Unsolved,
    PassOn,
}

/// <summary>How far a language of an article is, seen from the language it is written in first.</summary>
public enum TextState
{
    Missing,
    Partly,
    Old,
    UpToDate,
}

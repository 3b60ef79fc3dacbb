using System.Text.Json.Serialization;
using Santral.Contracts.Customers;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>One thing a flow can do. A node of a flow is a verb with its settings; what it returns names the next node.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Branch), "branch")]
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(Collect), "collect")]
[JsonDerivedType(typeof(Verify), "verify")]
[JsonDerivedType(typeof(ReadInvoice), "readInvoice")]
[JsonDerivedType(typeof(OpenHours), "openHours")]
[JsonDerivedType(typeof(Queue), "queue")]
[JsonDerivedType(typeof(Voicemail), "voicemail")]
[JsonDerivedType(typeof(SetLanguage), "setLanguage")]
[JsonDerivedType(typeof(HangUp), "hangUp")]
[JsonDerivedType(typeof(Goto), "goto")]
public abstract record Verb
{
    /// <summary>What people call this block; null: by what it does.</summary>
    public Names? Title { get; init; }

    /// <summary>Where it stands in the drawing; null: wherever the drawing puts it.</summary>
    public Place? Place { get; init; }

    /// <summary>Where it can lead.</summary>
    [JsonIgnore]
    public abstract IEnumerable<Exit> Exits { get; }

    /// <summary>Keys of the prompts it plays.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Prompts => [];

    /// <summary>Codes of the teams it names.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Teams => [];

    /// <summary>Whether the caller does something here: a loop through it is no endless one.</summary>
    [JsonIgnore]
    public virtual bool WaitsForCaller => false;

    /// <summary>What is wrong with its own settings.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Mistake> Mistakes => [];

    /// <summary>Doubtful settings: the flow runs, but a caller may be left alone.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Mistake> Doubts => [];

    /// <summary>Where a caller of a class can go from here, and of which class he is then.</summary>
    internal virtual IEnumerable<(string To, CallerClass Class)> WaysOf(CallerClass caller) => Exits.Select(e => (e.To, caller));

    /// <summary>Does it; returns the next node, or null when the flow ends here.</summary>
    internal abstract Task<string?> RunAsync(FlowRun run);

    /// <summary>Exits that are set, each with what leads there.</summary>
    protected static IEnumerable<Exit> ExitsOf(params (string On, string? To)[] exits)
        => exits.Where(e => e.To is not null).Select(e => new Exit(e.On, e.To!));

    /// <summary>Prompts that are set.</summary>
    protected static IEnumerable<string> PromptsOf(params string?[] prompts) => prompts.OfType<string>();
}

/// <summary>A way out of a node: what leads there (`next`, a key, a caller class) and where.</summary>
public sealed record Exit(string On, string To);

/// <summary>A place in the drawing.</summary>
public sealed record Place(int X, int Y);

/// <summary>A setting that makes no sense.</summary>
public sealed record Mistake(string Code, string? What);

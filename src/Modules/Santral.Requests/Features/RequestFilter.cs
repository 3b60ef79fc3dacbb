using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.WebUtilities;

namespace Santral.Requests.Features;

/// <summary>What the list is asked for, as in its address and in a saved view. Lists are separated by commas.</summary>
public sealed record RequestFilter
{
    /// <summary>Words in number, subject, text or customer's name, each by its beginning.</summary>
    [StringLength(100)] public string? Text { get; init; }

    /// <summary>`information`, `action`, `comment`, `none`.</summary>
    [StringLength(100)] public string? Kind { get; init; }

    /// <summary>Stage kinds, or `open`, `over`.</summary>
    [StringLength(100)] public string? Stage { get; init; }

    /// <summary>A unit's code, or `mine`.</summary>
    [StringLength(40)] public string? Unit { get; init; }

    /// <summary>`me`, `none` or a person's id.</summary>
    [StringLength(40)] public string? Owner { get; init; }

    /// <summary>A customer's id.</summary>
    [StringLength(40)] public string? Customer { get; init; }

    /// <summary>A call's id: the requests it was about.</summary>
    [StringLength(40)] public string? Call { get; init; }

    /// <summary>Codes or ids of priorities.</summary>
    [StringLength(200)] public string? Priority { get; init; }

    /// <summary>`today`, `week`.</summary>
    [StringLength(10)] public string? Opened { get; init; }

    /// <summary>`today`, `week`.</summary>
    [StringLength(10)] public string? Resolved { get; init; }

    /// <summary>Ids of categories; each means everything below it too. `none` for requests without one.</summary>
    [StringLength(400)] public string? Category { get; init; }

    /// <summary>Ids of teams, `mine`, or `none`.</summary>
    [StringLength(400)] public string? Team { get; init; }

    /// <summary>One of these tags, however written.</summary>
    [StringLength(200)] public string? Tag { get; init; }

    /// <summary>How the first contact came: `phone`, `email`, `web`…, or `none` for what was opened at the desk without one.</summary>
    [StringLength(100)] public string? Channel { get; init; }

    /// <summary>`me`: what the reader follows.</summary>
    [StringLength(10)] public string? Watched { get; init; }

    /// <summary>`yes`: only what is followed in another request, `all`: these too. Otherwise a search by words shows them, and nothing else does.</summary>
    [StringLength(10)] public string? Merged { get; init; }

    /// <summary>`overdue`, `today`, `soon`: promises still open that are late, fall due before midnight, or have used four fifths of their time.</summary>
    [StringLength(30)] public string? Due { get; init; }

    /// <summary>Reads a saved view's filter; a name it does not know is refused, so that a view never shows more than it says.</summary>
    public static RequestFilter Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var unknown = values.Keys.FirstOrDefault(k => !Names.Contains(k));
        if (unknown is not null)
        {
            throw Invalid(unknown);
        }

        string? Value(string name) => values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;
        return new RequestFilter
        {
            Text = Value("text"),
            Kind = Value("kind"),
            Stage = Value("stage"),
            Unit = Value("unit"),
            Owner = Value("owner"),
            Customer = Value("customer"),
            Call = Value("call"),
            Priority = Value("priority"),
            Opened = Value("opened"),
            Resolved = Value("resolved"),
            Category = Value("category"),
            Team = Value("team"),
            Tag = Value("tag"),
            Channel = Value("channel"),
            Watched = Value("watched"),
            Merged = Value("merged"),
            Due = Value("due"),
        };
    }

    /// <summary>This filter, with what it leaves open taken from a view.</summary>
    public RequestFilter Within(RequestFilter view) => new()
    {
        Text = Text ?? view.Text,
        Kind = Kind ?? view.Kind,
        Stage = Stage ?? view.Stage,
        Unit = Unit ?? view.Unit,
        Owner = Owner ?? view.Owner,
        Customer = Customer ?? view.Customer,
        Call = Call ?? view.Call,
        Priority = Priority ?? view.Priority,
        Opened = Opened ?? view.Opened,
        Resolved = Resolved ?? view.Resolved,
        Category = Category ?? view.Category,
        Team = Team ?? view.Team,
        Tag = Tag ?? view.Tag,
        Channel = Channel ?? view.Channel,
        Watched = Watched ?? view.Watched,
        Merged = Merged ?? view.Merged,
        Due = Due ?? view.Due,
    };

    public static Refusal Invalid(string name) => new("requests.filter_invalid", RefusalKind.Invalid, ("name", name));

    private static readonly string[] Names =
        ["text", "kind", "stage", "unit", "owner", "customer", "call", "priority", "opened", "resolved", "category", "team", "tag", "channel", "watched", "merged", "due", "sort"];
}

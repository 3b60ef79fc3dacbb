using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.WebUtilities;

namespace Santral.Requests.Features;

/// <summary>What the list is asked for, as in its address and in a saved view. Lists are separated by commas.</summary>
/// <param name="Text">Words in number, subject, text or customer's name.</param>
/// <param name="Kind">`information`, `action`, `comment`, `none`.</param>
/// <param name="Stage">Stage kinds, or `open`, `over`.</param>
/// <param name="Unit">A unit's code, or `mine`.</param>
/// <param name="Owner">`me`, `none` or a person's id.</param>
/// <param name="Customer">A customer's id.</param>
/// <param name="Call">A call's id: the requests it was about.</param>
/// <param name="Priority">Codes or ids of priorities.</param>
/// <param name="Category">Ids of categories; each means everything below it too. `none` for requests without one.</param>
/// <param name="Team">Ids of teams, `mine`, or `none`.</param>
/// <param name="Tag">One of these tags, however written.</param>
/// <param name="Watched">`me`: what the reader follows.</param>
/// <param name="Merged">`yes`: only what is followed in another request, `all`: these too. Otherwise a search by words shows them, and nothing else does.</param>
/// <param name="Opened">`today`, `week`.</param>
/// <param name="Resolved">`today`, `week`.</param>
/// <param name="Due">`overdue`, `today`, `soon`: promises still open that are late, fall due before midnight, or have used four fifths of their time.</param>
public sealed record RequestFilter(
    [property: StringLength(100)] string? Text = null,
    [property: StringLength(100)] string? Kind = null,
    [property: StringLength(100)] string? Stage = null,
    [property: StringLength(40)] string? Unit = null,
    [property: StringLength(40)] string? Owner = null,
    [property: StringLength(40)] string? Customer = null,
    [property: StringLength(40)] string? Call = null,
    [property: StringLength(200)] string? Priority = null,
    [property: StringLength(10)] string? Opened = null,
    [property: StringLength(10)] string? Resolved = null,
    [property: StringLength(400)] string? Category = null,
    [property: StringLength(400)] string? Team = null,
    [property: StringLength(200)] string? Tag = null,
    [property: StringLength(10)] string? Watched = null,
    [property: StringLength(10)] string? Merged = null,
    [property: StringLength(30)] string? Due = null)
{
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
        return new RequestFilter(
            Value("text"), Value("kind"), Value("stage"), Value("unit"), Value("owner"), Value("customer"), Value("call"), Value("priority"),
            Value("opened"), Value("resolved"), Value("category"), Value("team"), Value("tag"), Value("watched"), Value("merged"), Value("due"));
    }

    /// <summary>This filter, with what it leaves open taken from a view.</summary>
    public RequestFilter Within(RequestFilter view) => new(
        Text ?? view.Text,
        Kind ?? view.Kind,
        Stage ?? view.Stage,
        Unit ?? view.Unit,
        Owner ?? view.Owner,
        Customer ?? view.Customer,
        Call ?? view.Call,
        Priority ?? view.Priority,
        Opened ?? view.Opened,
        Resolved ?? view.Resolved,
        Category ?? view.Category,
        Team ?? view.Team,
        Tag ?? view.Tag,
        Watched ?? view.Watched,
        Merged ?? view.Merged,
        Due ?? view.Due);

    public static Refusal Invalid(string name) => new("requests.filter_invalid", RefusalKind.Invalid, ("name", name));

    private static readonly string[] Names =
        ["text", "kind", "stage", "unit", "owner", "customer", "call", "priority", "opened", "resolved", "category", "team", "tag", "watched", "merged", "due", "sort"];
}

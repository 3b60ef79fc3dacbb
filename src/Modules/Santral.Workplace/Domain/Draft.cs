using System.Text;
using System.Text.RegularExpressions;

namespace Santral.Workplace.Domain;

/// <summary>
/// What a person has typed and not yet saved, kept as it is typed. Its version counts the savings; a device that saves on top of
/// a version it has not seen does not destroy it: the newer text wins and the older one is set aside.
/// </summary>
public sealed partial class Draft : Aggregate
{
    public const int LongestKey = 120;
    public const int LongestDevice = 40;

    /// <summary>Of UTF-8: far more than any form, and little enough that typing all day fills no disk.</summary>
    public const int MostBytes = 256 * 1024;

    private Draft()
    {
    }

    public UserId UserId { get; private set; }

    /// <summary>Which form it belongs to: `request:…:note`, `request:new`.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As the form wrote it; only the form reads it.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Version of the record the text was typed over.</summary>
    public int? BaseVersion { get; private set; }

    /// <summary>The open page that typed it.</summary>
    public string Device { get; private set; } = "";

    /// <summary>The page's own count of savings, because the last one of a closing page may overtake the one before.</summary>
    public int Edit { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public static Draft Begin(UserId user, string key, Typing typing, DateTimeOffset now)
    {
        var draft = new Draft { UserId = user, Key = key };
        draft.Take(typing, now);
        return draft;
    }

    /// <summary>A page's savings arrived in another order than it sent them.</summary>
    public bool IsLate(Typing typing) => typing.Device == Device && typing.Edit <= Edit;

    /// <summary>The text that would be lost, or null when the typist had it before him.</summary>
    public OlderDraft? Replace(Typing typing, DateTimeOffset now)
    {
        var lost = typing.Device != Device && typing.KnownVersion != Version && typing.Body != Body ? SetAside(now) : null;
        Take(typing, now);
        return lost;
    }

    public OlderDraft SetAside(DateTimeOffset now) => new(Guid.CreateVersion7(now), UserId, Key, Body, BaseVersion, SavedAt, now);

    public static void CheckKey(string key)
    {
        if (key.Length > LongestKey || !KeyForm().IsMatch(key))
        {
            throw new Refusal("workplace.draft_key_invalid", RefusalKind.Invalid);
        }
    }

    private void Take(Typing typing, DateTimeOffset now)
    {
        if (Encoding.UTF8.GetByteCount(typing.Body) > MostBytes)
        {
            throw new Refusal("workplace.draft_too_long", RefusalKind.Invalid, ("max", MostBytes / 1024));
        }

        (Body, BaseVersion, Device, Edit, SavedAt) = (typing.Body, typing.BaseVersion, typing.Device, typing.Edit, now);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}(:[A-Za-z0-9-]{1,40}){1,3}$")]
    private static partial Regex KeyForm();
}

/// <summary>One saving of what is being typed.</summary>
/// <param name="KnownVersion">The draft's version the page had before it; 0 when it knew of none.</param>
public sealed record Typing(string Body, int? BaseVersion, string Device, int Edit, int KnownVersion);

/// <summary>A text that another device's newer one replaced: kept until the person looks at it or a month is over.</summary>
public sealed class OlderDraft
{
    private OlderDraft()
    {
    }

    internal OlderDraft(Guid id, UserId user, string key, string body, int? baseVersion, DateTimeOffset savedAt, DateTimeOffset setAsideAt)
        => (Id, UserId, Key, Body, BaseVersion, SavedAt, SetAsideAt) = (id, user, key, body, baseVersion, savedAt, setAsideAt);

    public Guid Id { get; private set; }

    public UserId UserId { get; private set; }

    public string Key { get; private set; } = "";

    public string Body { get; private set; } = "";

    public int? BaseVersion { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public DateTimeOffset SetAsideAt { get; private set; }
}

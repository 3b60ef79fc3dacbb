using System.Globalization;
using Santral.Contracts.Workplace;

namespace Santral.Requests.Domain;

/// <content>Who works on it, who follows it, and the words it is found by.</content>
public sealed partial class Request
{
    public const int MostWatchers = 50;
    public const int MostTags = 20;
    public const int LongestTag = 40;

    private readonly List<RequestWatcher> _watchers = [];
    private readonly List<RequestTag> _tags = [];

    public UserId? OwnerId { get; private set; }

    public TeamId? TeamId { get; private set; }

    public IReadOnlyList<RequestWatcher> Watchers => _watchers;

    public IReadOnlyList<RequestTag> Tags => _tags;

    /// <summary>The new owner is told (W-S04); both owners stand in the history.</summary>
    public void GiveTo(UserId? owner, UserId? by, DateTimeOffset now)
    {
        RefuseMerged();
        RefuseWorkOnComment(owner is not null);
        if (owner == OwnerId)
        {
            return;
        }

        OwnerId = owner;
        Changed("owner", now);
        if (owner is { } told)
        {
            Tell([told], "assigned", "notice.request_assigned", NoticeKind.Assigned, by, now);
        }
    }

    public void PassTo(TeamId? team, DateTimeOffset now)
    {
        RefuseMerged();
        RefuseWorkOnComment(team is not null);
        TeamId = team;
        Changed("team", now);
    }

    /// <summary>Watching is no change of the matter: it makes nobody's open form stale.</summary>
    public void Watch(UserId person, DateTimeOffset now)
    {
        RefuseMerged();
        if (_watchers.Any(w => w.UserId == person))
        {
            return;
        }

        if (_watchers.Count >= MostWatchers)
        {
            throw new Refusal("requests.too_many_watchers", RefusalKind.State, ("max", MostWatchers));
        }

        _watchers.Add(new RequestWatcher(Id, person, now));
    }

    public void Unwatch(UserId person) => _watchers.RemoveAll(w => w.UserId == person);

    /// <summary>Adds and takes away words; the same word in another writing is the same tag. Nobody's open form gets stale by it.</summary>
    public void Tag(IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove)
    {
        RefuseMerged();
        var gone = remove.Select(Folded.Of).ToHashSet();
        _tags.RemoveAll(t => gone.Contains(t.Folded));
        foreach (var tag in add.DistinctBy(Folded.Of).Where(w => !HasTag(w)))
        {
            _tags.Add(new RequestTag(Id, tag));
        }

        if (_tags.Count > MostTags)
        {
            throw new Refusal("requests.too_many_tags", RefusalKind.Invalid, ("max", MostTags));
        }

        Tell("tags");
    }

    public bool HasTag(string tag) => _tags.Exists(t => t.Folded == Folded.Of(tag));

    /// <summary>Everybody who follows it hears of a change; who made it does not.</summary>
    internal void TellWatchers(string what, string text, UserId? by, DateTimeOffset now, params (string Name, string Value)[] more)
        => Tell([.. _watchers.Select(w => w.UserId)], what, text, NoticeKind.Watched, by, now, more);

    /// <summary>A caller left a message: the team that is to call him back hears of it.</summary>
    internal void TellTeam(IReadOnlyList<UserId> people, DateTimeOffset now) => Tell(people, "voicemail", "notice.voicemail", NoticeKind.Assigned, null, now);

    private void Tell(
        IReadOnlyList<UserId> to, string what, string text, NoticeKind kind, UserId? by, DateTimeOffset now, params (string Name, string Value)[] more)
    {
        if (Number is null || to.Count == 0)
        {
            return;
        }

        var args = more.Append(("number", Number)).Append(("subject", Subject)).ToDictionary(a => a.Item1, a => a.Item2);
        var key = string.Create(CultureInfo.InvariantCulture, $"request:{Id}:{what}:{now.UtcTicks}");
        Raise(new NoticeDue(key, to, text, args, $"/requests/{Id}", kind, by, now));
    }

    private void RefuseWorkOnComment(bool isGiven)
    {
        if (isGiven && Kind == RequestKind.Comment)
        {
            throw new Refusal("requests.comment_is_done");
        }
    }
}

/// <summary>A person who follows a request without working on it.</summary>
public sealed class RequestWatcher
{
    private RequestWatcher()
    {
    }

    internal RequestWatcher(RequestId request, UserId user, DateTimeOffset since) => (RequestId, UserId, Since) = (request, user, since);

    public RequestId RequestId { get; private set; }

    public UserId UserId { get; private set; }

    public DateTimeOffset Since { get; private set; }
}

/// <summary>A word people group requests by.</summary>
public sealed class RequestTag
{
    private RequestTag()
    {
    }

    internal RequestTag(RequestId request, string name) => (RequestId, Name, Folded) = (request, name, Kernel.Folded.Of(name));

    public RequestId RequestId { get; private set; }

    /// <summary>`Kampanya` and `KAMPANYA` are one tag.</summary>
    public string Folded { get; private set; } = "";

    public string Name { get; private set; } = "";
}

using System.Text.Json;

namespace Santral.Workplace.Domain;

/// <summary>
/// Something one person is to know. Several about the same record that nobody has read yet are shown as the newest with a count:
/// the older ones lie folded under it, so that the same key told twice is still known.
/// </summary>
public sealed class Notice : Aggregate
{
    public const int LongestKey = 200;
    public const int LongestTextKey = 100;
    public const int LongestPath = 300;

    private Notice()
    {
    }

    public NoticeId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string Key { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    public string TextKey { get; private set; } = "";

    public string ArgsJson { get; private set; } = "{}";

    public string Path { get; private set; } = "";

    /// <summary>Who caused it; null for the system.</summary>
    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>How many it stands for.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The newer notice that stands for it.</summary>
    public NoticeId? FoldedInto { get; private set; }

    public IReadOnlyDictionary<string, string> Args => JsonSerializer.Deserialize<Dictionary<string, string>>(ArgsJson, SantralJson.Options) ?? [];

    public static Notice Tell(NoticeId id, UserId to, NoticeDue due)
    {
        var notice = new Notice
        {
            Id = id,
            UserId = to,
            Key = Cut(due.Key, LongestKey),
            Kind = due.Kind,
            TextKey = Cut(due.TextKey, LongestTextKey),
            ArgsJson = JsonSerializer.Serialize(due.Args, SantralJson.Options),
            Path = Cut(due.Path, LongestPath),
            By = due.By,
            At = due.At,
        };
        notice.Raise(new NoticesChanged(to));
        return notice;
    }

    /// <summary>This one stands for the older ones too: same record, same kind, none of them read.</summary>
    public void StandFor(IReadOnlyCollection<Notice> older)
    {
        foreach (var notice in older)
        {
            Count += notice.Count;
            notice.FoldedInto = Id;
        }
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Unread() => ReadAt = null;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}

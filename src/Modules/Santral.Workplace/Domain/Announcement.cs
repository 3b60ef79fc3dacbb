using Santral.Contracts.Processes;

namespace Santral.Workplace.Domain;

/// <summary>A warning or message that somebody writes to people, teams or departments (P-19); each of them has it in the bell.</summary>
public sealed class Announcement : Aggregate, IAudited
{
    public const int LongestText = 500;

    /// <summary>Text of i18n its notice has.</summary>
    public const string TextKey = "notice.announcement";

    /// <summary>The same for a warning.</summary>
    public const string WarningKey = "notice.warning";

    private Announcement()
    {
    }

    public AnnouncementId Id { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsWarning { get; private set; }

    public string Path { get; private set; } = "";

    public UserId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>How many were told.</summary>
    public int Reached { get; private set; }

    public Guid AuditId => Id.Value;

    public static Announcement Write(AnnouncementId id, string text, bool isWarning, string path, IReadOnlyCollection<UserId> to, UserId by, DateTimeOffset now)
    {
        var others = to.Distinct().Where(t => t != by).ToList();
        if (others.Count == 0)
        {
            throw new Refusal("workplace.nobody_to_tell", RefusalKind.Invalid);
        }

        var announcement = new Announcement { Id = id, Text = text, IsWarning = isWarning, Path = path, By = by, At = now, Reached = others.Count };
        announcement.Raise(new NoticeDue(
            $"announcement:{id}",
            others,
            isWarning ? WarningKey : TextKey,
            new Dictionary<string, string> { ["text"] = text },
            path,
            isWarning ? NoticeKind.Warning : NoticeKind.Mentioned,
            by,
            now));
        if (isWarning)
        {
            announcement.Raise(new StageMailDue(new StagedReference("announcement", "", id.Value, "", text, path), "", "announcement_warning", others, null, now));
        }

        return announcement;
    }
}

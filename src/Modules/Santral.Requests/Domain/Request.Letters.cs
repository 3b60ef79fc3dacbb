using Santral.Contracts.Workplace;

namespace Santral.Requests.Domain;

/// <content>What letters do to it.</content>
public sealed partial class Request
{
    private static readonly StageKind[] TakenUp = [StageKind.Waiting, StageKind.Resolved, StageKind.Closed, StageKind.Rejected];

    /// <summary>When it ended, as far as it has.</summary>
    public DateTimeOffset? EndedAt => StageKind is StageKind.Resolved or StageKind.Closed or StageKind.Rejected ? ResolvedAt ?? StageSince : null;

    /// <summary>
    /// The customer wrote again: what had ended or waited for him goes on, and who has it in hand is told. What a machine wrote joins
    /// and changes nothing (H-02).
    /// </summary>
    public void HearLetter(string from, bool isAutomatic, UnitStages stages, DateTimeOffset now)
    {
        if (!isAutomatic)
        {
            if (TakenUp.Contains(StageKind) && Kind != RequestKind.Comment)
            {
                var open = stages.All.FirstOrDefault(s => s.Kind == StageKind.InProgress) ?? stages.First(StageKind.New);
                MoveByRule(stages.Process, open, null, stages.As(null), stages.People, now);
            }

            ChangedAt = now;
            Tell([.. _watchers.Select(w => w.UserId).Append(OwnerId ?? default).Where(u => u != default)], "letter", "notice.request_letter", NoticeKind.Watched, null, now, ("from", from));
        }

        Tell("mail");
    }

    /// <summary>A letter about it was written, sent or came back; only the sent one of a person is an answer.</summary>
    public void TellLetter() => Tell("mail");
}

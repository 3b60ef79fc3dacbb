using Santral.Contracts.Workplace;

namespace Santral.Requests.Domain;

/// <content>Work on site, asked for by Advanced Support (I-26).</content>
public sealed partial class Request
{
    /// <summary>A part of a customer's matter that somebody has to do on site; nobody has it in hand yet.</summary>
    public void BecomeFieldTask(Request matter, string? customerName, RequestSections sections, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        Describe(
            new Description(
                RequestKind.Action, matter.Subject, matter.Text, matter.CategoryId, StoredAnswers.Read(matter.Answers), PriorityId, matter.ContactMethodId, matter.CustomerId,
                customerName, matter.SubscriptionId, matter.Product, sections),
            stages, by, now);
        OwnerId = null;
        ParentId = matter.Id;
    }

    public void TellFieldTeam(IReadOnlyList<UserId> team, UserId? by, DateTimeOffset now)
        => Tell(team, "field", "notice.field_task", NoticeKind.Assigned, by, now);
}

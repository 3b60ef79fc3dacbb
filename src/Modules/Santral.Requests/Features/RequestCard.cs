using Santral.Contracts.Files;
using Santral.Requests.Clocks;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>A request as its page shows it; also the answer of every save and the `current` of a stale one.</summary>
/// <param name="Answers">To the extra fields of the category.</param>
/// <param name="FormFields">The extra fields its category asks for.</param>
/// <param name="Stages">The stages it may go to next.</param>
/// <param name="AllStages">All stages of its unit, for the bar.</param>
/// <param name="Sections">What only its kind has.</param>
/// <param name="MergedInto">Where its matter is followed now; nothing on it changes until the merge is taken back.</param>
/// <param name="Files">All that are attached, with those of the requests that are followed in it; oldest first.</param>
/// <param name="CanHaveWorkOrder">Only what is to be done can (M-10, M-20).</param>
/// <param name="Clock">The promise that presses most.</param>
/// <param name="May">What the reader may do with it.</param>
public sealed record RequestCard(
    RequestId Id,
    string Number,
    string Unit,
    RequestKind? Kind,
    string Subject,
    string Text,
    ChosenCategory? Category,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<FormField> FormFields,
    DefinitionName? Priority,
    DefinitionName? ContactMethod,
    StageName Stage,
    IReadOnlyList<StageName> Stages,
    IReadOnlyList<StageName> AllStages,
    PersonName? Owner,
    TeamName? Team,
    CustomerSummary? Customer,
    SubscriptionName? Subscription,
    string? Product,
    SectionsCard Sections,
    Channel? Channel,
    IReadOnlyList<CallId> Calls,
    IReadOnlyList<string> Tags,
    IReadOnlyList<PersonName> Watchers,
    RequestReference? Parent,
    IReadOnlyList<RequestReference> Parts,
    IReadOnlyList<RequestReference> Related,
    RequestReference? MergedInto,
    IReadOnlyList<MergedReference> Merged,
    IReadOnlyList<FileCard> Files,
    bool CanHaveWorkOrder,
    RequestRights May,
    ClockFace? Clock,
    DateTimeOffset OpenedAt,
    PersonName? OpenedBy,
    DateTimeOffset ChangedAt,
    DateTimeOffset? ResolvedAt,
    int Version);

/// <param name="Length">In bytes.</param>
/// <param name="IsRisky">A program or a script: to be opened with care.</param>
public sealed record FileCard(FileId Id, string Name, string ContentType, long Length, bool IsRisky, PersonName? By, DateTimeOffset At);

/// <param name="Work">What is to be done.</param>
/// <param name="Place">Where.</param>
/// <param name="Answer">What the customer was told.</param>
public sealed record SectionsCard(string Answer, string Work, string? Place, DateOnly? WantedOn);

/// <param name="Write">False for who only reads, and while it is merged into another one.</param>
/// <param name="Edit">False where the stage it is in has makers and the reader is none of them (W-D04).</param>
/// <param name="Categorise">False where only authorised staff choose the category (H-04) and the reader is none of them.</param>
/// <param name="Assign">False for who may not give work to people and teams (H-16).</param>
public sealed record RequestRights(bool Write, bool Edit, bool Categorise, bool Assign, bool Merge);

public sealed record StageName(string Code, StageKind Kind, Names Names);

/// <summary>A row of a definition table as a form shows it.</summary>
public sealed record DefinitionName(DefinitionId Id, string Code, Names Names, string? Colour);

/// <param name="Path">From the root to the chosen row.</param>
public sealed record ChosenCategory(DefinitionId Id, IReadOnlyList<DefinitionName> Path);

public sealed record PersonName(UserId Id, string Name);

public sealed record TeamName(TeamId Id, string Code, Names Names);

public sealed record SubscriptionName(SubscriptionId Id, string Number, string Subject);

/// <summary>Another request, as far as the reader may know of it.</summary>
public sealed record RequestReference(RequestId Id, string Number, string Subject, StageName Stage);

/// <summary>A request that is followed in this one.</summary>
/// <param name="Until">Until when the merge can be taken back.</param>
public sealed record MergedReference(RequestId Id, string Number, string Subject, DateTimeOffset At, PersonName? By, DateTimeOffset Until, int Version);

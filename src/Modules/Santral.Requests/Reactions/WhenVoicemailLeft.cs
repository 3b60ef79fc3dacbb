using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Features;

namespace Santral.Requests.Reactions;

/// <summary>
/// A caller's message becomes a request in the queue of the team that is to call him back. The request has the recording's id, so one message never opens two;
/// its sound plays in the timeline, at the call.
/// </summary>
internal sealed class WhenVoicemailLeft(RequestsDb db, StageCatalog stages, IOrganisation organisation, NameDefinitions definitions, IFindCustomer customers, ITexts texts) : IReactTo<VoicemailLeft>
{
    public async Task ReactAsync(VoicemailLeft fact, CancellationToken stop)
    {
        var id = RequestId.From(fact.RecordingId.Value);
        if (await db.Requests.AnyAsync(r => r.Id == id, stop))
        {
            return;
        }

        var unit = organisation.Find(fact.Unit) ?? (organisation.Units is [var first, ..] ? first : throw new Refusal("requests.no_unit", RefusalKind.State));
        var customer = fact.CustomerId is { } known ? await customers.FindAsync(known, stop) : null;
        var opening = new Opening(unit.Code, unit.RequestSeries, fact.CallId, customer?.Id, customer?.Name, Channel.Voicemail, definitions.DefaultPriority(unit.Code))
        {
            TeamId = fact.Team,
            ContactMethodId = definitions.MethodOfCalls(unit.Code),
        };
        var request = Request.Open(id, opening, stages.Of(unit.Code), null, fact.At);
        request.Describe(DescriptionOf(fact, unit.Language, opening), stages.Of(unit.Code), null, fact.At);
        db.Requests.Add(request);
        db.LinkedCalls.Add(LinkedCall.Link(request, fact.CallId, null, fact.At));
    }

    private Description DescriptionOf(VoicemailLeft fact, string language, Opening opening)
    {
        var length = fact.Length.ToString(@"m\:ss", CultureInfo.InvariantCulture);
        var subject = fact.CallingNumber is { } number
            ? texts.Get(language, "requests.voicemail_subject", new Dictionary<string, object?> { ["number"] = number.Value, ["length"] = length })
            : texts.Get(language, "requests.voicemail_subject_withheld", new Dictionary<string, object?> { ["length"] = length });
        return new Description(
            null, subject, "", null, new Dictionary<string, string>(), opening.PriorityId, opening.ContactMethodId, opening.CustomerId, opening.CustomerName, null, null, RequestSections.Empty);
    }
}

/// <summary>The request of a message has its number: everybody of the team is told.</summary>
internal sealed class WhenMessageOpened(RequestsDb db, IKnowTeams teams, IKnowPeople people) : IReactTo<RequestOpened>
{
    public async Task ReactAsync(RequestOpened fact, CancellationToken stop)
    {
        if (await db.Requests.SingleOrDefaultAsync(r => r.Id == fact.RequestId, stop) is { Channel: Channel.Voicemail, TeamId: { } team } request)
        {
            request.TellTeam([.. people.All.Where(p => p.IsActive && teams.Of(p.Id).Any(t => t.Id == team)).Select(p => p.Id)], fact.At);
        }
    }
}

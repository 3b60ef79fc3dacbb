using Santral.Contracts.Identity;
using Santral.Contracts.Live;
using Santral.Requests.Features;

namespace Santral.Requests.Reactions;

/// <summary>What open screens are told: which request, and what kind of change; they read it again if they show it.</summary>
public sealed record RequestNews(RequestId RequestId, string Number, string Change)
{
    public const string Topic = "requests";
}

/// <summary>News go to the people who may see the request, and to nobody else: a number and a moment are already something to know.</summary>
internal sealed class RequestNewsDesk(ILiveNews news, IKnowPeople people, IKnowTeams teams)
{
    public void Tell(string unit, IReadOnlyCollection<UserId> alsoTo, RequestNews about)
    {
        foreach (var person in people.All.Where(p => p.IsActive && (Sight.SeesUnit(p, unit, teams) || alsoTo.Contains(p.Id))))
        {
            news.ToUser(person.Id, RequestNews.Topic, about);
        }
    }
}

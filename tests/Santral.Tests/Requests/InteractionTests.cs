using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Contracts.Requests;
using Santral.Requests.Domain;

namespace Santral.Tests.Requests;

/// <summary>The facts of one call may come late or in another order; the contact is the same in the end.</summary>
public sealed class InteractionTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CallId _call;
    private readonly UserId _agent;
    private readonly TeamId _team;

    public InteractionTests()
    {
        _call = Id.New<CallId>(_clock);
        _agent = Id.New<UserId>(_clock);
        _team = Id.New<TeamId>(_clock);
    }

    [Fact]
    [Requirement("M-03")]
    public void In_any_order_the_contact_is_the_same()
    {
        var inOrder = Contact(c => c.Arrived(Arrived()), c => c.Answered(Answered()), c => c.Ended(Ended(), []));
        var backwards = Contact(c => c.Ended(Ended(), []), c => c.Answered(Answered()), c => c.Arrived(Arrived()));

        foreach (var contact in new[] { inOrder, backwards })
        {
            contact.CallId.ShouldBe(_call);
            contact.CallerClass.ShouldBe(CallerClass.VerifiedCorporate);
            contact.AgentId.ShouldBe(_agent);
            contact.Talked.ShouldBe(TimeSpan.FromSeconds(120));
            contact.EndedAt.ShouldBe(_clock.GetUtcNow().AddMinutes(3));
            contact.MenuPath.ShouldHaveSingleItem().Key.ShouldBe("3");
        }
    }

    [Fact]
    public void The_end_of_a_call_is_news_for_its_requests()
    {
        var contact = new Interaction(_call, _clock.GetUtcNow());
        var request = Id.New<RequestId>(_clock);

        contact.Ended(Ended(), [(request, "ÇB-26-0001")]);

        contact.Raised.ShouldHaveSingleItem().ShouldBe(new RequestChanged(request, "ÇB-26-0001", "call"));
    }

    private Interaction Contact(params Action<Interaction>[] facts)
    {
        var contact = new Interaction(_call, _clock.GetUtcNow());
        foreach (var fact in facts)
        {
            fact(contact);
        }

        return contact;
    }

    private CallArrived Arrived() => new(_call, "internet", "100", null, CallerClass.Unidentified, null, _clock.GetUtcNow());

    private CallAnswered Answered() => new(_call, _agent, _team, TimeSpan.FromSeconds(31), _clock.GetUtcNow().AddMinutes(1));

    private CallEnded Ended() => new(
        _call, "internet", "100", null, CallerClass.VerifiedCorporate, Id.New<CustomerId>(_clock),
        [new MenuStep("main", "3", new Names("Genel bilgi", "Allmänt", "General"), _clock.GetUtcNow())],
        _team, _agent, TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(120), CallEndReason.CallerHungUp, _clock.GetUtcNow(), _clock.GetUtcNow().AddMinutes(3));
}

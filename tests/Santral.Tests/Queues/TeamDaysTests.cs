using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class TeamDaysTests
{
    private static readonly TeamId Team = new(new Guid("018f0000-0000-7000-8000-000000000001"));
    private static readonly UserId Agent = new(new Guid("018f0000-0000-7000-8000-000000000002"));
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void The_service_level_is_who_was_answered_promptly_of_all_who_came()
    {
        var days = new TeamDays();
        days.ServiceLevel(Team, Today).ShouldBeNull();
        days.WaitOver(Team, Today, WaitEnd.Answered, TimeSpan.FromSeconds(20));
        days.WaitOver(Team, Today, WaitEnd.Answered, TimeSpan.FromSeconds(21));
        days.WaitOver(Team, Today, WaitEnd.Abandoned, TimeSpan.FromSeconds(5));

        days.ServiceLevel(Team, Today).ShouldBe(33);
    }

    [Fact]
    public void Midnight_begins_a_new_day()
    {
        var days = new TeamDays();
        days.WaitOver(Team, Today, WaitEnd.Abandoned, TimeSpan.Zero);
        days.TalkOver(Agent, Today, TimeSpan.FromMinutes(4));

        days.ServiceLevel(Team, Today.AddDays(1)).ShouldBeNull();
        days.Of(Agent, Today.AddDays(1)).Answered.ShouldBe(0);
        days.WaitOver(Team, Today.AddDays(1), WaitEnd.Answered, TimeSpan.Zero);
        days.ServiceLevel(Team, Today.AddDays(1)).ShouldBe(100);
    }

    [Fact]
    public void An_agents_day_is_calls_and_their_average_length()
    {
        var days = new TeamDays();
        days.TalkOver(Agent, Today, TimeSpan.FromSeconds(60));
        days.TalkOver(Agent, Today, TimeSpan.FromSeconds(120));

        days.Of(Agent, Today).ShouldBe((2, TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void Who_was_cut_off_gets_his_place_back_once_and_within_a_minute()
    {
        var places = new OldPlaces();
        var number = PhoneNumber.Parse("+905321112233", null);
        var lost = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        var place = lost.AddMinutes(-5);
        places.Keep(number, Team, place, lost);

        places.Take(null, Team, lost).ShouldBe(lost, "a withheld number has no place");
        places.Take(number, Team, lost.AddSeconds(59)).ShouldBe(place);
        places.Take(number, Team, lost.AddSeconds(59)).ShouldBe(lost.AddSeconds(59));
        places.Keep(number, Team, place, lost);
        places.Take(number, Team, lost.AddSeconds(60)).ShouldBe(lost.AddSeconds(60));
    }
}

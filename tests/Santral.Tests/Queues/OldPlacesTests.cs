using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class OldPlacesTests
{
    private static readonly TeamId Team = new(new Guid("018f0000-0000-7000-8000-000000000001"));
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+905321112233", null);
    private static readonly DateTimeOffset Lost = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_was_cut_off_gets_his_place_back_once_and_within_a_minute()
    {
        var places = new OldPlaces();
        var place = Lost.AddMinutes(-5);
        places.Keep(Number, Team, place, Lost);

        places.Take(null, Team, Lost).ShouldBe(Lost, "a withheld number has no place");
        places.Take(Number, Team, Lost.AddSeconds(59)).ShouldBe(place);
        places.Take(Number, Team, Lost.AddSeconds(59)).ShouldBe(Lost.AddSeconds(59));
        places.Keep(Number, Team, place, Lost);
        places.Take(Number, Team, Lost.AddSeconds(60)).ShouldBe(Lost.AddSeconds(60));
    }

    [Fact]
    public void A_team_says_how_long_a_place_is_kept()
    {
        var places = new OldPlaces();
        var place = Lost.AddMinutes(-5);
        places.Keep(Number, Team, place, Lost, TimeSpan.FromMinutes(10));
        places.Take(Number, Team, Lost.AddMinutes(9)).ShouldBe(place);

        places.Keep(Number, Team, place, Lost, TimeSpan.Zero);
        places.Take(Number, Team, Lost).ShouldBe(Lost, "a team may keep none");
    }
}

using Santral.Sip.Transports;

namespace Santral.Sip.Tests.Loopback;

/// <summary>How old the message is that a stream has begun and not ended: drops that keep coming do not make it younger.</summary>
public class BegunMessageTests
{
    [Fact]
    public void A_message_that_comes_in_drops_is_as_old_as_its_first_byte()
    {
        var clock = new FakeTimeProvider();
        var begun = new BegunMessage(clock);
        begun.Age.ShouldBe(TimeSpan.Zero);
        begun.Took(whole: 0, left: 10);
        clock.Advance(TimeSpan.FromSeconds(29));
        begun.Took(whole: 0, left: 11);
        clock.Advance(TimeSpan.FromSeconds(2));
        begun.Age.ShouldBe(TimeSpan.FromSeconds(31));
    }

    [Fact]
    public void A_whole_message_makes_what_follows_it_new()
    {
        var clock = new FakeTimeProvider();
        var begun = new BegunMessage(clock);
        begun.Took(whole: 0, left: 10);
        clock.Advance(TimeSpan.FromSeconds(20));
        begun.Took(whole: 300, left: 4);
        clock.Advance(TimeSpan.FromSeconds(20));
        begun.Age.ShouldBe(TimeSpan.FromSeconds(20));
        begun.Took(whole: 300, left: 0);
        clock.Advance(TimeSpan.FromSeconds(20));
        begun.Age.ShouldBe(TimeSpan.Zero);
    }
}

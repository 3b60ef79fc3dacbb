using System.Net;
using Santral.Media.Legs;
using Santral.Media.Native;

namespace Santral.Media.Tests.Engine;

public sealed class SourceLatchTests
{
    private const long Ms = 1_000_000;
    private static readonly SockAddr Announced = At("192.0.2.1", 4000);
    private static readonly SockAddr Nat = At("198.51.100.7", 50_000);
    private static readonly SockAddr Stranger = At("203.0.113.9", 60_000);
    private readonly SourceLatch _latch = new(TimeSpan.FromSeconds(3));

    public SourceLatchTests() => _latch.Announce(Announced);

    [Fact]
    public void The_announced_source_is_taken_at_once()
    {
        _latch.Destination.ShouldBe(Announced);
        _latch.Accept(Announced, 1, 10, 0).ShouldBeTrue();
    }

    [Fact]
    public void Another_source_is_taken_after_two_packets_in_order()
    {
        _latch.Accept(Nat, 1, 65_535, 0).ShouldBeFalse();
        _latch.Accept(Nat, 1, 0, 0).ShouldBeTrue();
        _latch.Destination.ShouldBe(Nat);
    }

    [Fact]
    public void Two_packets_out_of_order_or_of_two_streams_prove_nothing()
    {
        _latch.Accept(Nat, 1, 10, 0).ShouldBeFalse();
        _latch.Accept(Nat, 1, 12, 0).ShouldBeFalse();
        _latch.Accept(Nat, 2, 13, 0).ShouldBeFalse();
        _latch.Accept(Stranger, 2, 14, 0).ShouldBeFalse();
        _latch.IsLatched.ShouldBeFalse();
    }

    [Fact]
    public void A_second_source_waits_until_the_first_is_silent()
    {
        _latch.Accept(Announced, 1, 10, 0);
        _latch.Accept(Stranger, 2, 1, 1000 * Ms).ShouldBeFalse();
        _latch.Accept(Stranger, 2, 2, 1020 * Ms).ShouldBeFalse();
        _latch.Accept(Announced, 1, 11, 2000 * Ms).ShouldBeTrue();
        _latch.Accept(Stranger, 2, 3, 4000 * Ms).ShouldBeFalse();

        _latch.Accept(Stranger, 2, 4, 5000 * Ms).ShouldBeFalse();
        _latch.Accept(Stranger, 2, 5, 5020 * Ms).ShouldBeTrue();
    }

    [Fact]
    public void A_new_address_in_a_description_frees_the_latch_and_the_same_one_does_not()
    {
        _latch.Accept(Nat, 1, 1, 0);
        _latch.Accept(Nat, 1, 2, 0);
        _latch.Announce(Announced);
        _latch.Destination.ShouldBe(Nat);

        _latch.Announce(Stranger);
        _latch.Destination.ShouldBe(Stranger);
    }

    private static SockAddr At(string address, int port) => SockAddr.From(new IPEndPoint(IPAddress.Parse(address), port));
}

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
    private static readonly SockAddr OtherPort = At("192.0.2.1", 5000);
    private readonly SourceLatch _latch = new(TimeSpan.FromSeconds(3), At("198.51.100.7", 0));

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
        _latch.Accept(OtherPort, 2, 1, 1000 * Ms).ShouldBeFalse();
        _latch.Accept(OtherPort, 2, 2, 1020 * Ms).ShouldBeFalse();
        _latch.Accept(Announced, 1, 11, 2000 * Ms).ShouldBeTrue();
        _latch.Accept(OtherPort, 2, 3, 4000 * Ms).ShouldBeFalse();

        _latch.Accept(OtherPort, 2, 4, 5000 * Ms).ShouldBeFalse();
        _latch.Accept(OtherPort, 2, 5, 5020 * Ms).ShouldBeTrue();
    }

    [Fact]
    public void The_announced_source_takes_its_place_back_at_once()
    {
        _latch.Accept(Nat, 1, 1, 0);
        _latch.Accept(Nat, 1, 2, 20 * Ms).ShouldBeTrue();
        _latch.Accept(Announced, 3, 100, 40 * Ms).ShouldBeTrue();
        _latch.Destination.ShouldBe(Announced);
    }

    [Fact]
    public void A_host_that_neither_signals_nor_was_announced_is_never_taken()
    {
        for (ushort packet = 0; packet < 50; packet++)
        {
            _latch.Accept(Stranger, 2, packet, packet * 1000 * Ms).ShouldBeFalse();
        }

        _latch.Destination.ShouldBe(Announced);
    }

    [Theory]
    [InlineData("127.0.0.1", "::1", true)]
    [InlineData("::1", "127.0.0.5", true)]
    [InlineData("127.0.0.1", "::2", false)]
    [InlineData("127.0.0.1", "::1:1", false)]
    [InlineData("198.51.100.7", "::1", false)]
    public void A_telephone_on_this_machine_may_speak_by_another_family_of_addresses_than_it_signals_by(string signals, string speaks, bool isTaken)
    {
        var latch = new SourceLatch(TimeSpan.FromSeconds(3), At(signals, 0));
        latch.Announce(At("2001:db8::7", 4000));

        latch.Accept(At(speaks, 7078), 1, 10, 0).ShouldBeFalse();
        latch.Accept(At(speaks, 7078), 1, 11, 20 * Ms).ShouldBe(isTaken);
    }

    [Fact]
    public void Another_port_of_an_announced_host_behind_NAT_is_not_the_peers()
    {
        _latch.Announce(Announced, hostMaySend: false);
        _latch.Accept(OtherPort, 1, 1, 0).ShouldBeFalse();
        _latch.Accept(OtherPort, 1, 2, 20 * Ms).ShouldBeFalse();
        _latch.Accept(Announced, 1, 3, 40 * Ms).ShouldBeTrue();
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

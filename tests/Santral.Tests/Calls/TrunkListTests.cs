using System.Net;
using Microsoft.Extensions.Configuration;
using Santral.Calls;
using Santral.Calls.Live.Telephone;

namespace Santral.Tests.Calls;

/// <summary>From where calls are taken.</summary>
public sealed class TrunkListTests
{
    [Theory]
    [InlineData("", "127.0.0.1", false, false)]
    [InlineData("", "192.0.2.5", false, false)]
    [InlineData("127.0.0.0/8", "127.0.0.1", true, true)]
    [InlineData("", "203.0.113.7", false, false)]
    [InlineData("203.0.113.7, 198.51.100.9/24", "203.0.113.7", true, true)]
    [InlineData("203.0.113.7, 198.51.100.9/24", "198.51.100.200", true, true)]
    [InlineData("203.0.113.7, 198.51.100.9/24", "203.0.113.8", false, false)]
    [InlineData("2001:db8:1::/48", "2001:db8:1:2::3", true, true)]
    [InlineData("2001:db8:1::/48", "2001:db8:2::3", false, false)]
    [InlineData("all", "203.0.113.7", true, false)]
    [InlineData("0.0.0.0/0", "203.0.113.7", true, false)]
    [InlineData("ALL,203.0.113.7", "203.0.113.7", true, true)]
    [InlineData("", "198.18.0.1", true, true)]
    public void Calls_come_from_trunks(string trunks, string source, bool asks, bool believed)
    {
        var rule = new KnownSources(Options(trunks), () => false, s => s.Equals(IPAddress.Parse("198.18.0.1")));
        rule.MayAsk(IPAddress.Parse(source)).ShouldBe(asks);
        rule.IsTrusted(IPAddress.Parse(source)).ShouldBe(believed);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("192.0.2.5", true)]
    [InlineData("203.0.113.7", false)]
    public void A_demo_takes_calls_from_this_machine_and_believes_nobody(string source, bool asks)
    {
        var rule = new KnownSources(Options(""), () => true, _ => false);
        rule.MayAsk(IPAddress.Parse(source)).ShouldBe(asks);
        rule.IsTrusted(IPAddress.Parse(source)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("trunk.example.com")]
    [InlineData("203.0.113.7/33")]
    [InlineData("203.0.113.7/-1")]
    [InlineData("203.0.113.7/")]
    [InlineData("203.0.113.7 198.51.100.9")]
    [InlineData("fe80::1%2")]
    public void What_is_no_network_stops_the_start_with_a_sentence(string trunks)
        => Should.Throw<InvalidOperationException>(() => Options(trunks)).Message.ShouldContain("SANTRAL_SIP_TRUNKS");

    private static CallsOptions Options(string trunks) => CallsOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("SIP_TRUNKS", trunks), new("BIND", "192.0.2.5")]).Build());
}

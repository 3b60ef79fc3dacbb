using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;

namespace Santral.Tests.Calls;

/// <summary>What may be called, and how it is written towards a trunk.</summary>
public sealed class OutboundRuleTests
{
    private static readonly string[] Home = ["TR", "SE"];

    [Theory]
    [InlineData("+905321112233", NumberKind.National)]
    [InlineData("+46701740605", NumberKind.National)]
    [InlineData("+493012345678", NumberKind.International)]
    [InlineData("+12125550123", NumberKind.International)]
    [InlineData("+18095550123", NumberKind.International)]
    [InlineData("+909001234567", NumberKind.Premium)]
    [InlineData("+46900123456", NumberKind.Premium)]
    [InlineData("+4699123456", NumberKind.Premium)]
    [InlineData("+881612345678", NumberKind.Premium)]
    [InlineData("+882991234567", NumberKind.Premium)]
    [InlineData("+97912345678", NumberKind.Premium)]
    public void A_number_is_of_a_kind(string number, NumberKind kind) => NumberKinds.Of(Read(number), Home).ShouldBe(kind);

    [Theory]
    [InlineData("+18095550123", NumberKind.International)]
    [InlineData("+18765550123", NumberKind.International)]
    [InlineData("+12125550123", NumberKind.National)]
    public void An_american_house_is_not_at_home_on_every_island_of_its_country_code(string number, NumberKind kind)
        => NumberKinds.Of(Read(number), ["US"]).ShouldBe(kind);

    [Theory]
    [InlineData("+905321112233", null)]
    [InlineData("+493012345678", "calls.outbound_international")]
    [InlineData("+909001234567", "calls.outbound_premium")]
    public void Without_a_rule_only_home_is_open(string number, string? refusal)
    {
        OutboundRule.Default.Refuses(Read(number), NumberKinds.Of(Read(number), Home)).ShouldBe(refusal);
        OutboundRule.Default.Transfers.ShouldBeFalse();
    }

    [Theory]
    [InlineData("+493012345678", null)]
    [InlineData("+498912345678", "calls.outbound_international")]
    [InlineData("+902120000001", "calls.outbound_barred")]
    [InlineData("+905321112233", "calls.outbound_closed")]
    public void Prefixes_open_and_close(string number, string? refusal)
    {
        var rule = OutboundRule.For(Guid.NewGuid(), "agent", new OutboundPlan(false, false, false, "+4930, +90212", "+902120", 10, false));
        rule.Refuses(Read(number), NumberKinds.Of(Read(number), Home)).ShouldBe(refusal);
        rule.Allowed.ShouldBe("+4930,+90212");
    }

    [Theory]
    [InlineData("4930", 10, "calls.outbound_prefix_wrong")]
    [InlineData("+0", 10, "calls.outbound_prefix_wrong")]
    [InlineData("+49x", 10, "calls.outbound_prefix_wrong")]
    [InlineData("", -1, "calls.outbound_limit_wrong")]
    public void What_is_no_rule_is_refused(string allowed, int perHour, string code)
        => Should.Throw<Refusal>(() => OutboundRule.For(Guid.NewGuid(), "agent", new OutboundPlan(true, false, false, allowed, "", perHour, false))).Code.ShouldBe(code);

    [Theory]
    [InlineData(TrunkNumberFormat.E164, null, "+905321112233", "+905321112233")]
    [InlineData(TrunkNumberFormat.Digits, "9", "+905321112233", "9905321112233")]
    [InlineData(TrunkNumberFormat.National, null, "+905321112233", "05321112233")]
    [InlineData(TrunkNumberFormat.National, null, "+46701740605", "0046701740605")]
    [InlineData(TrunkNumberFormat.National, "0", "+905321112233", "005321112233")]
    public void Numbers_are_written_as_the_trunk_wants_them(TrunkNumberFormat format, string? prefix, string number, string dialled)
        => TrunkNumbers.Dialled(Trunk.SetUp(default, Plan with { Format = format, Prefix = prefix }), Read(number)).ShouldBe(dialled);

    [Theory]
    [InlineData("host", "not a host!", "calls.trunk_host_wrong")]
    [InlineData("host", "", "calls.trunk_host_wrong")]
    [InlineData("port", "0", "calls.trunk_host_wrong")]
    [InlineData("name", "", "calls.trunk_name_needed")]
    [InlineData("kind", "", "calls.trunk_account_needed")]
    [InlineData("networks", "10.0.0.0/0", "calls.trunk_networks_wrong")]
    [InlineData("networks", "example.com", "calls.trunk_networks_wrong")]
    [InlineData("prefix", "9a", "calls.trunk_prefix_wrong")]
    [InlineData("calls", "", "calls.trunk_limit_wrong")]
    public void What_is_no_trunk_is_refused(string what, string value, string code) => Should.Throw<Refusal>(() => Trunk.SetUp(default, what switch
    {
        "host" => Plan with { Host = value },
        "port" => Plan with { Port = 0 },
        "name" => Plan with { Name = value },
        "kind" => Plan with { Kind = TrunkKind.Registration },
        "networks" => Plan with { Networks = value },
        "prefix" => Plan with { Prefix = value },
        _ => Plan with { MostCalls = 0 },
    })).Code.ShouldBe(code);

    [Fact]
    public void A_trunk_is_down_after_three_silences_and_up_after_two_answers()
    {
        var now = DateTimeOffset.UnixEpoch;
        TrunkHealth Ask(TrunkHealth health, int code) => health.Asked(TrunkKind.Address, code, now);
        var health = Ask(new TrunkHealth(), 200);
        health.Standing.ShouldBe(TrunkStanding.Up);
        health = Ask(Ask(health, 0), 503);
        health.Standing.ShouldBe(TrunkStanding.Up, "two are not enough");
        health = Ask(health, 408);
        health.Standing.ShouldBe(TrunkStanding.Down);
        health.TakesCalls.ShouldBeFalse();
        health = Ask(health, 404);
        health.Standing.ShouldBe(TrunkStanding.Down, "one is not enough");
        Ask(health, 405).Standing.ShouldBe(TrunkStanding.Up);
    }

    [Fact]
    public void A_trunk_by_registration_takes_calls_only_while_it_is_registered()
    {
        var now = DateTimeOffset.UnixEpoch;
        var health = new TrunkHealth().Asked(TrunkKind.Registration, 200, now);
        health.Standing.ShouldBe(TrunkStanding.Unknown);
        health = health.Registered(TrunkKind.Registration, false, 403, "Forbidden", now);
        (health.Standing, health.Code, health.Reason).ShouldBe((TrunkStanding.NotRegistered, 403, "Forbidden"));
        health = health.Asked(TrunkKind.Registration, 200, now);
        health.Standing.ShouldBe(TrunkStanding.NotRegistered, "an answer to OPTIONS is no registration");
        health = health.Registered(TrunkKind.Registration, true, 200, "OK", now);
        health.Standing.ShouldBe(TrunkStanding.Up);
    }

    private static TrunkPlan Plan { get; } = new(
        "Trunk", TrunkKind.Address, "203.0.113.7", 5060, TrunkTransport.Udp, null, null, null, null, null, 0, TrunkNumberFormat.E164, "TR", null, null, true, true, 30,
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));

    private static PhoneNumber Read(string number) => PhoneNumber.Parse(number, null);
}

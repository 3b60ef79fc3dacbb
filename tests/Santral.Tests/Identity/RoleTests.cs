using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>What a role, a unit and an organisation may be.</summary>
public sealed class RoleTests
{
    private static readonly Names Names = new("Saha", "Fält", "Field");

    [Fact]
    public void The_administrators_role_stays_as_it_is()
    {
        var admin = Role.Define(default, Role.Admin, Names, [], 0);

        Should.Throw<Refusal>(() => admin.Describe(Names, ["calls.take"])).Code.ShouldBe("identity.role_fixed");

        admin.HoldsAll.ShouldBeTrue();
    }

    [Fact]
    public void A_role_changes_its_names_and_rights()
    {
        var role = Role.Define(default, "field_team", Names, ["requests.read"], 1);

        role.Describe(new Names("Ekip", "Lag", "Team"), ["requests.write", "customers.read", "requests.write"]);

        role.Names.ShouldBe(new Names("Ekip", "Lag", "Team"));
        role.Permissions.ShouldBe(["customers.read", "requests.write"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("X")]
    [InlineData("Field")]
    [InlineData("field team")]
    [InlineData("saha_ekibı")]
    public void A_role_has_a_plain_code(string code)
        => Should.Throw<Refusal>(() => Role.Define(default, code, Names, [], 1)).Code.ShouldBe("identity.role_code_invalid");

    [Fact]
    public void A_role_is_named_in_each_language()
        => Should.Throw<Refusal>(() => Role.Define(default, "field", new Names("Saha", " ", "Field"), [], 1)).Code.ShouldBe("identity.name_needed");

    [Theory]
    [InlineData("Main", "ÇB", "tr", "TR", "Europe/Istanbul", "identity.unit_code_invalid")]
    [InlineData("main", "çb", "tr", "TR", "Europe/Istanbul", "identity.series_invalid")]
    [InlineData("main", "TOOLONG", "tr", "TR", "Europe/Istanbul", "identity.series_invalid")]
    [InlineData("main", "ÇB", "fi", "TR", "Europe/Istanbul", "identity.language_unknown")]
    [InlineData("main", "ÇB", "tr", "tr", "Europe/Istanbul", "identity.region_invalid")]
    [InlineData("main", "ÇB", "tr", "TR", "Mars/Olympus", "identity.time_zone_unknown")]
    [InlineData("main", "ÇB", "tr", "TR", "", "identity.time_zone_unknown")]
    public void A_unit_that_makes_no_sense_is_refused(string code, string series, string language, string region, string zone, string refusal)
        => Should.Throw<Refusal>(() => Unit.Found(default, code, Names, series, language, region, zone, 1)).Code.ShouldBe(refusal);

    [Theory]
    [InlineData("Europe/Istanbul", "en", "TR")]
    [InlineData("Europe/Stockholm", "en", "SE")]
    [InlineData("Asia/Tokyo", "tr", "TR")]
    [InlineData("Asia/Tokyo", "sv", "SE")]
    public void Where_the_clock_hangs_tells_how_numbers_are_written(string zone, string language, string region)
        => TimeZones.RegionOf(zone, language).ShouldBe(region);
}

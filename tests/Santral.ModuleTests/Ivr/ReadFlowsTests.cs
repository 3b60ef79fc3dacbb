using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.ModuleTests.Harness;

namespace Santral.ModuleTests.Ivr;

public sealed class ReadFlowsTests(Installation installation) : IClassFixture<Installation>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demos_three_flows_are_whole()
    {
        var flows = await (await installation.AsAsync("admin")).GetAsync("/api/ivr/flows", Stop).BodyAsync();

        flows.EnumerateArray().Select(f => f.GetProperty("code").GetString()).ShouldBe(["appliance", "internet", "municipal"]);
        flows.EnumerateArray().ShouldAllBe(f => f.GetProperty("errors").GetInt32() == 0 && f.GetProperty("warnings").GetInt32() == 0);
    }

    [Fact]
    public async Task A_flow_is_shown_as_it_is_published_with_what_it_may_name()
    {
        var admin = await installation.AsAsync("admin");

        var flow = await admin.GetAsync("/api/ivr/flows/internet", Stop).BodyAsync();
        var choices = await admin.GetAsync("/api/ivr/choices", Stop).BodyAsync();

        flow.GetProperty("published").GetProperty("version").GetInt32().ShouldBe(1);
        flow.GetProperty("published").GetProperty("document").GetProperty("nodes").GetProperty("main").GetProperty("verb").GetString().ShouldBe("menu");
        flow.GetProperty("problems").GetArrayLength().ShouldBe(0);
        choices.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("code").GetString()).ShouldContain("technical_support");
        choices.GetProperty("prompts").EnumerateArray().Single(p => p.GetProperty("key").GetString() == "internet.welcome")
            .GetProperty("text").GetProperty("sv").GetString().ShouldBe("Välkommen till Soft Internet.");
    }

    [Fact]
    public async Task A_flow_nobody_has_is_unknown_and_an_agent_may_not_look()
    {
        await (await installation.AsAsync("admin")).GetAsync("/api/ivr/flows/nobody", Stop).ShouldBeRefusedAsync("ivr.flow_unknown", HttpStatusCode.NotFound);
        (await (await installation.AsAsync("agent1")).GetAsync("/api/ivr/flows", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("+908502220000", "internet")]
    [InlineData("908502220000", "internet")]
    [InlineData("00908502220000", "internet")]
    [InlineData("08502220000", "internet")]
    [InlineData("100", "internet")]
    [InlineData("200", "appliance")]
    [InlineData("0101234567", "municipal")]
    [InlineData("0000", null)]
    [InlineData("+908502220001", null)]
    [InlineData("", null)]
    public void A_dialled_number_belongs_to_a_unit(string called, string? unit)
    {
        var numbers = installation.Services.GetRequiredService<IKnowServiceNumbers>();

        numbers.Find(called)?.Unit.ShouldBe(unit);
        (numbers.Find(called) is null).ShouldBe(unit is null);
        numbers.All.Select(n => (n.Number, n.ShortCode)).ShouldContain(("+908502220000", "100"));
    }
}

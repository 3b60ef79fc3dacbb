using System.Text.Json;
using Santral.ModuleTests.Calls;
using Santral.Sip.UserAgent;
using static Santral.ModuleTests.Ivr.FlowCalls;

namespace Santral.ModuleTests.Ivr;

/// <summary>A new flow with its numbers: its first call is answered at once, a number belongs to one flow only, and old versions bring none back.</summary>
[Collection(FlowCollection.Name)]
public sealed class CreateFlowTests(Installation installation)
{
    private static readonly object Names = new { tr = "Fatura hattı", sv = "Fakturalinjen", en = "Billing line" };

    [Fact]
    [Trait("Database", "one")]
    [Requirement("I-01")]
    public async Task A_new_flow_answers_its_number_and_a_number_taken_away_rings_nowhere()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var created = await NewAsync(supervisor, "billing_line", "+908502220077", "177");
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        await using var phone = await SipPhone.StartAsync(installation);
        await using var second = await SipPhone.StartAsync(installation);

        var call = await phone.CallAsync("177", "+905559990081");

        var queued = await DeskAgent.UntilAsync(await installation.AsAsync("admin"), "/api/calls?number=5559990081", l => l.GetProperty("items").GetArrayLength() > 0);
        queued.GetProperty("items")[0].GetProperty("calledNumber").GetString().ShouldBe("177");
        await call.HangUpAsync();
        var view = await NumbersAsync(supervisor, "billing_line", 1, "0850 222 00 78").BodyAsync();
        PublishedOf(view).ShouldBe(2);
        view.GetProperty("numbers").EnumerateArray().Select(n => n.GetString()).ShouldBe(["+908502220078"]);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(await second.DialAsync("177"))).End.Code.ShouldBe(404);

        var back = await supervisor.RollBackAsync("billing_line", 1, 2).BodyAsync();

        back.GetProperty("numbers").EnumerateArray().Select(n => n.GetString()).ShouldBe(["+908502220078"], "an older version brings back what it drew, and no number");
    }

    [Fact]
    public async Task What_is_no_flow_or_nobodys_number_is_refused_with_its_reason()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await NewAsync(supervisor, "Bad Code", "179").ShouldBeRefusedAsync("ivr.code_wrong");
        await NewAsync(supervisor, "internet", "179").ShouldBeRefusedAsync("ivr.code_taken", HttpStatusCode.Conflict);
        await NewAsync(supervisor, "other_line", "0850 222 00 00").ShouldBeRefusedAsync("ivr.number_taken", HttpStatusCode.Conflict);
        await NewAsync(supervisor, "other_line", "hello").ShouldBeRefusedAsync("ivr.number_wrong");
        await supervisor.PostAsJsonAsync("/api/ivr/flows", new { code = "other_line", names = Names, unit = "municipal", team = "customer_services", numbers = Array.Empty<string>() })
            .ShouldBeRefusedAsync("ivr.team_not_of_unit");
        await supervisor.PostAsJsonAsync("/api/ivr/flows", new { code = "other_line", names = new { tr = "a", sv = "", en = "" }, unit = "internet", team = "customer_services", numbers = Array.Empty<string>() })
            .ShouldBeRefusedAsync("ivr.names_needed");
        (await NumbersAsync(supervisor, "internet", 999, "100")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await NewAsync(await installation.AsAsync("agent1"), "agents_line", "178")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> NewAsync(HttpClient who, string code, params string[] numbers)
        => who.PostAsJsonAsync("/api/ivr/flows", new { code, names = Names, unit = "internet", team = "customer_services", numbers });

    private static Task<HttpResponseMessage> NumbersAsync(HttpClient who, string code, int published, params string[] numbers)
        => who.PutAsJsonAsync($"/api/ivr/flows/{code}/numbers", new { published, numbers });
}

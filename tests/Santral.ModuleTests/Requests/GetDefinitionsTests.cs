namespace Santral.ModuleTests.Requests;

/// <summary>What the form of a request offers.</summary>
[Collection(RequestsCollection.Name)]
public sealed class GetDefinitionsTests(Installation installation)
{
    [Fact]
    public async Task Methods_stages_kinds_and_priorities_are_there_in_three_languages()
    {
        var definitions = await (await installation.AsAsync("supervisor1")).GetAsync("/api/requests/definitions", Given.Stop).BodyAsync();

        definitions.GetProperty("contactMethods").EnumerateArray().Select(m => m.TextOf("code")).ShouldBe(["phone", "email", "sms", "letter", "visit", "fax"]);
        var stages = definitions.GetProperty("stages").EnumerateArray().ToList();
        stages.Select(s => s.TextOf("unit")).Distinct().Order().ShouldBe(["appliance", "internet", "municipal"]);
        stages.ShouldAllBe(s => s.GetProperty("names").TextOf("tr") != "" && s.GetProperty("names").TextOf("sv") != "" && s.GetProperty("names").TextOf("en") != "");
        definitions.GetProperty("kinds").EnumerateArray().Select(k => k.GetString()).ShouldBe(["information", "action", "comment"]);
        definitions.GetProperty("priorities").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task Only_colleagues_of_the_units_one_sees_are_offered()
    {
        var municipal = await PeopleAsync("agent3");
        municipal.ShouldContain(p => p.TextOf("name") == "Åsa Lindqvist");
        municipal.ShouldAllBe(p => p.GetProperty("units").EnumerateArray().Single().GetString() == "municipal");

        municipal.ShouldContain(p => p.TextOf("name") == "Murat Güneş", "a technician is in no team and works for all");
        municipal.ShouldNotContain(p => p.TextOf("name") == "İbrahim Koç", "he services appliances");

        var everywhere = await PeopleAsync("supervisor1");
        everywhere.Count.ShouldBeGreaterThan(municipal.Count);
        everywhere.Single(p => p.TextOf("name") == "Åsa Lindqvist").GetProperty("units").EnumerateArray().Select(u => u.GetString()).ShouldBe(["municipal"]);
    }

    private async Task<List<System.Text.Json.JsonElement>> PeopleAsync(string reader)
        => [.. (await (await installation.AsAsync(reader)).GetAsync("/api/requests/definitions", Given.Stop).BodyAsync()).GetProperty("people").EnumerateArray()];
}

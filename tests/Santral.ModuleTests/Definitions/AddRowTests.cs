using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Definitions;

namespace Santral.ModuleTests.Definitions;

/// <summary>Adding a row, and everything that cannot be added.</summary>
[Collection(DefinitionsCollection.Name)]
public sealed class AddRowTests(DefinitionsInstallation installation)
{
    [Fact]
    [Requirement("W-D01")]
    [Requirement("P-08")]
    public async Task An_added_interaction_category_is_offered_at_once()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent1");

        (await agent.OfferAsync(DefinitionTables.InteractionCategories)).ShouldContain(r => r.NameTr() == "Bilgi Talebi");
        var added = await supervisor.AddAsync(new { names = new Names("Kampanya Sorusu", "Kampanjfråga", "Campaign question") }, DefinitionTables.InteractionCategories).BodyAsync();

        added.Text("code").ShouldBe("kampanya_sorusu");
        added.GetProperty("isOffered").GetBoolean().ShouldBeTrue();
        (await agent.OfferAsync(DefinitionTables.InteractionCategories)).ShouldContain(r => r.Id() == added.Id());
        var known = installation.Services.GetRequiredService<IKnowDefinitions>();
        known.FindByCode(DefinitionTables.InteractionCategories, "kampanya_sorusu")!.Names.Sv.ShouldBe("Kampanjfråga");
    }

    [Fact]
    [Requirement("W-D02")]
    [Requirement("P-14")]
    public async Task An_added_contact_method_is_offered_beside_the_first_six()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.AddAsync(new { names = Given.Only("Telgraf"), code = "telegraph" }, DefinitionTables.ContactMethods).BodyAsync();

        (await supervisor.OfferAsync(DefinitionTables.ContactMethods)).Select(r => r.Text("code"))
            .ShouldBe(["phone", "email", "sms", "letter", "visit", "fax", "telegraph"]);
    }

    [Fact]
    [Requirement("W-D05")]
    [Requirement("W-D06")]
    [Requirement("W-D07")]
    [Requirement("P-10")]
    [Requirement("P-11")]
    [Requirement("P-12")]
    public async Task The_complaint_tree_goes_three_levels_down_and_each_level_has_a_parent()
    {
        var agent = await installation.AsAsync("agent1");
        var rows = await agent.OfferAsync(DefinitionTables.RequestCategories, "internet");

        var fault = rows.Single(r => r.NameTr() == "Ürün Hatası");
        var faulty = rows.Single(r => r.NameTr() == "Arızalı Ürün");
        var cover = rows.Single(r => r.NameTr() == "Kapak Kırık");

        faulty.Text("parentId").ShouldBe(fault.Id());
        cover.Text("parentId").ShouldBe(faulty.Id());
        cover.GetProperty("level").GetInt32().ShouldBe(3);
        rows.Where(r => r.GetProperty("level").GetInt32() > 1).ShouldAllBe(r => rows.Any(p => p.Id() == r.Text("parentId")));
    }

    [Fact]
    [Requirement("W-D10")]
    [Requirement("W-D11")]
    [Requirement("W-D12")]
    public async Task Service_categories_are_a_tree_of_their_own()
    {
        var agent = await installation.AsAsync("agent1");

        var service = await agent.OfferAsync(DefinitionTables.ServiceCategories, "appliance");
        var requests = await agent.OfferAsync(DefinitionTables.RequestCategories, "appliance");

        service.Select(r => r.GetProperty("level").GetInt32()).Distinct().Order().ShouldBe([1, 2, 3]);
        service.Select(r => r.Id()).Intersect(requests.Select(r => r.Id())).ShouldBeEmpty();
        service.ShouldContain(r => r.NameTr() == "Evde onarım");
        requests.ShouldNotContain(r => r.NameTr() == "Evde onarım");
    }

    [Fact]
    [Requirement("P-20")]
    [Requirement("P-21")]
    public async Task Returns_have_their_reasons_and_the_reasons_for_refusing_them()
    {
        var agent = await installation.AsAsync("agent1");

        (await agent.OfferAsync(DefinitionTables.ReturnCategories)).ShouldContain(r => r.NameTr() == "Cayma hakkı");
        (await agent.OfferAsync(DefinitionTables.ReturnRejections)).ShouldContain(r => r.NameTr() == "İade süresi geçmiş");
    }

    [Fact]
    [Requirement("W-D06")]
    public async Task A_subcategory_without_a_parent_cannot_be_saved()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.AddAsync(new { names = Given.Only("Yetim"), level = 2 }, DefinitionTables.RequestCategories)
            .ShouldBeRefusedAsync("definitions.parent_needed", HttpStatusCode.UnprocessableEntity);
        await supervisor.AddAsync(new { names = Given.Only("Yetim"), parentId = Guid.Empty }, DefinitionTables.RequestCategories)
            .ShouldBeRefusedAsync("definitions.parent_unknown", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_row_of_another_table_is_no_parent()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var category = (await supervisor.RowsAsync(DefinitionTables.RequestCategories))[0];

        await supervisor.AddAsync(new { names = Given.Only("Yanlış tablo"), parentId = category.Id() })
            .ShouldBeRefusedAsync("definitions.parent_unknown", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_fourth_level_and_a_second_one_in_a_list_are_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var one = await supervisor.AShelfAsync();
        var two = await supervisor.AShelfAsync(parent: one.Id());
        var three = await supervisor.AShelfAsync(parent: two.Id());
        var phone = (await supervisor.RowsAsync(DefinitionTables.ContactMethods))[0];

        await supervisor.AddAsync(new { names = Given.Only("Dört"), parentId = three.Id() }).ShouldBeRefusedAsync("definitions.too_deep");
        await supervisor.AddAsync(new { names = Given.Only("Alt"), parentId = phone.Id() }, DefinitionTables.ContactMethods).ShouldBeRefusedAsync("definitions.too_deep");
    }

    [Fact]
    public async Task Names_of_siblings_differ_by_the_Turkish_i_but_not_by_case()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var parent = await supervisor.AShelfAsync();

        await supervisor.AShelfAsync("ISI", parent.Id());

        await supervisor.AddAsync(new { names = Given.Only("ısı"), parentId = parent.Id() }).ShouldBeRefusedAsync("definitions.name_taken", HttpStatusCode.Conflict);
        await supervisor.AddAsync(new { names = Given.Only("  Isı "), parentId = parent.Id() }).ShouldBeRefusedAsync("definitions.name_taken");
        await supervisor.AShelfAsync("isi", parent.Id());
        await supervisor.AddAsync(new { names = Given.Only("İSİ"), parentId = parent.Id() }).ShouldBeRefusedAsync("definitions.name_taken");
        await supervisor.AddAsync(new { names = new Names("Isıtma", "VÄRME", ""), parentId = parent.Id() }).BodyAsync();
        await supervisor.AddAsync(new { names = new Names("Başka", "värme", ""), parentId = parent.Id() }).ShouldBeRefusedAsync("definitions.name_taken");
        await supervisor.AShelfAsync("ISI", (await supervisor.AShelfAsync()).Id());
    }

    [Fact]
    public async Task The_same_click_twice_adds_one_row()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var name = Given.AName("Çift");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => supervisor.AddAsync(new { names = Given.Only(name) })));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
        (await supervisor.RowsAsync()).Count(r => r.NameTr() == name).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_is_made_from_the_name_in_ascii_and_is_never_given_twice()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var parent = await supervisor.AShelfAsync();

        (await supervisor.AShelfAsync("Şişli Ğ İıö/ç 1")).Text("code").ShouldBe("sisli_g_iio_c_1");
        (await supervisor.AShelfAsync("Şişli Ğ İıö/ç 1", parent.Id())).Text("code").ShouldBe("sisli_g_iio_c_1_2");
        (await supervisor.AShelfAsync("漢字")).Text("code").ShouldBe("row");
        await supervisor.AShelfAsync(code: "ANT-1");
        await supervisor.AddAsync(new { names = Given.Only(Given.AName()), code = "ant-1" }).ShouldBeRefusedAsync("definitions.code_taken", HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("Işık")]
    [InlineData("_x")]
    [InlineData("a b")]
    [InlineData("'; drop table x")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx")]
    public async Task A_code_that_programs_could_not_use_is_refused(string code)
        => await (await installation.AsAsync("supervisor1")).AddAsync(new { names = Given.Only(Given.AName()), code })
            .ShouldBeRefusedAsync("definitions.code_invalid", HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task A_row_needs_a_name_of_bearable_length_and_may_lack_translations()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.AddAsync(new { }).ShouldBeRefusedAsync("definitions.name_needed");
        await supervisor.AddAsync(new { names = new Names(" ", "\t", "\0") }).ShouldBeRefusedAsync("definitions.name_needed");
        await supervisor.AddAsync(new { names = Given.Only(new string('x', 121)) }).ShouldBeRefusedAsync("definitions.name_too_long");
        await supervisor.AddAsync(new { names = Given.Only(new string('x', 10_000_000)) }).ShouldBeRefusedAsync("definitions.name_too_long");
        var added = await supervisor.AddAsync(new { names = new { sv = Given.AName("Hylla") } }).BodyAsync();

        added.GetProperty("missing").EnumerateArray().Select(l => l.GetString()).ShouldBe(["tr", "en"]);
        var offered = (await supervisor.OfferAsync()).Single(r => r.Id() == added.Id());
        offered.NameTr().ShouldBe(added.GetProperty("names").GetProperty("sv").GetString(), "a missing translation shows another language's name");
    }

    [Theory]
    [InlineData("""{ "names": "Raf" }""")]
    [InlineData("""{ "names": { "tr": 5 } }""")]
    [InlineData("""{ "names": { "tr": "Raf" }, "parentId": "none" }""")]
    [InlineData("""{ "names": { "tr": "Raf" }, "parentId": 7 }""")]
    [InlineData("""{ "names": { "tr": "Raf" }, "fields": [{ "names": { "tr": "Alan" }, "kind": "picture" }] }""")]
    [InlineData("""{ "names": { "tr": "Raf" }, "level": 99 }""")]
    [InlineData("""[1, 2]""")]
    [InlineData("""{ "names": """)]
    public async Task A_wrong_shape_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        await (await installation.AsAsync("supervisor1")).PostAsync($"/api/definitions/tables/{Given.Shelves}/rows", content, Given.Stop)
            .ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Values_are_checked_by_their_column()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        async Task<HttpResponseMessage> With(string column, string value)
            => await supervisor.AddAsync(new { names = Given.Only(Given.AName()), values = new Dictionary<string, string> { [column] = value } });

        var good = await supervisor.AddAsync(new
        {
            names = Given.Only(Given.AName()),
            values = new { place = "Depo 2", height = "180", colour = "#C02020", kind = "wood", isFirst = "true" },
        }).BodyAsync();
        good.GetProperty("values").GetProperty("colour").GetString().ShouldBe("#c02020");

        await With("height", "1,5").ShouldBeRefusedAsync("definitions.value_invalid");
        await With("colour", "red").ShouldBeRefusedAsync("definitions.value_invalid");
        await With("kind", "glass").ShouldBeRefusedAsync("definitions.value_invalid");
        await With("isFirst", "evet").ShouldBeRefusedAsync("definitions.value_invalid");
        await With("place", new string('x', 201)).ShouldBeRefusedAsync("definitions.value_invalid");
        await With("weight", "1").ShouldBeRefusedAsync("definitions.column_unknown");
        await supervisor.AddAsync(new { names = Given.Only("Renksiz") }, DefinitionTables.Priorities).ShouldBeRefusedAsync("definitions.value_needed");
    }

    [Fact]
    [Requirement("W-D03")]
    [Requirement("P-13")]
    public async Task Only_one_row_is_the_default()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var normal = (await supervisor.RowsAsync(DefinitionTables.Priorities)).Single(r => r.Text("code") == "normal");

        await supervisor.AddAsync(
            new { names = new Names("Kritik", "Kritisk", "Critical"), values = new { colour = "#7f1d1d", isDefault = "true" } }, DefinitionTables.Priorities).BodyAsync();

        (await supervisor.RowsAsync(DefinitionTables.Priorities)).Where(r => r.GetProperty("values").TryGetProperty("isDefault", out _))
            .Select(r => r.Text("code")).ShouldBe(["kritik"]);
        var back = await supervisor.RowAsync(normal);
        await supervisor.ChangeAsync(back, new { version = back.Version(), names = new Names("Normal", "Normal", "Normal"), values = new { colour = "#0b6670", isDefault = "true" } });
    }

    [Fact]
    public async Task A_unit_must_exist_and_holds_for_the_whole_branch()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var appliance = await supervisor.AShelfAsync(unit: "appliance");

        await supervisor.AddAsync(new { names = Given.Only(Given.AName()), unit = "moon" }).ShouldBeRefusedAsync("definitions.unit_unknown");
        await supervisor.AddAsync(new { names = Given.Only(Given.AName()), unit = "internet", parentId = appliance.Id() }).ShouldBeRefusedAsync("definitions.unit_of_branch");
        var child = await supervisor.AShelfAsync(parent: appliance.Id(), unit: "appliance");

        child.Text("offeredIn").ShouldBe("appliance");
        (await supervisor.OfferAsync(unit: "internet")).ShouldNotContain(r => r.Id() == child.Id());
        (await supervisor.OfferAsync(unit: "appliance")).ShouldContain(r => r.Id() == child.Id());
    }

    [Fact]
    public async Task Two_units_may_use_the_same_name_where_they_never_meet()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var name = Given.AName("Ortak");

        await supervisor.AShelfAsync(name, unit: "internet");
        await supervisor.AShelfAsync(name, unit: "municipal");

        await supervisor.AddAsync(new { names = Given.Only(name) }).ShouldBeRefusedAsync("definitions.name_taken");
    }

    [Fact]
    public async Task An_unknown_table_and_a_missing_right_are_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var body = new { names = Given.Only("Raf") };

        await agent.AddAsync(body).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await installation.Anonymous().AddAsync(body).ShouldBeRefusedAsync("identity.sign_in_needed", HttpStatusCode.Unauthorized);
        await (await installation.AsAsync("supervisor1")).AddAsync(body, "moons").ShouldBeRefusedAsync("definitions.table_unknown", HttpStatusCode.NotFound);
    }
}

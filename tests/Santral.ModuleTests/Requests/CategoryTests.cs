namespace Santral.ModuleTests.Requests;

/// <summary>A request is put into one row of the category tree, with the extra fields that row asks for.</summary>
[Collection(RequestsCollection.Name)]
public sealed class CategoryTests(Installation installation)
{
    [Fact]
    [Requirement("W-D05")]
    [Requirement("W-D07")]
    [Requirement("P-10")]
    [Requirement("P-12")]
    public async Task The_whole_path_is_shown_and_everything_below_a_row_is_found_by_it()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ChangeAsync(await agent.ADescribedRequestAsync("Kapağı kırık geldi"), ("categoryId", installation.CategoryOf("cover_broken")));

        card.GetProperty("category").GetProperty("path").EnumerateArray().Select(p => p.GetProperty("names").TextOf("tr"))
            .ShouldBe(["Ürün Hatası", "Arızalı Ürün", "Kapak Kırık"]);
        foreach (var code in new[] { "product_fault", "faulty_product", "cover_broken" })
        {
            (await agent.ItemsAsync($"/api/requests?category={installation.CategoryOf(code)}&text=kapagi")).ShouldHaveSingleItem().IdOf().ShouldBe(card.IdOf());
        }

        (await agent.ItemsAsync($"/api/requests?category={installation.CategoryOf("packaging")}&text=kapagi")).ShouldBeEmpty();
        (await agent.ItemsAsync("/api/requests?category=none&text=kapagi")).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("W-D06")]
    [Requirement("P-11")]
    public async Task A_row_of_another_table_or_another_unit_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Yanlış kategori");

        foreach (var foreign in new[] { installation.PriorityOf("high"), installation.CategoryOf("pothole"), card.IdOf() })
        {
            await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("categoryId", foreign)), Given.Stop)
                .ShouldBeRefusedAsync("definitions.not_offered", HttpStatusCode.UnprocessableEntity);
        }

        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("priorityId", installation.CategoryOf("packaging"))), Given.Stop)
            .ShouldBeRefusedAsync("definitions.not_offered");
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("contactMethodId", installation.PriorityOf("high"))), Given.Stop)
            .ShouldBeRefusedAsync("definitions.not_offered");
        await agent.GetAsync($"/api/requests?category={installation.PriorityOf("high")}", Given.Stop).ShouldBeRefusedAsync("requests.filter_invalid");
        (await agent.CardAsync(card.IdOf())).VersionOf().ShouldBe(card.VersionOf());
    }

    [Fact]
    public async Task Extra_fields_are_checked_and_go_with_the_category()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ChangeAsync(await agent.ADescribedRequestAsync("Kopuyor"), ("categoryId", installation.CategoryOf("connection_drops")));
        card.GetProperty("formFields").EnumerateArray().Select(f => f.TextOf("code")).ShouldBe(["drops_a_day", "pon_light"]);

        foreach (var (code, answer, refusal) in new[]
        {
            ("drops_a_day", "çok", "definitions.answer_invalid"),
            ("pon_light", "purple", "definitions.answer_invalid"),
            ("shoe_size", "43", "definitions.field_unknown"),
        })
        {
            var problem = await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("answers", new Dictionary<string, string> { [code] = answer })), Given.Stop)
                .ShouldBeRefusedAsync(refusal, HttpStatusCode.UnprocessableEntity);
            if (refusal == "definitions.answer_invalid")
            {
                // A person reads the field's name, a form finds it by its code.
                problem.GetProperty("args").TextOf("fieldCode").ShouldBe(code);
                problem.GetProperty("args").TextOf("field").ShouldBe(card.GetProperty("formFields").EnumerateArray().Single(f => f.TextOf("code") == code).GetProperty("names").TextOf("tr"));
            }
        }

        card = await agent.ChangeAsync(card, ("answers", new Dictionary<string, string> { ["drops_a_day"] = "6", ["pon_light"] = "red" }));
        card.GetProperty("answers").TextOf("pon_light").ShouldBe("red");

        card = await agent.ChangeAsync(card, ("categoryId", installation.CategoryOf("packaging")), ("answers", null));
        card.GetProperty("answers").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    [Requirement("H-04")]
    public async Task Where_only_authorised_staff_categorise_others_leave_it_as_it_is()
    {
        var agent = await installation.AsAsync("agent2");
        var staff = await installation.AsAsync("service1");
        var card = await agent.ADescribedRequestAsync("Buzdolabı terliyor", unit: "appliance");
        var fault = installation.CategoryOf("breakdown");

        card.GetProperty("may").GetProperty("categorise").GetBoolean().ShouldBeFalse();
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("categoryId", fault)), Given.Stop)
            .ShouldBeRefusedAsync("requests.category_needs_authority", HttpStatusCode.Forbidden);
        card = await staff.ChangeAsync(card, ("categoryId", fault));
        card.GetProperty("category").GetProperty("path")[0].GetProperty("names").TextOf("tr").ShouldBe("Arıza/Talep");

        // He may still write everything else.
        (await agent.ChangeAsync(card, ("subject", "Buzdolabı çok terliyor"))).TextOf("subject").ShouldBe("Buzdolabı çok terliyor");
    }

    [Fact]
    [Requirement("H-16")]
    public async Task A_technician_neither_recategorises_nor_assigns_and_authorised_staff_do()
    {
        var staff = await installation.AsAsync("service1");
        var technician = await installation.AsAsync("field1");
        var card = await staff.ADescribedRequestAsync("Çamaşır makinesi", unit: "appliance");
        card = await staff.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = installation.PersonOf("field1").Value }, Given.Stop).BodyAsync();

        await technician.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("categoryId", installation.CategoryOf("washer_shakes"))), Given.Stop)
            .ShouldBeRefusedAsync("requests.category_needs_authority", HttpStatusCode.Forbidden);
        foreach (var path in new[] { "owner", "team" })
        {
            (await technician.PutAsJsonAsync($"/api/requests/{card.IdOf()}/{path}", new { version = card.VersionOf() }, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        await technician.PostAsJsonAsync(
                "/api/requests/bulk", new { ids = new[] { card.IdOf() }, act = new { kind = "owner", userId = installation.PersonOf("field1").Value } }, Given.Stop)
            .ShouldBeRefusedAsync("requests.assign_needs_authority", HttpStatusCode.Forbidden);
        (await staff.ChangeAsync(card, ("categoryId", installation.CategoryOf("washer_shakes")))).GetProperty("category").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public async Task Nothing_is_resolved_without_a_category_where_the_unit_asks_for_it()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ADescribedRequestAsync("Utan kategori");
        var rules = (await supervisor.GetAsync("/api/requests/rules", Given.Stop).BodyAsync()).EnumerateArray().Single(r => r.TextOf("unit") == "municipal");
        rules = await supervisor.PutAsJsonAsync(
            "/api/requests/rules/municipal", new { version = rules.VersionOf(), onlyAuthorisedCategorise = false, categoryToResolve = true }, Given.Stop).BodyAsync();
        try
        {
            await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage = "resolved" }, Given.Stop)
                .ShouldBeRefusedAsync("requests.category_needed", HttpStatusCode.Conflict);
            card = await agent.ChangeAsync(card, ("categoryId", installation.CategoryOf("pothole")));
            await agent.PostAsJsonAsync("/api/knowledge/searches", new { words = "potthål", requestId = card.IdOf() }, Given.Stop).BodyAsync();
            (await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage = "resolved" }, Given.Stop).BodyAsync())
                .GetProperty("stage").TextOf("kind").ShouldBe("resolved");
        }
        finally
        {
            await supervisor.PutAsJsonAsync(
                "/api/requests/rules/municipal", new { version = rules.VersionOf(), onlyAuthorisedCategorise = false, categoryToResolve = false }, CancellationToken.None).BodyAsync();
        }

        (await agent.GetAsync("/api/requests/rules", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await supervisor.PutAsJsonAsync("/api/requests/rules/municipal", new { version = 0, onlyAuthorisedCategorise = true, categoryToResolve = true }, Given.Stop)
            .ShouldBeRefusedAsync("record.changed_meanwhile");
    }
}

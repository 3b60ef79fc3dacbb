using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Definitions;

namespace Santral.ModuleTests.Definitions;

/// <summary>Unused rows go, used ones stay and can be closed (D7).</summary>
[Collection(DefinitionsCollection.Name)]
public sealed class DeleteRowTests(DefinitionsInstallation installation)
{
    private IKnowDefinitions Known => installation.Services.GetRequiredService<IKnowDefinitions>();

    [Fact]
    [Requirement("P-09")]
    public async Task A_used_row_is_not_deleted_but_closed_and_goes_on_naming_its_records()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var row = await supervisor.AShelfAsync();
        installation.Used.Store(row.Id(), 12);

        var problem = await supervisor.DeleteAsync(row).ShouldBeRefusedAsync("definitions.in_use", HttpStatusCode.Conflict);

        problem.GetProperty("args").GetProperty("count").GetInt64().ShouldBe(12);
        var uses = await supervisor.GetAsync($"/api/definitions/tables/{Given.Shelves}/uses", Given.Stop).BodyAsync();
        uses.GetProperty(row.Id()).GetInt64().ShouldBe(12);
        await supervisor.DoAsync(row, "deactivate").BodyAsync();
        Known.Find(row.DefinitionId())!.Names.Tr.ShouldBe(row.NameTr());
        Known.ChooseOrRefuse(row.DefinitionId(), Given.Shelves, null, kept: row.DefinitionId()).ShouldNotBeNull("a record may keep it");
        Should.Throw<Refusal>(() => Known.ChooseOrRefuse(row.DefinitionId(), Given.Shelves, null)).Code.ShouldBe("definitions.deactivated");
    }

    [Theory]
    [Requirement("W-D02")]
    [Requirement("W-D03")]
    [Requirement("W-D05")]
    [Requirement("P-09")]
    [InlineData(DefinitionTables.RequestCategories, "categoryId")]
    [InlineData(DefinitionTables.Priorities, "priorityId")]
    [InlineData(DefinitionTables.ContactMethods, "contactMethodId")]
    public async Task What_a_request_has_is_in_use(string table, string field)
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var values = table == DefinitionTables.Priorities ? new Dictionary<string, string> { ["colour"] = "#123456" } : [];
        var row = await supervisor.AddAsync(new { names = Given.Only(Given.AName("Kullanılan")), values }, table).BodyAsync();
        var request = await supervisor.PostAsJsonAsync("/api/requests", new { unit = "internet" }, Given.Stop).BodyAsync();
        var body = new Dictionary<string, object?> { ["version"] = request.Version(), ["kind"] = "action", ["subject"] = "Modem", [field] = row.Id() };

        await supervisor.PutAsJsonAsync($"/api/requests/{request.Id()}", body, Given.Stop).BodyAsync();

        var problem = await supervisor.DeleteAsync(row).ShouldBeRefusedAsync("definitions.in_use", HttpStatusCode.Conflict);
        problem.GetProperty("args").GetProperty("count").GetInt64().ShouldBe(1);
        (await supervisor.OfferAsync(table)).ShouldContain(r => r.Id() == row.Id());
        await supervisor.DoAsync(row, "deactivate").BodyAsync();
        (await supervisor.OfferAsync(table)).ShouldNotContain(r => r.Id() == row.Id());
        await supervisor.GetAsync($"/api/requests/{request.Id()}", Given.Stop).BodyAsync();
    }

    [Fact]
    [Requirement("W-D01")]
    public async Task What_a_contact_was_about_is_in_use()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await using var scope = installation.Services.CreateAsyncScope();
        var used = scope.ServiceProvider.GetRequiredService<Santral.Requests.Data.RequestsDb>().Interactions
            .Where(i => i.CategoryId != null).Select(i => i.CategoryId).FirstOrDefault();
        used.ShouldNotBeNull("the demo's contacts have categories");
        var row = (await supervisor.RowsAsync(DefinitionTables.InteractionCategories)).Single(r => r.DefinitionId() == used);

        await supervisor.DeleteAsync(row).ShouldBeRefusedAsync("definitions.in_use", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_row_with_children_is_not_deleted()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var parent = await supervisor.AShelfAsync();
        var child = await supervisor.AShelfAsync(parent: parent.Id());

        await supervisor.DeleteAsync(parent).ShouldBeRefusedAsync("definitions.has_children", HttpStatusCode.Conflict);
        (await supervisor.DeleteAsync(child)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await supervisor.DeleteAsync(parent)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        Known.Find(parent.DefinitionId()).ShouldBeNull();
        await supervisor.DeleteAsync(parent).ShouldBeRefusedAsync("definitions.row_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_choice_must_come_from_the_right_table_and_unit()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var row = await supervisor.AShelfAsync(unit: "municipal");

        Should.Throw<Refusal>(() => Known.ChooseOrRefuse(row.DefinitionId(), DefinitionTables.RequestCategories, null)).Code.ShouldBe("definitions.not_offered");
        Should.Throw<Refusal>(() => Known.ChooseOrRefuse(row.DefinitionId(), Given.Shelves, "internet")).Code.ShouldBe("definitions.not_offered");
        Known.ChooseOrRefuse(row.DefinitionId(), Given.Shelves, "municipal")!.Code.ShouldBe(row.Text("code"));
    }

    [Fact]
    public async Task A_branch_is_known_from_its_root_and_below()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var one = await supervisor.AShelfAsync();
        var two = await supervisor.AShelfAsync(parent: one.Id());
        var three = await supervisor.AShelfAsync(parent: two.Id());

        Known.PathOf(three.DefinitionId()).Select(d => d.Id).ShouldBe([one.DefinitionId(), two.DefinitionId(), three.DefinitionId()]);
        Known.Below(one.DefinitionId()).ShouldBe([one.DefinitionId(), two.DefinitionId(), three.DefinitionId()], ignoreOrder: true);
        Known.Below(three.DefinitionId()).ShouldBe([three.DefinitionId()]);
    }
}

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

using System.Text.Json;
using Santral.Contracts.Definitions;

namespace Santral.ModuleTests.Definitions;

/// <summary>Changing, moving and closing rows.</summary>
[Collection(DefinitionsCollection.Name)]
public sealed class ChangeRowTests(DefinitionsInstallation installation)
{
    [Fact]
    [Requirement("P-09")]
    public async Task A_row_is_added_changed_and_deleted()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var row = await supervisor.AShelfAsync(Given.AName("Eski"));

        var changed = await supervisor.ChangeAsync(row, new { version = row.Version(), names = new Names("Yepyeni", "Helt ny", "Brand new"), values = new { place = "Depo" } });

        changed.NameTr().ShouldBe("Yepyeni");
        changed.Text("code").ShouldBe(row.Text("code"), "a code never changes");
        changed.Version().ShouldBe(row.Version() + 1);
        (await supervisor.OfferAsync()).Single(r => r.Id() == row.Id()).NameTr().ShouldBe("Yepyeni");
        (await supervisor.DeleteAsync(changed)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await supervisor.RowsAsync()).ShouldNotContain(r => r.Id() == row.Id());
    }

    [Fact]
    public async Task An_old_reading_is_refused_with_the_row_as_it_is_now()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var admin = await installation.AsAsync("admin");
        var row = await supervisor.AShelfAsync();
        var theirs = Given.AName("Onların");
        await admin.ChangeAsync(row, new { version = row.Version(), names = Given.Only(theirs) });

        var problem = await supervisor.TryChangeAsync(row, new { version = row.Version(), names = Given.Only(Given.AName()) })
            .ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").NameTr().ShouldBe(theirs);
        await supervisor.DoAsync(row, "deactivate").ShouldBeRefusedAsync("record.changed_meanwhile");
        await supervisor.DoAsync(row, "move", new { version = row.Version() }).ShouldBeRefusedAsync("record.changed_meanwhile");
        await supervisor.DeleteAsync(row).ShouldBeRefusedAsync("record.changed_meanwhile");
        (await supervisor.RowAsync(row)).NameTr().ShouldBe(theirs);
    }

    [Fact]
    public async Task A_change_must_leave_names_apart()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var one = await supervisor.AShelfAsync();
        var two = await supervisor.AShelfAsync();

        await supervisor.TryChangeAsync(two, new { version = two.Version(), names = Given.Only(one.NameTr().ToUpperInvariant()) }).ShouldBeRefusedAsync("definitions.name_taken");
        await supervisor.TryChangeAsync(two, new { version = two.Version(), names = Given.Only(" ") }).ShouldBeRefusedAsync("definitions.name_needed");

        (await supervisor.RowAsync(two)).Version().ShouldBe(two.Version());
    }

    [Fact]
    public async Task Moving_changes_the_order_and_only_the_moved_row()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var parent = await supervisor.AShelfAsync();
        var one = await supervisor.AShelfAsync(parent: parent.Id());
        var two = await supervisor.AShelfAsync(parent: parent.Id());
        var three = await supervisor.AShelfAsync(parent: parent.Id());

        await supervisor.DoAsync(three, "move", new { version = three.Version(), parentId = parent.Id(), before = one.Id() }).BodyAsync();

        async Task<string[]> Order() => [.. (await supervisor.OfferAsync()).Where(r => r.GetProperty("parentId").GetString() == parent.Id()).Select(r => r.Id())];
        (await Order()).ShouldBe([three.Id(), one.Id(), two.Id()]);
        (await supervisor.RowAsync(one)).Version().ShouldBe(one.Version());

        // There is room for ten halvings between two rows; then all of them are spread anew.
        for (var turn = 0; turn < 15; turn++)
        {
            var last = (await supervisor.RowsAsync()).Last(r => r.GetProperty("parentId").GetString() == parent.Id());
            var second = (await Order())[1];
            await supervisor.DoAsync(last, "move", new { version = last.Version(), parentId = parent.Id(), before = second }).BodyAsync();
            (await Order())[1].ShouldBe(last.Id());
        }
    }

    [Fact]
    public async Task A_branch_moves_with_all_below_it_but_never_below_itself_or_too_deep()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var one = await supervisor.AShelfAsync();
        var two = await supervisor.AShelfAsync(parent: one.Id());
        var three = await supervisor.AShelfAsync(parent: two.Id());
        var other = await supervisor.AShelfAsync();
        var below = await supervisor.AShelfAsync(parent: other.Id());

        await supervisor.DoAsync(one, "move", new { version = one.Version(), parentId = one.Id() }).ShouldBeRefusedAsync("definitions.circle");
        await supervisor.DoAsync(one, "move", new { version = one.Version(), parentId = three.Id() }).ShouldBeRefusedAsync("definitions.circle");
        await supervisor.DoAsync(one, "move", new { version = one.Version(), parentId = other.Id() }).ShouldBeRefusedAsync("definitions.too_deep");
        await supervisor.DoAsync(two, "move", new { version = two.Version(), parentId = below.Id() }).ShouldBeRefusedAsync("definitions.too_deep");
        await supervisor.DoAsync(two, "move", new { version = two.Version(), parentId = other.Id(), before = one.Id() }).ShouldBeRefusedAsync("definitions.place_unknown");
        await supervisor.DoAsync(two, "move", new { version = two.Version(), parentId = other.Id() }).BodyAsync();

        (await supervisor.RowAsync(two)).Text("parentId").ShouldBe(other.Id());
        (await supervisor.RowAsync(three)).GetProperty("level").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_move_must_not_bring_two_of_a_name_together()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var (left, right) = (await supervisor.AShelfAsync(), await supervisor.AShelfAsync());
        var one = await supervisor.AShelfAsync("İki kez", left.Id());
        await supervisor.AShelfAsync("iki KEZ", right.Id());

        await supervisor.DoAsync(one, "move", new { version = one.Version(), parentId = right.Id() }).ShouldBeRefusedAsync("definitions.name_taken");
    }

    [Fact]
    public async Task A_closed_parent_hides_its_children_until_it_opens_again()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var parent = await supervisor.AShelfAsync();
        var child = await supervisor.AShelfAsync(parent: parent.Id());

        var closed = await supervisor.DoAsync(parent, "deactivate").BodyAsync();

        closed.GetProperty("isActive").GetBoolean().ShouldBeFalse();
        (await supervisor.OfferAsync()).Select(r => r.Id()).Intersect([parent.Id(), child.Id()]).ShouldBeEmpty();
        var hidden = await supervisor.RowAsync(child);
        hidden.GetProperty("isActive").GetBoolean().ShouldBeTrue();
        hidden.GetProperty("isOffered").GetBoolean().ShouldBeFalse();
        await supervisor.DoAsync(closed, "activate").BodyAsync();
        (await supervisor.OfferAsync()).ShouldContain(r => r.Id() == child.Id());
    }

    [Fact]
    public async Task Closing_what_is_closed_changes_nothing()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var closed = await supervisor.DoAsync(await supervisor.AShelfAsync(), "deactivate").BodyAsync();

        var again = await supervisor.DoAsync(closed, "deactivate").BodyAsync();

        again.Version().ShouldBe(closed.Version());
    }

    [Fact]
    public async Task Extra_fields_are_kept_with_codes_of_their_own()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var parent = await supervisor.AShelfAsync();
        var child = await supervisor.AShelfAsync(parent: parent.Id());
        object Field(string tr, string kind, object? choices = null, string? code = null, bool isRequired = false)
            => new { code, names = new Names(tr, "", ""), kind, isRequired, choices };

        var saved = await supervisor.ChangeAsync(parent, new
        {
            version = parent.Version(),
            names = Given.Only(parent.NameTr()),
            fields = new[]
            {
                Field("Seri no", "text", isRequired: true),
                Field("Işık", "list", new[] { new { names = Given.Only("Yeşil") }, new { names = Given.Only("Kırmızı") } }),
                Field("Fotoğraf", "file"),
            },
        });

        saved.GetProperty("fields").EnumerateArray().Select(f => f.Text("code")).ShouldBe(["seri_no", "isik", "fotograf"]);
        var offered = (await supervisor.OfferAsync()).Single(r => r.Id() == child.Id()).GetProperty("fields").EnumerateArray().ToList();
        offered.Select(f => f.Text("code")).ShouldBe(["seri_no", "isik", "fotograf"], "children inherit them");
        offered[1].GetProperty("choices").EnumerateArray().Select(c => c.Text("code")).ShouldBe(["yesil", "kirmizi"]);

        Task<HttpResponseMessage> With(JsonElement row, params object[] fields)
            => supervisor.TryChangeAsync(row, new { version = row.Version(), names = Given.Only(row.NameTr()), fields });
        await With(child, Field("Seri no", "text", code: "SERI_NO")).ShouldBeRefusedAsync("definitions.field_code_taken");
        await With(child, Field("A", "text", code: "x"), Field("B", "text", code: "x")).ShouldBeRefusedAsync("definitions.field_code_taken");
        await With(child, Field("Liste", "list")).ShouldBeRefusedAsync("definitions.choices_needed");
        await With(child, Field("Metin", "text", new[] { new { names = Given.Only("Yeşil") } })).ShouldBeRefusedAsync("definitions.choices_not_here");
        await With(child, Field("", "text")).ShouldBeRefusedAsync("definitions.name_needed");
        await With(child, [.. Enumerable.Range(0, 21).Select(n => Field($"Alan {n}", "text"))]).ShouldBeRefusedAsync("definitions.too_many_fields");
        var phone = (await supervisor.RowsAsync(DefinitionTables.ContactMethods))[0];
        await With(phone, Field("Alan", "text")).ShouldBeRefusedAsync("definitions.no_fields_here");
    }

    [Fact]
    public async Task Only_those_with_the_right_change_rows()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent1");
        var row = await supervisor.AShelfAsync();

        await agent.TryChangeAsync(row, new { version = row.Version(), names = Given.Only("Benim") }).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await agent.DoAsync(row, "move").ShouldBeRefusedAsync("identity.not_permitted");
        await agent.DoAsync(row, "deactivate").ShouldBeRefusedAsync("identity.not_permitted");
        await agent.DoAsync(row, "activate").ShouldBeRefusedAsync("identity.not_permitted");
        await agent.DeleteAsync(row).ShouldBeRefusedAsync("identity.not_permitted");
        await agent.ImportAsync("tr\nx").ShouldBeRefusedAsync("identity.not_permitted");
        (await agent.RowAsync(row)).Version().ShouldBe(row.Version());
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_unknown()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var nobody = $"/api/definitions/rows/{Guid.CreateVersion7()}";

        await supervisor.PutAsJsonAsync(nobody, new { version = 1, names = Given.Only("x") }, Given.Stop).ShouldBeRefusedAsync("definitions.row_unknown", HttpStatusCode.NotFound);
        await supervisor.DeleteAsync($"{nobody}?version=1", Given.Stop).ShouldBeRefusedAsync("definitions.row_unknown", HttpStatusCode.NotFound);
        await supervisor.GetAsync($"{nobody}/history", Given.Stop).ShouldBeRefusedAsync("definitions.row_unknown", HttpStatusCode.NotFound);
        await supervisor.DeleteAsync(nobody, Given.Stop).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }
}

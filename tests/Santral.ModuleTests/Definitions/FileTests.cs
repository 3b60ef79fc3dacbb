using System.Text;
using System.Text.Json;
using Santral.Contracts.Definitions;

namespace Santral.ModuleTests.Definitions;

/// <summary>Tables as files: out, in, and in again.</summary>
[Collection(DefinitionsCollection.Name)]
public sealed class FileTests(DefinitionsInstallation installation)
{
    [Fact]
    public async Task A_table_that_went_out_comes_in_unchanged()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var row = await supervisor.AShelfAsync("\"Tırnak\"; ve noktalı virgül");
        await supervisor.DoAsync(row, "deactivate").BodyAsync();

        foreach (var table in new[] { Given.Shelves, DefinitionTables.RequestCategories, DefinitionTables.Priorities })
        {
            var before = await supervisor.GetAsync($"/api/definitions/tables/{table}", Given.Stop).BodyAsync();
            var file = await ExportAsync(supervisor, table);
            var answer = await supervisor.ImportAsync(file, table: table).BodyAsync();

            answer.GetProperty("refused").GetInt32().ShouldBe(0, answer.ToString());
            answer.GetProperty("unchanged").GetInt32().ShouldBe(answer.GetProperty("lines").GetArrayLength());
            (await supervisor.GetAsync($"/api/definitions/tables/{table}", Given.Stop).BodyAsync()).ToString().ShouldBe(before.ToString());
        }
    }

    [Fact]
    public async Task A_file_adds_and_changes_and_the_same_file_twice_changes_nothing()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var old = await supervisor.AShelfAsync(code: "file_old");
        // The child stands before its parent, as a file sorted by name has it.
        const string Csv = """"
            code;parent;tr;sv;en;active
            file_child;file_parent;Alt raf;Underhylla;Lower shelf;
            file_old;;Eski raf, yeni ad;;;false
            file_parent;;"Üst raf ""1""";Övre hylla;Upper shelf;true
            """";

        var preview = await supervisor.ImportAsync(Csv, preview: true).BodyAsync();
        (await supervisor.RowAsync(old)).NameTr().ShouldBe(old.NameTr(), "a preview saves nothing");
        var first = await supervisor.ImportAsync(Csv).BodyAsync();
        var second = await supervisor.ImportAsync(Csv).BodyAsync();

        Counts(preview).ShouldBe("2 1 0 0");
        Counts(first).ShouldBe("2 1 0 0");
        Counts(second).ShouldBe("0 0 3 0");
        var rows = await supervisor.RowsAsync();
        var parent = rows.Single(r => r.Text("code") == "file_parent");
        parent.NameTr().ShouldBe("Üst raf \"1\"");
        rows.Single(r => r.Text("code") == "file_child").Text("parentId").ShouldBe(parent.Id());
        rows.Single(r => r.Text("code") == "file_old").GetProperty("isActive").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData(';', true)]
    [InlineData(',', false)]
    public async Task Separators_and_the_byte_order_mark_are_taken_as_they_come(char separator, bool hasMark)
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var name = Given.AName("Ayraç");
        var text = $"tr{separator}en\r\n{name}{separator}\"a{separator} b\"\r\n";
        byte[] file = [.. hasMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)];

        Counts(await supervisor.ImportAsync(file).BodyAsync()).ShouldBe("1 0 0 0");
        Counts(await supervisor.ImportAsync(file).BodyAsync()).ShouldBe("0 0 1 0");

        (await supervisor.RowsAsync()).Single(r => r.NameTr() == name).GetProperty("names").GetProperty("en").GetString().ShouldBe($"a{separator} b");
    }

    [Fact]
    public async Task One_bad_line_and_nothing_is_saved_and_each_bad_line_says_why()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await supervisor.AShelfAsync("Dolu ad");
        const string Csv = """
            code;parent;tr;colour;isFirst;unit
            bad_ok;;İyi satır;;;
            bad code;;Kötü kod;;;
            bad_1;nowhere;Ebeveynsiz;;;
            bad_2;;dolu AD;;;
            bad_3;;;;;
            bad_4;;Renk;red;;
            bad_5;bad_6;Döngü A;;;
            bad_6;bad_5;Döngü B;;;
            bad_ok;;İki kez;;;
            bad_7;;Ay;;;moon
            bad_8;;Fazla;;;;;
            """;

        var preview = await supervisor.ImportAsync(Csv, preview: true).BodyAsync();
        await supervisor.ImportAsync(Csv).ShouldBeRefusedAsync("definitions.import_refused", HttpStatusCode.UnprocessableEntity);

        preview.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("number").GetInt32()} {l.GetProperty("refusal").GetString()}").ShouldBe(
        [
            "2 ", "3 definitions.code_invalid", "4 definitions.parent_unknown", "5 definitions.name_taken", "6 definitions.name_needed",
            "7 definitions.value_invalid", "8 definitions.parent_unknown", "9 definitions.circle", "10 definitions.csv_code_twice",
            "11 definitions.unit_unknown", "12 definitions.csv_too_many_cells",
        ]);
        preview.GetProperty("lines")[2].Text("why").ShouldBe("Üst satır bulunamadı.", "in the reader's language");
        (await supervisor.RowsAsync()).ShouldNotContain(r => r.Text("code") == "bad_ok");
    }

    [Fact]
    public async Task Formulas_go_out_as_text_and_come_back_as_they_were()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        string[] names = ["=1+2", "+46 8", "-5 derece", "@komut", "'=kesme"];
        foreach (var name in names)
        {
            await supervisor.AShelfAsync(name);
        }

        var file = await ExportAsync(supervisor, Given.Shelves);

        var lines = Encoding.UTF8.GetString(file).Split("\r\n");
        foreach (var name in names)
        {
            lines.ShouldContain(l => l.Contains($";'{name};"), name);
        }

        lines.SelectMany(l => l.Split(';')).ShouldAllBe(c => c.Length == 0 || !"=+-@".Contains(c[0]));
        Counts(await supervisor.ImportAsync(file).BodyAsync()).ShouldStartWith("0 0 ");
        names.ShouldBeSubsetOf((await supervisor.RowsAsync()).Select(r => r.NameTr()));
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.ImportAsync("").ShouldBeRefusedAsync("definitions.csv_header_needed");
        await supervisor.ImportAsync("tr;ru\nx;y").ShouldBeRefusedAsync("definitions.csv_column_unknown");
        await supervisor.ImportAsync("tr;TR\nx;y").ShouldBeRefusedAsync("definitions.csv_column_twice");
        await supervisor.ImportAsync("tr\n\"açık").ShouldBeRefusedAsync("definitions.csv_quote_open");
        await supervisor.ImportAsync(Encoding.Latin1.GetBytes("tr\nÅterbäring")).ShouldBeRefusedAsync("definitions.csv_not_utf8");
        await supervisor.ImportAsync(new byte[3 * 1024 * 1024]).ShouldBeRefusedAsync("definitions.csv_too_large");
        await supervisor.ImportAsync("tr\nx", table: "moons").ShouldBeRefusedAsync("definitions.table_unknown", HttpStatusCode.NotFound);
        await supervisor.GetAsync("/api/definitions/tables/moons/export", Given.Stop).ShouldBeRefusedAsync("definitions.table_unknown");
    }

    private static string Counts(JsonElement answer)
        => string.Join(' ', new[] { "added", "changed", "unchanged", "refused" }.Select(n => answer.GetProperty(n).GetInt32()));

    private static async Task<byte[]> ExportAsync(HttpClient client, string table)
    {
        var answer = await client.GetAsync($"/api/definitions/tables/{table}/export", Given.Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{table}.csv");
        return await answer.Content.ReadAsByteArrayAsync(Given.Stop);
    }
}

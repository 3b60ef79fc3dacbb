using System.Text;
using Santral.Contracts.Definitions;
using Santral.Definitions.Domain;
using Santral.Requests.Definitions;

namespace Santral.Tests.Definitions;

/// <summary>Files that were not made by people.</summary>
public sealed class TableImportTests
{
    [Fact]
    public void A_file_in_which_each_line_stands_below_the_next_is_refused_line_by_line()
    {
        var file = new StringBuilder("code;parent;tr\n");
        for (var line = 0; line < TableRows.Most; line++)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"c{line};c{line + 1};n{line}\n");
        }

        var lines = new TableImport(Empty(), file.ToString()).Run();

        lines.ShouldAllBe(l => l.Act == ImportAct.Refused);
    }

    [Fact]
    public void A_file_with_more_lines_than_a_table_has_rows_is_refused_before_it_is_read()
        => Should.Throw<Refusal>(() => new TableImport(Empty(), "tr\n" + string.Concat(Enumerable.Range(0, TableRows.Most + 1).Select(i => $"n{i}\n"))))
            .Code.ShouldBe("definitions.csv_too_many_lines");

    private static TableRows Empty()
    {
        var last = 0;
        return new TableRows(
            RequestTables.All.Single(t => t.Code == DefinitionTables.RequestCategories), [], _ => true, () => DefinitionId.From(new Guid(++last, 0, 0, new byte[8])));
    }
}

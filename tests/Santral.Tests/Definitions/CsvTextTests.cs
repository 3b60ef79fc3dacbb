using Santral.Definitions.Domain;

namespace Santral.Tests.Definitions;

/// <summary>Files as spreadsheets write them.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=already")]
    [InlineData("''=twice")]
    [InlineData("plain")]
    [InlineData("'quoted'")]
    [InlineData("a;b,c\"d\"")]
    [InlineData("two\nlines")]
    [InlineData("")]
    public void What_was_written_is_read_and_is_never_a_formula(string cell)
    {
        var text = CsvText.Write([["first", cell, "last"]]);

        CsvText.Read(text).ShouldHaveSingleItem().Cells.ShouldBe(["first", cell, "last"]);
        var written = text.Split(';')[1].TrimStart('"');
        (written.Length > 0 && "=+-@".Contains(written[0], StringComparison.Ordinal)).ShouldBeFalse(written);
    }

    [Fact]
    public void Cells_round_trip_whatever_signs_they_have()
    {
        var chance = new Random(20261122);
        const string Signs = "ab;,\"'=+-@ ı\tİ\n";
        for (var turn = 0; turn < 500; turn++)
        {
            var cells = Enumerable.Range(0, 3).Select(_ => new string([.. Enumerable.Range(0, chance.Next(6)).Select(_ => Signs[chance.Next(Signs.Length)])]).Trim()).ToList();
            cells[0] = "x" + cells[0];

            CsvText.Read(CsvText.Write([["a", "b", "c"], cells]))[1].Cells.ShouldBe(cells);
        }
    }

    [Fact]
    public void Lines_keep_their_numbers_over_empty_ones_and_line_breaks_in_cells()
    {
        var lines = CsvText.Read("a;b\r\n\r\n\"x\ny\";1\nlast;2");

        lines.Select(l => l.Number).ShouldBe([1, 3, 5]);
        lines[1].Cells.ShouldBe(["x\ny", "1"]);
    }

    [Fact]
    public void An_open_quote_is_refused_with_its_line()
        => Should.Throw<Refusal>(() => CsvText.Read("a\n\"open\nmore")).Args["line"].ShouldBe(2);
}

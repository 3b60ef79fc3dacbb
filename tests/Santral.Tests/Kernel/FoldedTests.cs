namespace Santral.Tests.Kernel;

/// <summary>Texts are found however they are typed.</summary>
public sealed class FoldedTests
{
    [Theory]
    [InlineData("Işık", "isik")]
    [InlineData("IŞIK", "isik")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("istanbul", "istanbul")]
    [InlineData("Ağaoğlu ÇÖP şule ÜMİT", "agaoglu cop sule umit")]
    [InlineData("Åström Öberg Märta", "astrom oberg marta")]
    [InlineData("  Brf   Björken\t\n", "brf bjorken")]
    [InlineData("ÇB-26-0001", "cb-26-0001")]
    [InlineData("Søren Æble Straße Łódź", "soren aeble strasse lodz")]
    [InlineData("a\0b", "a b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Case_marks_and_the_two_turkish_i_make_no_difference(string? text, string folded) => Folded.Of(text).ShouldBe(folded);

    [Theory]
    [InlineData("a\uffffb\ufdd0c", "abc")]
    public void Code_points_that_are_no_characters_break_nothing(string text, string folded) => Folded.Of(text).ShouldBe(folded);

    [Fact]
    public void Half_a_letter_is_no_accident() => Folded.Of("a\ud800b").ShouldNotBeEmpty();

    [Fact]
    public void A_question_has_at_most_six_words() => Folded.Words("a b c d e f g a").ShouldBe(["a", "b", "c", "d", "e", "f"]);

    [Fact]
    public void Typed_lines_lose_control_signs_and_keep_their_line_ends()
    {
        Typed.Line(" Elif\r\n Yılmaz\0 ").ShouldBe("Elif  Yılmaz");
        Typed.Line("\u0001 \t").ShouldBeNull();
        Typed.Lines("a\r\nb\0\tc\n").ShouldBe("a\nb\tc");
        Typed.Lines("x\ud800").ShouldBe("x\ufffd");
    }

    [Fact]
    public void A_cursor_comes_back_as_it_was_written_and_nothing_else_is_taken()
    {
        Cursor.Read(Cursor.Write("Çınar", "ÇB-26-0001"), 2).ShouldBe(["Çınar", "ÇB-26-0001"]);
        Cursor.Read(null, 2).ShouldBeNull();
        foreach (var bad in new[] { "!", "AAAA", Cursor.Write("one"), Cursor.Write("a\0", "b"), "bnVsbA", "W251bGwsbnVsbF0" })
        {
            Should.Throw<Refusal>(() => Cursor.Read(bad, 2)).Code.ShouldBe("request.cursor_invalid");
        }
    }
}

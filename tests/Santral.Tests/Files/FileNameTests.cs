using Santral.Files.Data;
using Santral.Files.Domain;

namespace Santral.Tests.Files;

/// <summary>What a file may be called, and what it is taken for.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\fatura.pdf", "fatura.pdf")]
    [InlineData("  rapor\r\n2.txt ", "rapor 2.txt")]
    [InlineData("fatura\u202Efdp.exe", "faturafdp.exe")]
    [InlineData("a:b*c?.txt", "abc.txt")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void It_is_one_line_without_folders_and_signs(string? given, string expected) => FileName.Clean(given).ShouldBe(expected);

    [Fact]
    public void A_long_one_is_cut_and_keeps_its_ending()
    {
        var name = FileName.Clean(new string('ş', 300) + ".pdf");

        name.Length.ShouldBe(FileName.Longest);
        name.ShouldEndWith(".pdf");
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.4", "application/pdf", false)]
    [InlineData("a.pdf", "hello", "application/octet-stream", false)]
    [InlineData("a.txt", "%PDF-1.4", "application/pdf", false)]
    [InlineData("a.gif", "GIF89a", "image/gif", false)]
    [InlineData("a.svg", "<svg>", "application/octet-stream", true)]
    [InlineData("a.html", "<p>", "application/octet-stream", true)]
    [InlineData("a.txt", "#!/bin/sh", "application/octet-stream", true)]
    [InlineData("A.EXE", "x", "application/octet-stream", true)]
    [InlineData("fatura.pdf.scr. ", "x", "application/octet-stream", true)]
    [InlineData("teklif.docm", "x", "application/octet-stream", true)]
    [InlineData("disk.vhd", "x", "application/octet-stream", true)]
    [InlineData("a.csv", "x;y", "text/csv", false)]
    [InlineData("noname", "x", "application/octet-stream", false)]
    public void Its_kind_comes_from_its_bytes_and_then_from_its_name(string name, string start, string type, bool isRisky)
    {
        var kind = FileKind.Of(name, System.Text.Encoding.Latin1.GetBytes(start));

        kind.ContentType.ShouldBe(type);
        kind.IsRisky.ShouldBe(isRisky);
    }
}

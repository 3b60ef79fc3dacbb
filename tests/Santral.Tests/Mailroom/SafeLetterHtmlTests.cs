using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Santral.Mailroom.Letters;

namespace Santral.Tests.Mailroom;

/// <summary>Formatted letters of strangers: nothing in them runs or fetches, and their words stay.</summary>
public sealed class SafeLetterHtmlTests
{
    [Fact]
    public void Words_tables_and_colours_stay_and_what_runs_goes()
    {
        var page = Of("<table><tr><td style=\"color:red;position:fixed;top:0\">Merhaba</td></tr></table><form action=x><label>Ad</label></form><o:p>iç</o:p><script>bad()</script><style>*{x}</style><svg><text>g</text></svg>")!;
        page.Page.ShouldContain("Merhaba");
        page.Page.ShouldContain("style=\"color");
        page.Page.ShouldNotContain("position");
        page.Page.ShouldContain("Ad");
        page.Page.ShouldContain("iç");
        page.Page.ShouldNotContain("bad()");
        page.Page.ShouldNotContain("<form");
    }

    [Fact]
    public void Pictures_from_elsewhere_are_counted_and_left_out_until_they_are_asked_for()
    {
        const string html = "<img src=\"https://spy.example/a.gif\"><img src=\"//spy.example/b.gif\"><td background=\"http://spy.example/c.gif\">x</td><p style=\"background-image:url(https://spy.example/d.gif)\">y</p><img src=\"cid:logo\"><img src=\"data:image/png;base64,AAAA\">";
        var without = Of(html)!;
        without.Page.ShouldNotContain("spy.example");
        without.Blocked.ShouldBeGreaterThanOrEqualTo(2);
        without.Page.ShouldContain("data:image/png;base64,LOGO");
        without.Page.ShouldContain("data:image/png;base64,AAAA");
        var with = Of(html, withRemote: true)!;
        with.Page.ShouldContain("https://spy.example/a.gif");
        with.Blocked.ShouldBe(0);
    }

    [Fact]
    public void Links_open_elsewhere_and_tell_nothing_and_only_four_kinds_are_links()
    {
        var page = Of("<a href=\"https://a.example/\" id=x name=y onclick=z>a</a><a href=\"javascript:1\">b</a><a href=\"data:text/html,x\">c</a><a href=\"mailto:x@y.example\">d</a>")!.Page;
        var links = new HtmlParser().ParseDocument(page).QuerySelectorAll("a").Select(a => (a.GetAttribute("href"), a.GetAttribute("rel"), a.GetAttribute("id"))).ToList();
        links.ShouldBe([("https://a.example/", "noopener noreferrer nofollow", null), (null, "noopener noreferrer nofollow", null), (null, "noopener noreferrer nofollow", null), ("mailto:x@y.example", "noopener noreferrer nofollow", null)]);
    }

    [Fact]
    public void What_is_too_deep_or_too_long_is_not_looked_through()
    {
        Of(string.Concat(Enumerable.Repeat("<div>", 50_000))).ShouldBeNull();
        Of(new string('x', 2_000_000)).ShouldBeNull();
        Of(string.Concat(Enumerable.Repeat("<br>", 50_000))).ShouldBeNull();
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<object data=\"data:text/html,<script>alert(1)</script>\"></object>")]
    [InlineData("<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=https://evil.example\">")]
    [InlineData("<link rel=stylesheet href=https://evil.example/x.css>")]
    [InlineData("<p style=\"background:url('javascript:alert(1)')\">x</p>")]
    [InlineData("<p style=\"x:expression(alert(1))\">x</p>")]
    [InlineData("<a href=\"jav&#x0A;ascript:alert(1)\">x</a>")]
    [InlineData("<a href=\" &#14; javascript:alert(1)\">x</a>")]
    [InlineData("<form><input name=innerHTML></form>")]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<xmp><img src=x onerror=alert(1)></xmp>")]
    [InlineData("<img srcset=\"https://evil.example/x 1x\">")]
    [InlineData("<video src=x onerror=alert(1)><source src=x></video>")]
    [InlineData("<details open ontoggle=alert(1)>x</details>")]
    [InlineData("<body onload=alert(1)>x</body>")]
    [InlineData("<!--[if mso]><script>alert(1)</script><![endif]-->")]
    [InlineData("<p>\0<scr\0ipt>alert(1)</scr\0ipt></p>")]
    [InlineData("<a href=\"vbscript:x\">x</a><a href=\"DATA:text/html;base64,PHNjcmlwdD4=\">y</a>")]
    public void Nothing_live_is_left(string html)
    {
        var tree = new HtmlParser().ParseDocument(Of(html)?.Page ?? "");
        foreach (var element in tree.Body!.QuerySelectorAll("*"))
        {
            element.LocalName.ShouldNotBeOneOf("script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "base", "meta", "link", "template", "noscript", "video", "audio", "source");
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.ShouldNotStartWith("on");
                attribute.Name.ShouldNotBeOneOf("srcdoc", "srcset", "id", "name");
                attribute.Value.Replace("\t", "").Replace("\n", "").Trim().ShouldNotStartWith("javascript:", Case.Insensitive);
                attribute.Value.ShouldNotContain("evil.example");
                (attribute.Name is "href" || !attribute.Value.Contains("/hit", StringComparison.Ordinal)).ShouldBeTrue(attribute.Value);
                attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase).ShouldBeFalse(attribute.Value);
            }
        }
    }

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, XssVectors.Count).ToArray());

    /// <summary>The project's list; the same is opened in a real browser by a story.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Nothing_of_the_list_is_left_alive(int number) => Nothing_live_is_left(XssVectors.Of(number));

    private static SafeHtml? Of(string html, bool withRemote = false)
    {
        var letter = Encoding.UTF8.GetBytes("From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html);
        using var message = ReadLetter.Load(letter);
        return SafeLetterHtml.Of(message, id => id == "logo" ? "data:image/png;base64,LOGO" : null, withRemote);
    }
}

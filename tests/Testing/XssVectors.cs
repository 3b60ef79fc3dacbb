using System.Globalization;

namespace Santral.Testing;

/// <summary>
/// The project's own list of ways in which formatted text of a stranger could run or fetch something. In each `@` stands for a script that
/// leaves its number at `top.hits`, and `/hit` for an address whose number is asked for.
/// </summary>
internal static class XssVectors
{
    private static readonly string[] Written =
    [
        "<script>@</script>",
        "<SCRIPT SRC=/hit></SCRIPT>",
        "<img src=x onerror=@>",
        "<img src=x:x onerror=\"@\" alt='\"'>",
        "<svg onload=@></svg>",
        "<svg><script>@</script></svg>",
        "<svg><animate onbegin=@ attributeName=x dur=1s></svg>",
        "<svg><a xlink:href=\"javascript:@\"><text x=20 y=20>x</text></a></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='@'/></svg>#x\"></svg>",
        "<svg><foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=@></body></foreignObject></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=@>\">",
        "<svg><style>/*</style><img src=x onerror=@>*/</style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=@&gt;\">",
        "<math><mi//xlink:href=\"data:x,<script>@</script>\">x</mi></math>",
        "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=@></annotation-xml></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=@>",
        "<noscript><p title=\"</noscript><img src=x onerror=@>\">",
        "<template><script>@</script></template>",
        "<template><img src=x onerror=@></template>",
        "<xmp><p title=\"</xmp><img src=x onerror=@>\">",
        "<noembed><p title=\"</noembed><img src=x onerror=@>\">",
        "<noframes><p title=\"</noframes><img src=x onerror=@>\">",
        "<textarea><p title=\"</textarea><img src=x onerror=@>\">",
        "<title><p title=\"</title><img src=x onerror=@>\">",
        "<plaintext><img src=x onerror=@>",
        "<!--><img src=x onerror=@>-->",
        "<!--[if mso]><script>@</script><![endif]--><!--[if !mso]><!--><img src=x onerror=@><!--<![endif]-->",
        "<![CDATA[<img src=x onerror=@>]]>",
        "<?xml-stylesheet href=\"javascript:@\"?><img src=x onerror=@>",
        "<iframe srcdoc=\"<script>parent.@</script>\"></iframe>",
        "<iframe src=\"javascript:@\"></iframe>",
        "<iframe src=/hit></iframe>",
        "<object data=\"data:text/html,<script>@</script>\"></object>",
        "<object data=/hit></object>",
        "<embed src=/hit>",
        "<applet code=x archive=/hit></applet>",
        "<frameset onload=@><frame src=/hit></frameset>",
        "<body onload=@>",
        "<body onpageshow=@>",
        "<base href=\"/hit/\"><img src=y>",
        "<meta http-equiv=refresh content=\"0;url=/hit\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:@\">",
        "<link rel=stylesheet href=/hit>",
        "<link rel=preload as=script href=/hit><link rel=prefetch href=/hit><link rel=dns-prefetch href=//spy.example>",
        "<style>@import '/hit';</style>",
        "<style>body{background:url(/hit)}</style><p>x</p>",
        "<style>@font-face{font-family:f;src:url(/hit)}p{font-family:f}</style><p>x</p>",
        "<p style=\"background:url(/hit)\">x</p>",
        "<p style=\"background:url('javascript:@')\">x</p>",
        "<p style=\"background-image:u\\72l(/hit)\">x</p>",
        "<p style=\"list-style:url(/hit);display:list-item\">x</p>",
        "<p style=\"behavior:url(/hit)\">x</p>",
        "<p style=\"width:expression(@)\">x</p>",
        "<p style=\"-moz-binding:url(/hit)\">x</p>",
        "<div style=\"position:fixed;inset:0;z-index:9999;background:#fff\">overlay</div>",
        "<table background=/hit><tr><td background=/hit>x</td></tr></table>",
        "<img srcset=\"/hit 1x\">",
        "<img src=/hit>",
        "<img src=/hit loading=eager width=1 height=1 style=display:none>",
        "<picture><source srcset=/hit><img></picture>",
        "<video poster=/hit></video>",
        "<video src=x onerror=@></video>",
        "<video><source onerror=@ src=x></video>",
        "<audio src=x onerror=@></audio>",
        "<audio src=/hit autoplay></audio>",
        "<track src=/hit>",
        "<details open ontoggle=@>x</details>",
        "<input autofocus onfocus=@>",
        "<button autofocus onfocus=@>x</button>",
        "<select autofocus onfocus=@></select>",
        "<keygen autofocus onfocus=@>",
        "<a href=# autofocus tabindex=0 onfocus=@>x</a>",
        "<form action=/hit id=f><input name=a value=b></form><button form=f autofocus onfocus=\"f.submit()\">x</button>",
        "<form action=/hit><input type=image src=/hit></form>",
        "<isindex action=javascript:@ type=image>",
        "<marquee onstart=@>x</marquee>",
        "<p onanimationstart=@ style=\"animation:x 1s\">x</p><style>@keyframes x{}</style>",
        "<p ontransitionrun=@ style=\"transition:all 1s\">x</p>",
        "<div popover onbeforetoggle=@ id=pop>x</div>",
        "<dialog open onclose=@>x</dialog>",
        "<img name=body><form name=createElement><input name=firstChild></form><img id=hits>",
        "<a id=top></a><a id=top name=hits href=\"/hit\">x</a>",
        "<p>\0<scr\0ipt>@</scr\0ipt></p>",
        "<scr<script>ipt>@</scr</script>ipt>",
        "<IMG \"\"\"><SCRIPT>@</SCRIPT>\">",
        "<img/src=x/onerror=@>",
        "<img\fsrc=x\fonerror=@>",
        "<x onclick=@ onmouseover=@ style=\"font-size:99em\">x</x>",
        "<script/x>@</script>",
        "<script\n>@</script\n>",
        "<svg/onload=@>",
        "<b <script>@</script>0",
        "<div><p title=\"</div><svg/onload=@>\">",
        "+ADw-script+AD4-@+ADw-/script+AD4-",
        "<link rel=import href=/hit><link rel=manifest href=/hit><link rel=icon href=/hit>",
        "<a ping=/hit href=/hit>x</a>",
        "<area href=\"javascript:@\"><map name=m><area shape=rect coords=0,0,9,9 href=\"javascript:@\"></map>",
    ];

    public static int Count => Written.Length;

    public static string Of(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{number}");

        // A rule of a style sheet keeps its sign.
        return Written[number].Replace("@import", "\u0001import", StringComparison.Ordinal).Replace("@font", "\u0001font", StringComparison.Ordinal).Replace("@keyframes", "\u0001keyframes", StringComparison.Ordinal)
            .Replace("@", $"top.hits.push({text})", StringComparison.Ordinal).Replace('\u0001', '@').Replace("/hit", $"/hit{text}-", StringComparison.Ordinal);
    }
}

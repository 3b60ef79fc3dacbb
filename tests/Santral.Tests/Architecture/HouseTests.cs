using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Santral.Tests.Architecture;

/// <summary>The house's rules that a machine can keep.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Languages = ["tr", "sv", "en"];

    public static TheoryData<string> Modules()
        => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Modules")).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_references_no_module(string module)
    {
        var project = XDocument.Parse(Repository.Read($"src/Modules/{module}/{module}.csproj"));

        var references = project.Descendants("ProjectReference").Select(r => (string)r.Attribute("Include")!).ToList();

        references.ShouldAllBe(r => r.Contains("/Wire/"), $"{module} may reference Contracts and, for Calls, the wire");
        if (module != "Santral.Calls")
        {
            references.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_has_the_five_folders_and_one_file_on_top(string module)
    {
        string[] folders = ["Features", "Reactions", "Jobs", "Domain", "Data"];
        var name = module["Santral.".Length..];

        var files = Repository.Files($"src/Modules/{module}", "*.cs").Select(f => f[$"src/Modules/{module}/".Length..]).ToList();

        files.ShouldContain($"{name}Module.cs");
        files.Where(f => !f.Contains('/')).ShouldAllBe(f => f == $"{name}Module.cs" || f == $"{name}Options.cs" || f == $"{name}Permissions.cs" || f == "GlobalUsings.cs");
        var allowed = module switch
        {
            // The verbs of a flow, and the live actors, are what these modules exist for.
            "Santral.Ivr" => [.. folders, "Verbs", "Flows", "Prompts"],
            "Santral.Calls" => [.. folders, "Live"],
            "Santral.Queues" => [.. folders, "Live"],
            "Santral.Workplace" => [.. folders, "Live"],
            "Santral.Identity" => [.. folders, "Access"],
            "Santral.Requests" => [.. folders, "Definitions", "Clocks", "Templates", "Macros", "Letters"],
            // MIME, and the servers it comes from and goes to.
            "Santral.Mailroom" => [.. folders, "Letters", "Servers"],
            _ => folders,
        };
        files.Where(f => f.Contains('/')).Select(f => f.Split('/')[0]).Distinct().Except(allowed).ShouldBeEmpty();
    }

    [Fact]
    public void The_wire_knows_nothing_of_the_product()
        => Repository.Files("src/Wire", "*.csproj").ShouldAllBe(f => !Repository.Read(f).Contains("ProjectReference") && !Repository.Read(f).Contains("AspNetCore"));

    [Fact]
    public void The_domain_knows_no_database_and_no_web()
        => Repository.Files("src/Modules", "*.cs").Where(f => f.Contains("/Domain/"))
            .Where(f => ForbiddenInDomain().IsMatch(Repository.Read(f)))
            .ShouldBeEmpty();

    [Fact]
    public void A_file_is_one_thought()
        => Repository.Files("src", "*.cs").Concat(Repository.Files("web/src", "*.ts*"))
            .Where(f => !f.Contains("Santral.Migrations/") && !f.EndsWith("schema.d.ts", StringComparison.Ordinal))
            .Where(f => Repository.Read(f).AsSpan().Count('\n') > 400)
            .ShouldBeEmpty();

    [Fact]
    public void Every_key_has_a_text_in_three_languages()
    {
        var keys = Languages.ToDictionary(l => l, l => Texts(l).Keys.ToHashSet());

        foreach (var language in Languages)
        {
            keys["tr"].SymmetricExceptWith(keys[language]);
            keys["tr"].ShouldBeEmpty($"tr and {language} differ");
            keys["tr"] = [.. Texts("tr").Keys];
        }
    }

    [Fact]
    public void Every_refusal_has_a_text()
    {
        var known = Texts("en").Keys.ToHashSet();

        var missing = Repository.Files("src", "*.cs").SelectMany(f => RefusalCode().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value))
            .Distinct().Where(code => !known.Contains($"refusal.{code}")).ToList();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_story_links_files_that_exist()
    {
        var links = Link().Matches(Repository.Read("docs/story.md")).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal)).ToList();

        links.ShouldNotBeEmpty();
        links.Where(l => !Path.Exists(Path.GetFullPath(Path.Combine(Repository.Root, "docs", l)))).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_code()
        => Repository.Files("src", "*.cs").Concat(Repository.Files("web/src", "*.ts*"))
            .Where(f => Unfinished().IsMatch(Repository.Read(f)))
            .ShouldBeEmpty();

    [Fact]
    public void Types_are_not_named_after_nothing()
        => Repository.Files("src", "*.cs")
            .Where(f => !f.Contains("Santral.Migrations/"))
            .SelectMany(f => EmptyName().Matches(Repository.Read(f)).Select(m => $"{f}: {m.Value}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_requirement_named_by_a_test_is_a_row()
    {
        var rows = Repository.Read("docs/requirements.csv").Split('\n').Skip(1).Select(l => l.Split(',')[0]).ToHashSet();

        Repository.Files("tests", "*.cs").SelectMany(f => Claim().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value))
            .Distinct().Where(id => !rows.Contains(id)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Texts(string language)
    {
        var texts = new Dictionary<string, string>();
        foreach (var file in Repository.Files($"i18n/{language}", "*.json"))
        {
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read(file))!)
            {
                text.ShouldNotBeNullOrWhiteSpace($"{file} {key}");
                texts.TryAdd(key, text).ShouldBeTrue($"{file}: {key} stands twice");
            }
        }

        return texts;
    }

    [GeneratedRegex("using Microsoft\\.(EntityFrameworkCore|AspNetCore)|ILogger|TimeProvider")]
    private static partial Regex ForbiddenInDomain();

    [GeneratedRegex("new Refusal\\(\\s*\"([a-z_.]+)\"")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("\\]\\(([^)#]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("\\bTODO\\b|\\bFIXME\\b|NotImplementedException|\\.only\\(|\\.skip\\(")]
    private static partial Regex Unfinished();

    [GeneratedRegex("(class|record|interface|struct) \\w+(Manager|Helper|Util|Utils|Processor|Impl)\\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex("Requirement\\(\"([^\"]+)\"\\)")]
    private static partial Regex Claim();
}

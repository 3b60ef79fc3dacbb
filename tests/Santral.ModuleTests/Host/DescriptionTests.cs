using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Santral.ModuleTests.Host;

/// <summary>What clients are made from is what the product serves.</summary>
[Collection(HostCollection.Name)]
public sealed class DescriptionTests(Installation installation)
{
    [Fact]
    public async Task The_description_in_the_repository_is_the_one_that_is_served()
    {
        var served = JsonNode.Parse(await installation.Anonymous().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject();
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), "openapi.json"), TestContext.Current.CancellationToken))!.AsObject();

        // Where a product listens is its own matter.
        served.Remove("servers");
        kept.Remove("servers");
        Differing(served, kept, "").Take(10).ShouldBeEmpty("run tools/openapi");
    }

    private static IEnumerable<string> Differing(JsonNode? served, JsonNode? kept, string path)
    {
        if (served is JsonObject one && kept is JsonObject other)
        {
            return one.Select(p => p.Key).Union(other.Select(p => p.Key)).SelectMany(key => Differing(one[key], other[key], $"{path}/{key}"));
        }

        return JsonNode.DeepEquals(served, kept) ? [] : [path];
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", "..", ".."));
}

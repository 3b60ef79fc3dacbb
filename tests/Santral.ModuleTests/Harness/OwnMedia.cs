namespace Santral.ModuleTests.Harness;

/// <summary>An installation whose media engine runs in a process of its own.</summary>
public sealed class OwnMedia : Installation
{
    protected override IReadOnlyList<string> Flags => ["--media", "own"];
}

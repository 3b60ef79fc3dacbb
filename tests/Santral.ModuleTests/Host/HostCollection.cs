namespace Santral.ModuleTests.Host;

/// <summary>Tests that only ask at the door share one installation.</summary>
[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<Installation>
{
    public const string Name = "host";
}

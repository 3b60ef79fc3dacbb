namespace Santral.ModuleTests.Ivr;

/// <summary>One installation for all that changes flows; each test takes a flow of its own or puts back what it published.</summary>
[CollectionDefinition(Name)]
public sealed class FlowCollection : ICollectionFixture<Installation>
{
    public const string Name = "flows";
}

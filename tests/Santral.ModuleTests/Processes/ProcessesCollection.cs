namespace Santral.ModuleTests.Processes;

/// <summary>One installation for all that changes processes; each test takes a unit of its own or puts back what it published.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessesCollection : ICollectionFixture<Installation>
{
    public const string Name = "processes";
}

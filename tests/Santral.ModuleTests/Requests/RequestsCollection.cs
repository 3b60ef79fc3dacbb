namespace Santral.ModuleTests.Requests;

/// <summary>The tests of requests share one installation and run one after another: each counts only what it made itself.</summary>
[CollectionDefinition(Name)]
public sealed class RequestsCollection : ICollectionFixture<Installation>
{
    public const string Name = "requests";
}

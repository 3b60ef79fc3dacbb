namespace Santral.ModuleTests.Knowledge;

/// <summary>The tests of knowledge share one installation and run one after another: each writes its own articles.</summary>
[CollectionDefinition(Name)]
public sealed class KnowledgeCollection : ICollectionFixture<Installation>
{
    public const string Name = "knowledge";
}

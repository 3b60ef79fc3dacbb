namespace Santral.StoryTests;

/// <summary>The stories of what becomes of a matter share one product: each has its own people, unit and requests.</summary>
[CollectionDefinition(Name)]
public sealed class MattersCollection : ICollectionFixture<StoryFixture>
{
    public const string Name = "matters";
}

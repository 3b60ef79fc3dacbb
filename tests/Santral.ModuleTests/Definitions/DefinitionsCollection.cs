using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Definitions;

namespace Santral.ModuleTests.Definitions;

/// <summary>The tests of definitions share one installation, which has one more module: it declares a table with every kind of column and stores what it uses.</summary>
[CollectionDefinition(Name)]
public sealed class DefinitionsCollection : ICollectionFixture<DefinitionsInstallation>
{
    public const string Name = "definitions";
}

/// <summary>The demo with a table of shelves.</summary>
public sealed class DefinitionsInstallation : Installation
{
    public const string Shelves = "test_shelves";

    public Uses Used { get; } = new();

    protected override void Replace(IServiceCollection services)
    {
        services.AddSingleton<ICountDefinitionUses>(Used);
        services.AddSingleton(new DefinitionTable(Shelves, "supply", 900, 3, [])
        {
            CarriesFields = true,
            Columns =
            [
                new DefinitionColumn("place", DefinitionColumnKind.Text),
                new DefinitionColumn("height", DefinitionColumnKind.Number),
                new DefinitionColumn("colour", DefinitionColumnKind.Colour),
                new DefinitionColumn("kind", DefinitionColumnKind.Choice, Choices: ["metal", "wood"]),
                new DefinitionColumn("isFirst", DefinitionColumnKind.YesNo) { IsExclusive = true },
            ],
        });
    }

    /// <summary>The records of the module that stores shelves.</summary>
    public sealed class Uses : ICountDefinitionUses
    {
        private readonly ConcurrentDictionary<DefinitionId, long> _records = new();

        public void Store(string id, long records) => _records[DefinitionId.Parse(id, null)] = records;

        public Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
            => Task.FromResult<IReadOnlyDictionary<DefinitionId, long>>(
                ids.Where(_records.ContainsKey).ToDictionary(i => i, i => _records[i]));
    }
}

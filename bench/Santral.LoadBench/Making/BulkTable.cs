using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Santral.LoadBench.Making;

/// <summary>A table as the module's model describes it: its columns, and how a row of it is read from an object.</summary>
internal sealed class BulkTable
{
    private readonly List<Column> _columns = [];

    public BulkTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        Add(type, StoreObjectIdentifier.Table(Name), row => row);
    }

    public string Name { get; }

    public IReadOnlyList<string> Columns => _columns.ConvertAll(c => c.Name);

    public IReadOnlyList<string> ColumnTypes => _columns.ConvertAll(c => c.Type);

    public object?[] ValuesOf(object row) => [.. _columns.Select(c => c.Read(row))];

    private void Add(ITypeBase type, StoreObjectIdentifier table, Func<object, object?> reach)
    {
        foreach (var property in type.GetProperties())
        {
            var isKeyOfOwned = type is IEntityType { } owned && owned.IsOwned() && property.IsPrimaryKey();
            if (isKeyOfOwned || (property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey() && property.ClrType == typeof(long)))
            {
                continue;
            }

            var mapping = property.GetRelationalTypeMapping();
            var getter = property.IsShadowProperty() ? null : property.GetGetter();
            _columns.Add(new Column(property.GetColumnName(table)!, mapping.StoreTypeNameBase, row => Stored(reach(row) is { } part ? getter?.GetClrValue(part) : null, mapping)));
        }

        foreach (var navigation in type is IEntityType entity ? entity.GetNavigations() : [])
        {
            if (navigation.TargetEntityType.IsOwned() && navigation.TargetEntityType.GetTableName() == Name)
            {
                var getter = navigation.GetGetter();
                Add(navigation.TargetEntityType, table, row => reach(row) is { } part ? getter.GetClrValue(part) : null);
            }
        }
    }

    private static object? Stored(object? value, RelationalTypeMapping mapping)
        => value is null ? null : mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private sealed record Column(string Name, string Type, Func<object, object?> Read);
}

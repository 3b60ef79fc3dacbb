using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Santral.Identity.Data;

/// <summary>Clears what a set-up that did not finish left behind, in every module, so that the next try begins on an empty installation.</summary>
internal static class EmptyTables
{
    public static async Task ClearAsync(IServiceProvider scope, CancellationToken stop)
    {
        foreach (var database in scope.GetServices<ModuleDatabase>())
        {
            var db = (ModuleDb)scope.GetRequiredService(database.Context);
            var sql = db.GetService<ISqlGenerationHelper>();
            var tables = DependentsFirst(db.Model);
            await db.InTransactionAsync(
                async () =>
                {
                    foreach (var table in tables)
                    {
                        // The name comes from the model, not from a person.
                        var delete = "DELETE FROM " + sql.DelimitIdentifier(table);
                        await db.Database.ExecuteSqlRawAsync(delete, stop);
                    }
                },
                stop);
            db.ChangeTracker.Clear();
        }
    }

    private static List<string> DependentsFirst(IModel model)
    {
        var left = model.GetEntityTypes().Where(e => e.GetTableName() is not null).ToList();
        var ordered = new List<string>();
        while (left.Count > 0)
        {
            var free = left.Where(e => !left.Any(o => o != e && DependsOn(o, e))).ToList();
            // A circle of references has no order; its tables go in the order of the model.
            foreach (var entity in free.Count > 0 ? free : [.. left])
            {
                ordered.Add(entity.GetTableName()!);
                left.Remove(entity);
            }
        }

        return [.. ordered.Distinct(StringComparer.Ordinal)];
    }

    private static bool DependsOn(IEntityType dependent, IEntityType principal)
        => dependent.GetForeignKeys().Any(k => k.PrincipalEntityType == principal) && dependent.GetTableName() != principal.GetTableName();
}

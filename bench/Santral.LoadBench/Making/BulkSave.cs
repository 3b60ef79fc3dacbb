using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Santral.LoadBench.Making;

/// <summary>A module's context whose saves are kept, and written in bulk batch by batch.</summary>
internal sealed class BulkSave<TDb> : IAsyncDisposable
    where TDb : ModuleDb
{
    private readonly RowsOfSave _kept = new();
    private readonly ConcurrentDictionary<IEntityType, BulkTable> _tables = new();

    /// <param name="services">A scope of the product.</param>
    /// <param name="more">What the context asks for beside options and session, where it must not be the product's.</param>
    public BulkSave(IServiceProvider services, DbSession session, params object[] more)
    {
        var type = services.GetRequiredService<TDb>().GetType();
        var options = (DbContextOptions)services.GetRequiredService(typeof(DbContextOptions<>).MakeGenericType(type));
        var builder = new DbContextOptionsBuilder(options).AddInterceptors(_kept);
        Db = (TDb)ActivatorUtilities.CreateInstance(services, type, [builder.Options, session, .. more]);
    }

    public TDb Db { get; }

    public async Task InBatchAsync(Func<Task> make, Func<object, bool> isWritten, CancellationToken stop)
    {
        if (Db.IsSqlite && Db.Database.GetDbConnection().State != System.Data.ConnectionState.Open)
        {
            // A machine that dies meanwhile leaves a database that nobody needs.
            await Db.Database.OpenConnectionAsync(stop);
            await Db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;", stop);
        }

        await Db.InTransactionAsync(
            async () =>
            {
                await make();
                await WriteAsync(isWritten, stop);
            },
            stop);
        Db.ChangeTracker.Clear();
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private async Task WriteAsync(Func<object, bool> isWritten, CancellationToken stop)
    {
        var writer = new BulkWriter(Db.Database.GetDbConnection(), Db.Database.CurrentTransaction!.GetDbTransaction());

        // In the order in which they were first met: what others point at was saved first.
        foreach (var group in _kept.Rows.Where(r => isWritten(r.Row)).GroupBy(r => r.Type).OrderByDescending(g => IsRoot(g.Key)))
        {
            var table = _tables.GetOrAdd(group.Key, type => new BulkTable(type));
            await writer.WriteAsync(table.Name, table.Columns, table.ColumnTypes, group.Select(r => table.ValuesOf(r.Row)), stop);
        }

        _kept.Rows.Clear();
    }

    private static bool IsRoot(IEntityType type) => !type.GetForeignKeys().Any(f => f.PrincipalEntityType != type);
}

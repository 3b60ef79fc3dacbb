using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Santral.Migrations.Sqlite;

namespace Santral.Host.Data;

/// <summary>Binds every module's context to SQLite or PostgreSQL, by the derived context that carries that provider's migrations.</summary>
internal static class Databases
{
    public static void AddDatabases(this IServiceCollection services, SantralOptions options)
    {
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<WriteGate>().AddSingleton(new NodeName(options.DataFolder));
        services.AddScoped<DbSession>();

        var contexts = services.Where(s => s.ServiceType == typeof(ModuleDatabase))
            .Select(s => ((ModuleDatabase)s.ImplementationInstance!).Context)
            .ToList();
        foreach (var context in contexts)
        {
            typeof(Databases).GetMethod(nameof(AddOne), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(context, ForProvider(context, options))
                .Invoke(null, [services, options]);
        }
    }

    /// <summary>Brings every module's tables to this version.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var database in scope.ServiceProvider.GetServices<ModuleDatabase>())
        {
            var context = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
            if (context.IsSqlite)
            {
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
            }

            // Usually there are none, and then nothing has to be locked.
            if ((await context.Database.GetPendingMigrationsAsync(stop)).Any())
            {
                await context.Database.MigrateAsync(stop);
            }
        }
    }

    private static Type ForProvider(Type context, SantralOptions options)
    {
        var name = (options.Database.Length == 0 ? "Sqlite" : "Postgres") + context.Name;
        return typeof(SqliteIdentityDb).Assembly.GetTypes().Single(t => t.Name == name);
    }

    private static void AddOne<TDb, TForProvider>(IServiceCollection services, SantralOptions options)
        where TDb : ModuleDb
        where TForProvider : TDb
    {
        var history = typeof(TDb).Name[..^2].ToLowerInvariant() + "_migrations";
        services.AddDbContext<TDb, TForProvider>(builder =>
        {
            if (options.Database.Length == 0)
            {
                builder.UseSqlite(
                    $"Data Source={Path.Combine(options.DataFolder, "santral.db")};Default Timeout=15",
                    sqlite => sqlite.MigrationsHistoryTable(history));
                builder.AddInterceptors(EachSqliteConnection.Instance);
            }
            else
            {
                builder.UseNpgsql(options.Database, postgres => postgres.MigrationsHistoryTable(history));
            }

            // The outcome of a save that lost against another is our Refusal, not an error of the program. Whether a model has gone on
            // without a migration is asked by a test: here it would be asked at every start, and twice the models built for it. What is
            // only counted up to a number needs no order. A record comes with a few tags, watchers and votes: one question for all of
            // them is the quicker one. SQLite rebuilds a table with its keys off, which no transaction may hold.
            builder.ConfigureWarnings(w => w.Ignore(
                CoreEventId.SaveChangesFailed,
                CoreEventId.RowLimitingOperationWithoutOrderByWarning,
                RelationalEventId.CommandError,
                RelationalEventId.MultipleCollectionIncludeWarning,
                RelationalEventId.NonTransactionalMigrationOperationWarning,
                RelationalEventId.PendingModelChangesWarning));
        });
    }

    /// <summary>
    /// What SQLite forgets with each connection: durable commits and keys that must exist. The file is not mapped into memory: each write
    /// makes every other connection map it anew, and with fifty agents that took more time than all their questions.
    /// </summary>
    private sealed class EachSqliteConnection : DbConnectionInterceptor
    {
        public static EachSqliteConnection Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Pragmas(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = Pragmas(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static DbCommand Pragmas(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;";
            return command;
        }
    }
}

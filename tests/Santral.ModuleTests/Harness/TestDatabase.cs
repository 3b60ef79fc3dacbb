using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Santral.Host;
using Santral.Identity.Access;
using Santral.Search.Jobs;

namespace Santral.ModuleTests.Harness;

/// <summary>
/// A database of one installation. What every installation begins with is made once a run, with the demo and without, and then
/// copied: on SQLite the file, on PostgreSQL by CREATE DATABASE … TEMPLATE.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Cluster = Environment.GetEnvironmentVariable("SANTRAL_TEST_DB") ?? "";
    private static readonly Template WithDemo = new("demo", ["--demo"]);
    private static readonly Template Empty = new("empty", []);
    private static int _count;

    private readonly string? _name;

    private TestDatabase(string connectionString, string? name = null) => (ConnectionString, _name) = (connectionString, name);

    /// <summary>Empty for SQLite.</summary>
    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string folder, bool withDemo)
    {
        var template = withDemo ? WithDemo : Empty;
        await template.Made.Value;
        template.Folder.CopyTo(folder);
        if (Cluster.Length == 0)
        {
            return new TestDatabase("");
        }

        var name = $"santral_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {template.Name}");
        return new TestDatabase(In(name), name);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (_name is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync($"DROP DATABASE {_name} WITH (FORCE)");
        }
    }

    /// <summary>Tests sign in hundreds of times; what a sign-in costs a guesser is no business of theirs.</summary>
    public static void MakeGuessesCheap(IServiceCollection services) => services.AddSingleton(new PasswordCost(Rounds: 1_000));

    private static string In(string database) => new NpgsqlConnectionStringBuilder(Cluster) { Database = database }.ConnectionString;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Template
    {
        private readonly string[] _flags;

        public Template(string name, string[] flags)
        {
            Name = $"santral_{name}_{Environment.ProcessId}";
            _flags = flags;
            Made = new(MakeAsync);
        }

        public string Name { get; }

        public TestFolder Folder { get; } = new();

        public Lazy<Task> Made { get; }

        private async Task MakeAsync()
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();
            if (Cluster.Length > 0)
            {
                await RunAsync($"CREATE DATABASE {Name}");
            }

            // Never started: only tables, definitions and, where asked for, the demo's records with what the modules make of them.
            await using (var product = await Product.CreateAsync(
                ["--http-port", "0", "--sip-port", "0", "--data", Folder.Path, "--db", Cluster.Length > 0 ? In(Name) : "", .. _flags],
                MakeGuessesCheap))
            {
                await Installation.DeliverFactsAsync(product.Services, CancellationToken.None);
                await product.Services.GetRequiredService<MakeIndexAnew>().RunAsync(CancellationToken.None);
            }

            SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
        }
    }
}

using Npgsql;

namespace Santral.StoryTests.Harness;

/// <summary>
/// What a product begins a story with: the demo, with its spoken prompts, as the first start makes it. That start happens once a run;
/// each story gets a copy, on SQLite of the folder, on PostgreSQL (SANTRAL_TEST_DB) of the database too.
/// </summary>
internal sealed class StoryData : IAsyncDisposable
{
    private static readonly string Cluster = Environment.GetEnvironmentVariable("SANTRAL_TEST_DB") ?? "";
    private static readonly string Template = $"santral_story_{Environment.ProcessId}";
    private static readonly Lazy<Task<TestFolder>> FirstStart = new(StartOnceAsync);
    private static int _count;

    private readonly string? _database;

    private StoryData(string? database) => _database = database;

    /// <summary>Empty for SQLite.</summary>
    public string ConnectionString => _database is null ? "" : In(_database);

    public static async Task<StoryData> CreateAsync(string folder)
    {
        var made = await FirstStart.Value;
        made.CopyTo(folder);
        if (Cluster.Length == 0)
        {
            return new StoryData(null);
        }

        var database = $"{Template}_{Interlocked.Increment(ref _count)}";
        await RunAsync($"CREATE DATABASE {database} TEMPLATE {Template}");
        return new StoryData(database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await RunAsync($"DROP DATABASE {_database} WITH (FORCE)");
        }
    }

    private static async Task<TestFolder> StartOnceAsync()
    {
        var folder = new TestFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        if (Cluster.Length > 0)
        {
            await RunAsync($"CREATE DATABASE {Template}");
        }

        await using var product = new ProductProcess(folder.Path, Cluster.Length > 0 ? In(Template) : "");
        await product.StartAsync(TestContext.Current.CancellationToken);
        await product.SaysAsync("All prompts have their sounds.");
        return folder;
    }

    private static string In(string database) => new NpgsqlConnectionStringBuilder(Cluster) { Database = database }.ConnectionString;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

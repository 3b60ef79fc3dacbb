using Microsoft.Data.Sqlite;
using Npgsql;
using Santral.Host;

namespace Santral.ModuleTests.Harness;

/// <summary>
/// A database of one installation. The demo is loaded once a run into a template, which is then copied: on SQLite the file,
/// on PostgreSQL by CREATE DATABASE … TEMPLATE.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Cluster = Environment.GetEnvironmentVariable("SANTRAL_TEST_DB") ?? "";
    private static readonly TestFolder TemplateFolder = new();
    private static readonly string TemplateName = $"santral_template_{Environment.ProcessId}";
    private static readonly Lazy<Task> Template = new(MakeTemplateAsync);
    private static int _count;

    private readonly string? _name;

    private TestDatabase(string connectionString, string? name = null) => (ConnectionString, _name) = (connectionString, name);

    /// <summary>Empty for SQLite.</summary>
    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string folder, bool withDemo)
    {
        if (withDemo)
        {
            await Template.Value;
        }

        if (Cluster.Length == 0)
        {
            if (withDemo)
            {
                CopyFolder(TemplateFolder.Path, folder);
            }

            return new TestDatabase("");
        }

        if (withDemo)
        {
            CopyFolder(TemplateFolder.Path, folder);
        }

        var name = $"santral_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await RunAsync(withDemo ? $"CREATE DATABASE {name} TEMPLATE {TemplateName}" : $"CREATE DATABASE {name}");
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

    private static async Task MakeTemplateAsync()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TemplateFolder.Dispose();
        if (Cluster.Length > 0)
        {
            await RunAsync($"CREATE DATABASE {TemplateName}");
        }

        // Never started: only tables, definitions and the demo's records.
        await using (await Product.CreateAsync(
            ["--http-port", "0", "--sip-port", "0", "--data", TemplateFolder.Path, "--db", Cluster.Length > 0 ? In(TemplateName) : "", "--demo"]))
        {
        }

        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    private static string In(string database) => new NpgsqlConnectionStringBuilder(Cluster) { Database = database }.ConnectionString;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Santral.LoadBench.Making;

/// <summary>Writes many rows into one table: one prepared INSERT on SQLite, COPY on PostgreSQL.</summary>
internal sealed class BulkWriter(DbConnection connection, DbTransaction transaction)
{
    public async Task WriteAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<string> types, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, table, columns, types, rows, stop);
        }
        else
        {
            await InsertAsync(table, columns, rows, stop);
        }
    }

    public async Task RunAsync(string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task CopyAsync(
        NpgsqlConnection postgres, string table, IReadOnlyList<string> columns, IReadOnlyList<string> types, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var copy = await postgres.BeginBinaryImportAsync($"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                {
                    await copy.WriteAsync(value, types[i], stop);
                }
                else
                {
                    await copy.WriteNullAsync(stop);
                }
            }
        }

        await copy.CompleteAsync(stop);
    }

    private async Task InsertAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        var places = columns.Select((_, i) => $"@p{i}").ToList();
        (command.Transaction, command.CommandText) = (transaction, $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", places)})");
        var parameters = places.ConvertAll(place => new SqliteParameter { ParameterName = place });
        command.Parameters.AddRange(parameters.ToArray());
        await command.PrepareAsync(stop);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private static string Names(IReadOnlyList<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}

using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Santral.Host.Data;

/// <summary>What a database's refusal means, where no module told it in its own words.</summary>
internal static class DatabaseErrors
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
    private static readonly int[] SqliteTwins = [1555, 2067];

    /// <summary>Somebody else wrote the same at the same moment: it can be read anew and tried again.</summary>
    public static bool IsTwin(Exception error) => Causes(error).Any(cause => cause is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || (cause is SqliteException sqlite && SqliteTwins.Contains(sqlite.SqliteExtendedErrorCode)));

    /// <summary>Signs that no text holds: NUL, which PostgreSQL refuses, and half a letter, which no encoding has.</summary>
    public static bool IsUnwritable(Exception error) => Causes(error).Any(cause => cause is
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } or EncoderFallbackException);

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>How dear one guess is: 210 000 rounds (OWASP Password Storage Cheat Sheet).</summary>
internal sealed record PasswordCost(int Rounds = 210_000);

/// <summary>Hashes and checks passwords: PBKDF2 with HMAC-SHA-512.</summary>
internal sealed class Passwords(PasswordCost cost) : IDisposable
{
    private readonly PasswordHasher<User> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = cost.Rounds }));

    // Calls are heard on the same cores: sign-ins may take half of them, the others wait.
    private readonly SemaphoreSlim _work = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>What is compared with where there is no such person: as dear as any other, and matched by nothing.</summary>
    internal string OfNobody { get; } = HashOfNothing(cost.Rounds);

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>With no hash (no such person) the same work is done, and the answer is no.</summary>
    public async Task<(bool IsRight, bool IsOld)> CheckAsync(string? hash, string password, CancellationToken stop)
    {
        await _work.WaitAsync(stop);
        try
        {
            var result = _hasher.VerifyHashedPassword(null!, hash ?? OfNobody, password);
            return (hash is not null && result != PasswordVerificationResult.Failed, result == PasswordVerificationResult.SuccessRehashNeeded);
        }
        finally
        {
            _work.Release();
        }
    }

    public void Dispose() => _work.Dispose();

    // The hasher's third format with random salt and key: costs a full check and matches nothing.
    private static string HashOfNothing(int rounds)
    {
        const int SaltLength = 16;
        const int KeyLength = 32;
        const int Sha512 = 2;
        var bytes = RandomNumberGenerator.GetBytes(13 + SaltLength + KeyLength);
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), Sha512);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), rounds);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), SaltLength);
        return Convert.ToBase64String(bytes);
    }
}

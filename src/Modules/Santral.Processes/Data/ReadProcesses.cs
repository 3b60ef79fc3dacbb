using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Santral.Processes.Domain;

namespace Santral.Processes.Data;

/// <summary>Before anyone works, published processes are in memory, and webhooks have a key to be signed with.</summary>
internal sealed class ReadProcesses(ProcessBook book, ProcessesDb db) : IPrepare
{
    public int Order => 10;

    public async Task PrepareAsync(CancellationToken stop)
    {
        if (!await db.WebhookKeys.AnyAsync(stop))
        {
            db.WebhookKeys.Add(new WebhookKey(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
            await db.SaveChangesAsync(stop);
        }

        await book.ReadAsync(stop);
    }
}

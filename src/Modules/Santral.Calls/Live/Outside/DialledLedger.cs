using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;
using Santral.Calls.Domain;

namespace Santral.Calls.Live.Outside;

/// <summary>Writes who calls which number before it is dialled, and what became of it.</summary>
internal sealed partial class DialledLedger(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DialledLedger> log)
{
    /// <summary>Throws when it cannot be written: what is not on the ledger is not dialled.</summary>
    public async Task<Guid> BeginAsync(OutsideOrder order)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        var now = clock.GetUtcNow();
        var line = new DialledNumber
        {
            Id = Guid.CreateVersion7(now), At = now, By = order.By, Number = order.To, Unit = order.Unit, Way = order.Way, CallId = order.Call,
        };
        db.Dialled.Add(line);
        await db.SaveChangesAsync(CancellationToken.None);
        return line.Id;
    }

    public async Task EndAsync(Guid id, string? trunk, OutsideEnd end, bool isOver)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
            DateTimeOffset? at = isOver ? clock.GetUtcNow() : null;
            await db.Dialled.Where(d => d.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.Trunk, trunk).SetProperty(d => d.Outcome, end.Outcome).SetProperty(d => d.Code, end.Code).SetProperty(d => d.EndedAt, at));
        }
        catch (Exception error)
        {
            LedgerFailed(log, error);
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbound ledger could not be written")]
    private static partial void LedgerFailed(ILogger log, Exception error);
}

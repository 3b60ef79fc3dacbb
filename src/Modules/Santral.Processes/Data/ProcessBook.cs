using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Processes.Domain;

namespace Santral.Processes.Data;

/// <summary>Every published process in memory: a document that moves never waits for the table. Read anew after publishing, and when told that another process published.</summary>
public sealed class ProcessBook(IServiceScopeFactory scopes, IEnumerable<DocumentKind> kinds) : IKnowProcesses, IDisposable
{
    private readonly FrozenDictionary<string, DocumentKind> _kinds = kinds.ToFrozenDictionary(k => k.Code);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile FrozenDictionary<(string Document, string Unit), Process[]> _versions = FrozenDictionary<(string, string), Process[]>.Empty;

    public IReadOnlyCollection<DocumentKind> Kinds => _kinds.Values;

    public DocumentKind? FindKind(string document) => _kinds.GetValueOrDefault(document);

    public Process Of(string document, string unit)
        => _versions.GetValueOrDefault((document, unit)) is [.. , var newest] ? newest : StartOf(document, unit);

    public Stage? FindStage(string document, string unit, string code)
        => Enumerable.Reverse(_versions.GetValueOrDefault((document, unit)) ?? []).Append(StartOf(document, unit))
            .Select(p => p.Find(code)).FirstOrDefault(s => s is not null);

    /// <summary>In how many units somebody has published a process of the kind; a unit's own beginning counts as one, for work can begin.</summary>
    public int Published(string document) => Math.Max(1, _versions.Keys.Count(k => k.Document == document));

    public async Task ReadAsync(CancellationToken stop)
    {
        // One reading at a time: an older one must not replace a newer one.
        await _turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProcessesDb>();
            var rows = await db.Versions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(stop);
            _versions = rows.Where(v => _kinds.ContainsKey(v.Document))
                .GroupBy(v => (v.Document, v.Unit))
                .ToFrozenDictionary(g => g.Key, g => g.Select(v => v.Design.As(_kinds[v.Document], v.Unit, v.Number)).ToArray());
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Process StartOf(string document, string unit)
        => (_kinds.GetValueOrDefault(document) ?? throw new InvalidOperationException($"No module declares the document kind {document}.")).Starting(unit);
}

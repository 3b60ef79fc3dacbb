using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Live;

/// <summary>All calls that are not over. Here a call begins: who calls is looked up, the flow takes it, and what goes wrong ends it.</summary>
internal sealed partial class LiveCalls
{
    /// <summary>A caller waits this long at most for the customer list; then he is unidentified.</summary>
    private static readonly TimeSpan IdentifyWithin = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<CallId, CallLine> _lines = new();
    private readonly LineParts _parts;
    private readonly IServiceScopeFactory _scopes;
    private readonly CallsOptions _options;
    private readonly ILogger<LiveCalls> _log;
    private long _lastArrival;

    public LiveCalls(LineParts parts, IServiceScopeFactory scopes, CallsOptions options, ILogger<LiveCalls> log)
    {
        _parts = parts;
        _scopes = scopes;
        _options = options;
        _log = log;
        parts.Phones.BrowserReady += (agent, leg) => LineOf(agent)?.BrowserReady(agent, leg);
        parts.Phones.BrowserGone += (agent, leg) => LineOf(agent)?.BrowserGone(agent, leg);
        parts.Meter.Watch("santral.calls.live", () => Count);
    }

    public int Count => _lines.Count;

    /// <summary>False when another call would make all of them worse.</summary>
    public bool HasRoom => Count < _options.MaxCalls && !_parts.Journal.IsFull;

    public IEnumerable<CallLine> All => _lines.Values;

    public CallLine? Find(CallId id) => _lines.GetValueOrDefault(id);

    public CallLine FindOrRefuse(CallId id) => Find(id) ?? throw CallLine.CallOver();

    /// <summary>
    /// The instant of an arrival, never the same twice, in the microseconds that both databases keep: the call log is paged by it.
    /// </summary>
    public DateTimeOffset NextArrival()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _lastArrival);
            var now = Math.Max(_parts.Clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond, last + 1);
            if (Interlocked.CompareExchange(ref _lastArrival, now, last) == last)
            {
                return new DateTimeOffset(now * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
            }
        }
    }

    /// <summary>Begins the call; it lives by itself from here on.</summary>
    public CallLine Start(Arrival arrival, ICallerEnd caller, ITranscript? transcript)
    {
        var scope = _scopes.CreateAsyncScope();
        var line = new CallLine(arrival, caller, transcript, scope.ServiceProvider.GetRequiredService<IPromptFiles>(), _parts);
        _lines[line.Id] = line;
        _parts.Meter.Arrived();
        _ = LiveAsync(line, scope);
        return line;
    }

    /// <summary>Ends every call: the process stops.</summary>
    public Task EndAllAsync() => Task.WhenAll(_lines.Values.Select(l => l.HangUpAsync(CallEndReason.Restarted)));

    private CallLine? LineOf(UserId agent) => _parts.Desks.BoundTo(agent) is { } call ? Find(call) : null;

    private async Task LiveAsync(CallLine line, AsyncServiceScope scope)
    {
        var box = line.RunAsync();
        try
        {
            await line.IdentifiedAsync(await IdentifyAsync(line, scope.ServiceProvider));
            await scope.ServiceProvider.GetRequiredService<IAnswerCalls>().TakeAsync(line, line.Gone);
            await line.HangUpAsync(CallEndReason.FlowEnded);
        }
        catch (OperationCanceledException) when (line.Gone.IsCancellationRequested)
        {
            // The caller hung up: that is how most calls end.
        }
        catch (Exception error)
        {
            CallFailed(_log, error, line.Id);
            await line.HangUpAsync(CallEndReason.Failed);
        }
        finally
        {
            await box;
            _lines.TryRemove(line.Id, out _);
            await scope.DisposeAsync();
            line.Dispose();
        }
    }

    private async Task<CallerIdentity> IdentifyAsync(CallLine line, IServiceProvider services)
    {
        var began = _parts.Clock.GetTimestamp();
        try
        {
            using var limit = new CancellationTokenSource(IdentifyWithin, _parts.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, line.Gone);
            return await services.GetRequiredService<IIdentifyCaller>().IdentifyAsync(line.CallingNumber, either.Token).WaitAsync(either.Token);
        }
        catch (Exception error)
        {
            if (!line.Gone.IsCancellationRequested)
            {
                NotIdentified(_log, error, line.Id);
            }

            return new CallerIdentity(CallerClass.Unidentified, null, []);
        }
        finally
        {
            _parts.Meter.Identified(_parts.Clock.GetElapsedTime(began));
        }
    }

    [LoggerMessage(LogLevel.Error, "Call {Call} failed")]
    private static partial void CallFailed(ILogger log, Exception error, CallId call);

    [LoggerMessage(LogLevel.Warning, "The caller of {Call} could not be identified in time")]
    private static partial void NotIdentified(ILogger log, Exception error, CallId call);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>A caller made of nothing but what the call sees of him.</summary>
internal sealed class MemoryCaller(LegId leg, Exchange exchange) : ICallerEnd, ITranscript
{
    private readonly TaskCompletionSource<CallEndReason> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LegId Leg { get; } = leg;

    public CallLine Line { get; set; } = null!;

    public int Answered { get; private set; }

    public Seen<string> Heard { get; } = new();

    public Task AnswerAsync()
    {
        Answered++;
        return Task.CompletedTask;
    }

    public void End(CallEndReason reason) => _ended.TrySetResult(reason);

    /// <summary>What his own network does when he is sent to a number.</summary>
    public Func<OutsideOrder, Task<bool>> GoesTo { get; set; } = _ => Task.FromResult(false);

    public Task<bool> SendToAsync(OutsideOrder order) => GoesTo(order);

    public Task<CallEndReason> EndedAsync() => _ended.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void HangUp() => Line.CallerGone(CallEndReason.CallerHungUp);

    public void Press(string keys) => exchange.Media.Press(Leg, keys);

    public void Said(string text, IReadOnlyList<MenuChoice> options, string language) => Heard.Add($"said {text}");

    public void Pressed(char key, bool secret) => Heard.Add($"key {key}");

    public void Reached(CallStage stage) => Heard.Add($"stage {stage}");
}

/// <summary>A desk phone that rings until the test lifts or drops it.</summary>
internal sealed class MemoryDeskRing : IDeskRing
{
    private readonly TaskCompletionSource<DeskAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MemoryDeskRing(LegId leg, MemoryMedia media)
    {
        Leg = leg;
        media.Open(leg);
    }

    public LegId Leg { get; }

    public Task<DeskAnswer> Answer => _answer.Task;

    public Task<bool> Over => _over.Task;

    public Task Dropped => _dropped.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Lift(DeskAnswer answer = DeskAnswer.PickedUp) => _answer.TrySetResult(answer);

    public void HangUp(bool byHand = true) => _over.TrySetResult(byHand);

    public void Drop() => _dropped.TrySetResult();
}

/// <summary>A number outside that rings until the test answers, refuses or drops it.</summary>
internal sealed class MemoryOutsideRing : IOutsideRing
{
    private readonly TaskCompletionSource<DeskAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _early = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<OutsideEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _dialled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MemoryOutsideRing(OutsideOrder order, MemoryMedia media)
    {
        (Order, Leg) = (order, new LegId(Guid.CreateVersion7()));
        media.Open(Leg);
        Opened = Task.FromResult<LegId?>(Leg);
    }

    public OutsideOrder Order { get; }

    public LegId Leg { get; }

    public Task<LegId?> Opened { get; }

    public Task<DeskAnswer> Answer => _answer.Task;

    public Task<bool> Over => _over.Task;

    public Task<OutsideEnd> Ended => _ended.Task;

    public Task<bool> Early => _early.Task;

    public Action<char>? Pressed { get; set; }

    public Task Dropped => _dropped.Task.WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Ends when the number is dialled.</summary>
    public Task Dialled => _dialled.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public bool IsDialled => _dialled.Task.IsCompleted;

    public void Go() => _dialled.TrySetResult();

    /// <summary>The network is heard before the answer.</summary>
    public void Announce() => _early.TrySetResult(true);

    public void Lift() => _answer.TrySetResult(DeskAnswer.PickedUp);

    public void Refuse(DialledOutcome outcome, int code)
    {
        _ended.TrySetResult(new OutsideEnd(outcome, code));
        _early.TrySetResult(false);
        _answer.TrySetResult(DeskAnswer.Unreachable);
        _over.TrySetResult(false);
    }

    public void HangUp()
    {
        _ended.TrySetResult(new OutsideEnd(DialledOutcome.Answered, 200));
        _over.TrySetResult(true);
    }

    public void Drop()
    {
        _dropped.TrySetResult();
        Refuse(DialledOutcome.GivenUp, 0);
    }
}

/// <summary>Every line the program logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

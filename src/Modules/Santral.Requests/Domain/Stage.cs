namespace Santral.Requests.Domain;

/// <summary>A stage of a unit's process: its own names, and a kind that programs test (D3).</summary>
public sealed class Stage
{
    private Stage()
    {
    }

    public Stage(string unit, string code, StageKind kind, Names names, int order)
        => (Unit, Code, Kind, Names, Order) = (unit, code, kind, names, order);

    public string Unit { get; private set; } = "";

    public string Code { get; private set; } = "";

    public StageKind Kind { get; private set; }

    public Names Names { get; private set; } = new("", "", "");

    public int Order { get; private set; }
}

/// <summary>
/// The one place that says which stage may follow which. By kind, so that an operator's own stages fit in;
/// when processes can be designed, their transitions are asked here.
/// </summary>
public sealed class UnitStages(IEnumerable<Stage> stages)
{
    public IReadOnlyList<Stage> All { get; } = [.. stages.OrderBy(s => s.Order)];

    public Stage First(StageKind kind) => All.First(s => s.Kind == kind);

    public Stage? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>The stages a request may go to from where it is.</summary>
    public IReadOnlyList<Stage> NextOf(Request request)
        => request.Kind == RequestKind.Comment
            ? []
            : [.. All.Where(s => s.Code != request.StageCode && MayFollow(request.StageKind, s.Kind))];

    public bool Allows(Request request, Stage next) => NextOf(request).Contains(next);

    private static bool MayFollow(StageKind from, StageKind to) => (from, to) switch
    {
        (StageKind.New, StageKind.InProgress or StageKind.Waiting or StageKind.Resolved or StageKind.Rejected) => true,
        (StageKind.InProgress, StageKind.InProgress or StageKind.Waiting or StageKind.Resolved or StageKind.Rejected) => true,
        (StageKind.Waiting, StageKind.Waiting or StageKind.InProgress or StageKind.Resolved or StageKind.Rejected) => true,
        (StageKind.Resolved, StageKind.Closed or StageKind.InProgress) => true,
        (StageKind.Closed or StageKind.Rejected, StageKind.InProgress) => true,
        _ => false,
    };
}

/// <summary>One change of stage: who, when, from, to, and why (D3).</summary>
public sealed class StageMove
{
    private StageMove()
    {
    }

    internal StageMove(Guid id, RequestId request, string from, string to, string? comment, UserId? by, DateTimeOffset at)
        => (Id, RequestId, From, To, Comment, By, At) = (id, request, from, to, comment, by, at);

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public string? Comment { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }
}

using Microsoft.Extensions.Logging;
using Santral.Calls.Live.Outside;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live;

/// <summary>What every call works with.</summary>
internal sealed record LineParts(
    MediaDesk Media,
    AgentPhones Phones,
    IDeskPhones DeskPhones,
    DeskCalls Desks,
    CallJournal Journal,
    CallsMeter Meter,
    HoldMusic Music,
    RecordingDesk Recordings,
    Lazy<IHoldAgents> Holds,
    IOutsideLines Outside,
    TimeProvider Clock,
    ILogger<CallLine> Log);

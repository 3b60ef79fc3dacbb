using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Flows;

/// <summary>
/// Takes every call through the flow of the number it dialled. A broken flow never takes a call down: the caller is given to the
/// default team's queue. A caller who hangs up ends everything quietly.
/// </summary>
public sealed class AnswerCalls : IAnswerCalls
{
    private const string Unavailable = "common.unavailable";

    private readonly FlowLibrary _flows;
    private readonly IQueueCalls _queues;
    private readonly IKnowTeams _teams;
    private readonly AskModules _modules;
    private readonly TimeProvider _clock;
    private readonly ILogger<AnswerCalls> _log;
    private readonly Counter<long> _broken;

    public AnswerCalls(
        FlowLibrary flows,
        IQueueCalls queues,
        IKnowTeams teams,
        IServiceScopeFactory scopes,
        TimeProvider clock,
        IMeterFactory meters,
        ILogger<AnswerCalls> log)
    {
        _flows = flows;
        _queues = queues;
        _teams = teams;
        _modules = new AskModules(scopes, teams);
        _clock = clock;
        _log = log;
        _broken = meters.Create("Santral.Ivr").CreateCounter<long>("santral.ivr.broken_flows", description: "Calls that a broken flow gave to the default team.");
    }

    public async Task TakeAsync(ICallLine line, CancellationToken hungUp)
    {
        var flow = _flows.FlowFor(line.CalledNumber);
        try
        {
            await line.AnswerAsync(hungUp);
            if (flow is null)
            {
                throw new BrokenFlowException($"No flow has the number {line.CalledNumber}.");
            }

            var run = new FlowRun(line, flow, _queues, _modules, _clock, _log, hungUp);
            line.Verification = new VerifyInConversation(run);
            await run.RunAsync();
        }
        catch (OperationCanceledException)
        {
            // The call is over, whether its token says so already or not: there is nothing left to do, and nothing is wrong.
        }
        catch (Exception e)
        {
            _broken.Add(1);
            _log.LogError(e, "The flow of call {Call} cannot go on; the default team takes it.", line.Id);
            await FallBackAsync(line, flow, hungUp);
        }
    }

    public IVerifyCaller? VerifierFor(ICallLine line, CancellationToken hungUp)
        => _flows.FlowFor(line.CalledNumber) is { } flow ? new VerifyInConversation(new FlowRun(line, flow, _queues, _modules, _clock, _log, hungUp)) : null;

    private async Task FallBackAsync(ICallLine line, Flow? flow, CancellationToken hungUp)
    {
        try
        {
            line.KeysAreSecret = false;
            var team = flow is not null && _teams.FindByCode(flow.DefaultTeam) is { } known ? known : _teams.All.FirstOrDefault(t => t.Unit == line.Unit);
            if (team is not null)
            {
                // Nothing was asked of the caller, so nothing is verified.
                var outcome = await _queues.ServeAsync(line, new QueueRequest(team.Code), hungUp);
                await line.HangUpAsync(outcome switch
                {
                    QueueOutcome.Served => CallEndReason.AgentHungUp,
                    QueueOutcome.CalledBack => CallEndReason.FlowEnded,
                    _ => CallEndReason.NoAgent,
                });
                return;
            }

            await line.PlayAsync([new PromptPart.Named(Unavailable)], stopOnKey: false, hungUp);
            await line.HangUpAsync(CallEndReason.Failed);
        }
        catch (OperationCanceledException)
        {
            // Hung up while waiting.
        }
        catch (Exception e)
        {
            _log.LogError(e, "Call {Call} could not be queued either.", line.Id);
            await line.HangUpAsync(CallEndReason.Failed);
        }
    }
}

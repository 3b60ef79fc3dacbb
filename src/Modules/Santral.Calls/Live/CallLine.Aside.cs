using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>
/// The caller is in the verification menu while his agent waits on a silent line (D2, I-16 … I-21). Whatever ends it, he comes back: to the same agent, or to
/// the head of the queue when that agent is not there any more. The agent counts as gone only then: a page may be reloaded meanwhile.
/// </summary>
internal sealed partial class CallLine
{
    private DeskVerification _seen = DeskVerification.None;

    public IVerifyCaller? Verification { get; set; }

    public void Verifying(VerificationStepKind step, int wrongPairs) => _box.Post(() => See(step, wrongPairs));

    /// <summary>The agent sends the caller into the menu; a second time nothing happens.</summary>
    public Task VerifyByAsync(UserId agent)
        => TalkCommandAsync(agent, async talk =>
        {
            if (talk.Aside is not null)
            {
                return;
            }

            if (talk.Consult is not null)
            {
                throw new Refusal("calls.in_consult");
            }

            if (_outbound == OutboundState.Ringing)
            {
                throw new Refusal("calls.not_answered_yet");
            }

            if (_identity.Class == CallerClass.VerifiedCorporate)
            {
                throw new Refusal("calls.verified_already");
            }

            var menu = Verification ?? throw new Refusal("calls.verification_missing");
            await _parts.Media.TryAsync(new Unbridge(_caller.Leg));
            talk.Held = false;
            _keys.Clear();
            var aside = new Aside(CancellationTokenSource.CreateLinkedTokenSource(_goneToken));
            talk.Aside = aside;
            _seen = _seen with { Steps = [] };
            _stage = CallStage.Verification;
            _transcript?.Reached(CallStage.Verification);
            See(VerificationStepKind.Sent, _seen.WrongPairs);
            _ = WalkAsync(menu, talk, aside);
        });

    /// <summary>The agent does not want to wait any longer.</summary>
    public Task TakeBackByAsync(UserId agent)
        => TalkCommandAsync(agent, async talk =>
        {
            if (talk.Aside is { } aside)
            {
                See(VerificationStepKind.TakenBack, _seen.WrongPairs);
                await ComeBackAsync(talk, aside);
            }
        });

    private async Task WalkAsync(IVerifyCaller menu, Talk talk, Aside aside)
    {
        try
        {
            await menu.RunAsync(aside.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Hung up, or taken back.
        }
        catch (Exception error)
        {
            VerificationBroke(_parts.Log, error, Id);
        }

        _box.Post(() => ComeBackAsync(talk, aside));
    }

    private async Task ComeBackAsync(Talk talk, Aside aside)
    {
        if (_ended || _talk != talk || talk.Aside != aside)
        {
            return;
        }

        talk.Aside = null;
        Release(() => aside.End());
        _keysAreSecret = false;
        _keys.Clear();
        _stage = CallStage.Agent;
        _transcript?.Reached(CallStage.Agent);
        if (talk.HungUp)
        {
            await EndTalkAsync(talk, ConversationEnd.AgentLost);
            return;
        }

        See(VerificationStepKind.Back, _seen.WrongPairs);
        if (talk.Missing)
        {
            await WaitForAgentAsync(talk);
            return;
        }

        await JoinAsync(talk);
    }

    /// <summary>What the agent sees at once, and what the trace keeps: no digit, and not where the caller is being asked just now.</summary>
    private void See(VerificationStepKind step, int wrongPairs)
    {
        if (_ended)
        {
            return;
        }

        var now = _parts.Clock.GetUtcNow();
        _seen = _seen with
        {
            WrongPairs = wrongPairs,
            VerifiedAt = step == VerificationStepKind.Verified ? now : _seen.VerifiedAt,
            Steps = [.. _seen.Steps, new VerificationStep(step, now)],
        };
        if (EventOf(step) is { } kind)
        {
            Note(kind, _talk?.Agent);
        }

        if (_talk is { } talk)
        {
            ShowTalk(talk);
        }
    }

    private static CallEventKind? EventOf(VerificationStepKind step) => step switch
    {
        VerificationStepKind.Sent => CallEventKind.SentToVerification,
        VerificationStepKind.Wrong or VerificationStepKind.Failed => CallEventKind.WrongPair,
        VerificationStepKind.LeftByStar or VerificationStepKind.LeftBySilence or VerificationStepKind.Unavailable => CallEventKind.LeftVerification,
        VerificationStepKind.TakenBack => CallEventKind.TakenBack,
        VerificationStepKind.Back => CallEventKind.BackFromVerification,
        _ => null,
    };

    [LoggerMessage(LogLevel.Error, "The verification menu of call {Call} failed; the caller goes back to his agent")]
    private static partial void VerificationBroke(ILogger log, Exception error, CallId call);

    private sealed class Aside(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public void End()
        {
            // Whoever waits for the menu hears of it on a thread of his own; the source has no timer and needs no disposal.
            _ = Stop.CancelAsync();
        }
    }
}

using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>One user agent registers at another and is called back over the flow it opened.</summary>
public class TrunkRegistrationTests
{
    [Theory]
    [InlineData(SipProtocol.Udp, false)]
    [InlineData(SipProtocol.Tcp, false)]
    [InlineData(SipProtocol.Tcp, true)]
    public async Task A_registered_agent_is_called_over_its_flow_and_leaves_when_disposed(SipProtocol protocol, bool v6)
    {
        await using var server = await Agents.StartAsync(protocol, v6, o => o with { Registrar = new() { Realm = "santral", Digest = new OnePhone() } });
        await using var phone = await Agents.StartAsync(protocol, v6);
        var registration = await phone.RegisterAsync(new()
        {
            Registrar = server.Uri(""), Address = SipUri.Of("201", server.Uri("").Host), Credentials = new("201", "secret"),
        });
        (await registration.Changes.NextAsync()).ShouldBe(new(true, 200, "OK"));
        var binding = server.Registrar.Find("201").ShouldHaveSingleItem();
        (await server.Registrar.Changes.NextAsync()).IsRegistered.ShouldBeTrue();

        var ringing = await server.DialAsync(DialRequest.Phone(binding, new(server.Uri("100")), Agents.Offer));
        var call = await phone.IncomingCalls.NextAsync();
        call.RequestUser.ShouldBe("201");
        await call.AnswerAsync(Agents.Answer);
        await ringing.NextAsync<SipCallEvent.Answered>();
        await call.HangUpAsync();
        (await ringing.EndAsync()).Cause.ShouldBe(SipEndCause.HungUp);

        await registration.DisposeAsync();
        server.Registrar.Find("201").ShouldBeEmpty();
        if (protocol == SipProtocol.Tcp)
        {
            // The call went down the stream that the phone had opened, not up a new one.
            phone.Counters[SipCounter.ConnectionsOpened].ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_registration_left_before_its_answer_came_is_taken_back()
    {
        await using var server = await Agents.StartAsync(change: o => o with { Registrar = new() { Realm = "santral", Digest = new OnePhone() } });
        await using var phone = await Agents.StartAsync();
        var registration = await phone.RegisterAsync(new()
        {
            Registrar = server.Uri(""), Address = SipUri.Of("201", "127.0.0.1"), Credentials = new("201", "secret"),
        });

        await registration.DisposeAsync();

        (await server.Registrar.Changes.NextAsync()).IsRegistered.ShouldBeTrue();
        (await server.Registrar.Changes.NextAsync()).IsRegistered.ShouldBeFalse();
        server.Registrar.Find("201").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_told_with_its_code()
    {
        await using var server = await Agents.StartAsync(change: o => o with { Registrar = new() { Realm = "santral", Digest = new OnePhone() } });
        await using var phone = await Agents.StartAsync();
        await using var registration = await phone.RegisterAsync(new()
        {
            Registrar = server.Uri(""), Address = SipUri.Of("201", "127.0.0.1"), Credentials = new("201", "guess"),
        });
        var state = await registration.Changes.NextAsync();
        state.IsRegistered.ShouldBeFalse();
        state.Code.ShouldBe(401);
    }

    private sealed class OnePhone : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) =>
            ValueTask.FromResult(user == "201" ? DigestSecrets.FromPassword(user, realm, "secret") : null);
    }
}

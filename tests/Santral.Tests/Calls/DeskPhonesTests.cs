using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Calls.Live;
using Santral.Calls.Live.Telephone;
using Santral.Contracts.Identity;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Tests.Calls;

/// <summary>Which agents' desk phones are there, with a real registrar and a real phone on the loopback interface.</summary>
public sealed class DeskPhonesTests
{
    private static readonly UserId Agent = Exchange.Agent(1);

    [Fact]
    public async Task A_phone_that_goes_while_its_owner_is_inactive_is_gone_when_he_is_active_again()
    {
        await using var exchange = await Exchange.OpenAsync();
        var people = new People();
        await using var services = new ServiceCollection().BuildServiceProvider();
        var phones = new DeskPhones(
            new MediaDesk(exchange.Media, TimeProvider.System, NullLogger<MediaDesk>.Instance), people, new ReplacedCalls(services), services, NullLogger<DeskPhones>.Instance);
        var (came, went) = (new TaskCompletionSource<UserId>(), new TaskCompletionSource<UserId>());
        phones.Registered += came.SetResult;
        phones.Unregistered += went.SetResult;
        await using var product = await StartAsync(new RegistrarOptions { Realm = IAuthenticateSip.Realm, Digest = phones });
        using var stop = new CancellationTokenSource();
        var following = phones.FollowAsync(product, stop.Token);

        var phone = await StartAsync(null);
        var address = product.Endpoints[0].Address;
        var registration = await phone.RegisterAsync(new TrunkAccount
        {
            Registrar = new SipUri { Scheme = "sip", Host = address.Address.ToString(), Port = address.Port },
            Address = SipUri.Of("agent1", address.Address.ToString()),
            Credentials = new DigestCredentials("agent1", "secret"),
        });
        (await came.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(Agent);
        phones.IsRegistered(Agent).ShouldBeTrue();

        // His secret is found no more, but the phone's own goodbye is still in the challenge's time: the registrar takes the binding away.
        people.AfterProof = () => people.IsActive = false;
        await registration.DisposeAsync();
        (await went.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(Agent);

        people.IsActive = true;
        phones.IsRegistered(Agent).ShouldBeFalse();
        await phone.DisposeAsync();
        await stop.CancelAsync();
        await following.ShouldThrowAsync<OperationCanceledException>();
    }

    private static async Task<SipUserAgent> StartAsync(RegistrarOptions? registrar)
    {
        var agent = new SipUserAgent(
            new SipOptions { Listeners = [SipListener.Udp(IPAddress.Loopback, 0)], Registrar = registrar }, TimeProvider.System, new Santral.Sip.SystemRandomBytes());
        await agent.StartAsync();
        return agent;
    }

    private sealed class People : IAuthenticateSip
    {
        private bool _isProof;

        public bool IsActive { get; set; } = true;

        public Action? AfterProof { get; set; }

        public SipSecret? Find(string sipUser, string realm, string algorithm)
        {
            var found = IsActive && sipUser == "agent1" && realm == IAuthenticateSip.Realm
                ? new SipSecret(Agent, Digest.Ha1(algorithm == "MD5" ? DigestAlgorithm.Md5 : DigestAlgorithm.Sha256, sipUser, realm, "secret"))
                : null;

            // For one proof the registrar asks for both algorithms; then the person is made inactive.
            if (AfterProof is { } after && _isProof)
            {
                after();
            }

            _isProof = AfterProof is not null && algorithm == "MD5";

            return found;
        }
    }
}

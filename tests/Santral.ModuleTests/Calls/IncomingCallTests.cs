using System.Text.Json;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>Callers by real SIP and RTP: what they hear, what is refused, and that each leaves a record.</summary>
public abstract class IncomingCallTests(Installation installation)
{
    public sealed class Inside(Installation installation) : IncomingCallTests(installation), IClassFixture<Installation>;

    public sealed class OwnProcess(OwnMedia installation) : IncomingCallTests(installation), IClassFixture<OwnMedia>;

    [Theory]
    [InlineData("+908502220000")]
    [InlineData("908502220000")]
    [InlineData("08502220000")]
    [InlineData("100")]
    [Requirement("I-01")]
    public async Task A_dialled_number_is_answered_however_it_is_written_and_the_call_is_in_the_log(string dialled)
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var from = NextNumber();
        var call = await phone.CallAsync(dialled, from);

        await call.HangUpAsync();

        var row = await EndedCallAsync(from);
        row.GetProperty("endReason").GetString().ShouldBe("callerHungUp");
        row.GetProperty("unit").GetString().ShouldBe("internet");
        row.GetProperty("callingNumber").GetString().ShouldBe(from);
    }

    [Fact]
    public async Task A_caller_hears_the_greeting_in_real_sound()
    {
        await using var phone = await SipPhone.StartAsync(installation);

        var call = await phone.CallAsync("100", NextNumber());

        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "an announcement", TimeSpan.FromSeconds(30));
        await call.HangUpAsync();
    }

    [Fact]
    public async Task A_call_over_TCP_is_taken_as_well()
    {
        await using var phone = await SipPhone.StartAsync(installation, protocol: SipProtocol.Tcp);

        var call = await phone.CallAsync("100", NextNumber());

        (await call.HangUpAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_not_found()
    {
        await using var phone = await SipPhone.StartAsync(installation);

        var call = await phone.DialAsync("+908509999999");

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.Code.ShouldBe(404);
    }

    [Fact]
    [Requirement("I-03")]
    public async Task A_withheld_number_is_an_unidentified_caller_with_a_record()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var call = await phone.CallAsync("200", from: null);

        await call.HangUpAsync();

        var row = await EndedCallAsync(null, "appliance");
        row.GetProperty("callingNumber").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("class").GetString().ShouldBe("unidentified");
    }

    [Fact]
    [Requirement("I-02")]
    public async Task A_known_number_is_an_individual_customer_in_the_log()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var call = await phone.CallAsync("100", "+905321112233");

        await call.HangUpAsync();

        var row = await EndedCallAsync("+905321112233");
        row.GetProperty("class").GetString().ShouldBe("knownIndividual");
        row.GetProperty("customer").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("this is no description", 400)]
    [InlineData("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 18\r\na=rtpmap:18 G729/8000\r\n", 488)]
    public async Task A_description_we_cannot_use_is_refused_by_the_RFCs_answer(string sdp, int code)
    {
        await using var phone = await SipPhone.StartAsync(installation);

        var call = await phone.DialAsync("100", sdp: sdp);

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.Code.ShouldBe(code);
    }

    [Fact]
    public async Task The_callers_hold_is_answered_and_ended()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var call = await phone.CallAsync("100", NextNumber());

        var hold = await call.ReinviteAsync(System.Text.Encoding.UTF8.GetBytes(phone.Sound.Offer("sendonly")));
        var back = await call.ReinviteAsync(System.Text.Encoding.UTF8.GetBytes(phone.Sound.Offer()));

        hold.Code.ShouldBe(200);
        System.Text.Encoding.UTF8.GetString(hold.Sdp.Span).ShouldContain("a=recvonly");
        back.Code.ShouldBe(200);
        await call.HangUpAsync();
    }

    [Fact]
    public async Task A_caller_over_IPv6_is_answered_and_hears_the_greeting()
    {
        await using var phone = await SipPhone.StartAsync(installation, v6: true);

        var call = await phone.CallAsync("100", NextNumber());

        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "an announcement", TimeSpan.FromSeconds(30));
        (await call.HangUpAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_who_never_says_where_he_listens_is_hung_up()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var from = NextNumber();
        var call = await phone.DialAsync("100", from, sdp: "");
        (await SipPhone.UntilAsync<SipCallEvent.Answered>(call)).Sdp.IsEmpty.ShouldBeFalse();

        await call.AckAsync(default);

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
        (await EndedCallAsync(from)).GetProperty("endReason").GetString().ShouldBe("mediaLost");
    }

    [Fact]
    [Trait("Database", "one")]
    public async Task A_caller_who_holds_from_the_first_word_goes_through_the_menu_all_the_same()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var from = NextNumber();
        var call = await phone.DialAsync("100", from, phone.Sound.Offer(address: "0.0.0.0"));
        await SipPhone.UntilAsync<SipCallEvent.Answered>(call);

        (await call.SendInfoAsync("application/dtmf-relay", "Signal=3\r\nDuration=100\r\n"u8.ToArray())).ShouldBeTrue();

        // Announcements that nobody can hear end as others do, else this call would stay for ever.
        await HappenedAsync(from, "queued");
        (await call.HangUpAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_change_that_got_our_offer_and_no_answer_leaves_the_next_one_possible()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var call = await phone.CallAsync("100", NextNumber());

        var asked = await call.ReinviteAsync(default);
        var hold = await call.ReinviteAsync(System.Text.Encoding.UTF8.GetBytes(phone.Sound.Offer("sendonly")));

        asked.Code.ShouldBe(200);
        asked.Sdp.IsEmpty.ShouldBeFalse();
        hold.Code.ShouldBe(200);
        (await call.HangUpAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Figures_have_the_names_that_Prometheus_asks_for()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        await (await phone.CallAsync("100", NextNumber())).HangUpAsync();

        var figures = await installation.Anonymous().GetStringAsync("/metrics");

        figures.ShouldContain("\nsantral_sip_invites_seen_total ");
        figures.Split('\n').Where(l => l.StartsWith("santral_", StringComparison.Ordinal)).Select(l => l.Split('{', ' ')[0])
            .ShouldAllBe(name => name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'));
    }

    [Fact]
    public async Task Only_who_may_sees_the_log_and_steers_calls()
    {
        var nobody = await installation.Anonymous().GetAsync("/api/calls");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var buyer = await installation.AsAsync("buyer1");
        (await buyer.GetAsync("/api/calls")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await buyer.PostAsync($"/api/calls/{Guid.CreateVersion7()}/answer", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var agent = await installation.AsAsync("agent1");
        await agent.PostAsync($"/api/calls/{Guid.CreateVersion7()}/answer", null).ShouldBeRefusedAsync("calls.over", HttpStatusCode.Conflict);
        (await agent.PostAsync($"/api/calls/{Guid.CreateVersion7()}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await agent.PostAsJsonAsync($"/api/calls/{Guid.CreateVersion7()}/keys", new { keys = "12x" }).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        await agent.GetAsync($"/api/calls/{Guid.CreateVersion7()}").ShouldBeRefusedAsync("calls.unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_call_is_in_the_log_of_its_unit_and_of_no_other()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var from = NextNumber();
        await (await phone.CallAsync("300", from)).HangUpAsync();
        await EndedCallAsync(from);

        foreach (var (name, count) in new[] { ("agent3", 1), ("supervisor1", 1), ("agent1", 0) })
        {
            var page = await (await installation.AsAsync(name)).GetAsync($"/api/calls?number={Uri.EscapeDataString(from)}").BodyAsync();
            page.GetProperty("items").GetArrayLength().ShouldBe(count, name);
        }
    }

    [Fact]
    public async Task The_log_is_read_in_parts_without_a_gap_or_a_twin()
    {
        await using var phone = await SipPhone.StartAsync(installation);
        var from = NextNumber();
        for (var i = 0; i < 3; i++)
        {
            await (await phone.CallAsync("300", from)).HangUpAsync();
        }

        await EndedCallAsync(from, count: 3);
        var admin = await installation.AsAsync("admin");
        var ids = new List<string>();
        string? before = null;
        do
        {
            var page = await admin.GetAsync($"/api/calls?take=2&number={Uri.EscapeDataString(from)}{(before is null ? "" : $"&before={Uri.EscapeDataString(before)}")}").BodyAsync();
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
            before = page.GetProperty("next").GetString();
        }
        while (before is not null);

        ids.Count.ShouldBe(3);
        ids.Distinct().Count().ShouldBe(3);
    }

    /// <summary>A number of this test alone, so that tests can share an installation.</summary>
    private static string NextNumber() => $"+90533{Interlocked.Increment(ref _lastNumber):0000000}";

    private static int _lastNumber = 1_000_000;

    private async Task HappenedAsync(string from, string kind)
    {
        var admin = await installation.AsAsync("admin");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            var page = await admin.GetAsync($"/api/calls?number={Uri.EscapeDataString(from)}", limit.Token).BodyAsync();
            foreach (var row in page.GetProperty("items").EnumerateArray())
            {
                var call = await admin.GetAsync($"/api/calls/{row.GetProperty("id").GetString()}", limit.Token).BodyAsync();
                if (call.GetProperty("events").EnumerateArray().Any(e => e.GetProperty("kind").GetString() == kind))
                {
                    return;
                }
            }
        }

        throw new TimeoutException();
    }

    /// <summary>The record follows the call by milliseconds.</summary>
    private async Task<JsonElement> EndedCallAsync(string? from, string? unit = null, int count = 1)
    {
        var admin = await installation.AsAsync("admin");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            var page = await admin.GetAsync($"/api/calls?unit={unit}&number={Uri.EscapeDataString(from ?? "")}", limit.Token).BodyAsync();
            var ended = page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("endedAt").ValueKind != JsonValueKind.Null).ToList();
            if (ended.Count >= count)
            {
                return ended[0];
            }
        }

        throw new TimeoutException();
    }
}

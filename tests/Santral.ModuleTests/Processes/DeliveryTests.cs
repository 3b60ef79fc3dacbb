using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Processes;
using Santral.ModuleTests.Mailroom;
using Santral.ModuleTests.Requests;
using Santral.Processes.Data;
using Santral.Processes.Domain;
using Santral.Processes.Jobs;
using Santral.Workplace.Data;

namespace Santral.ModuleTests.Processes;

/// <summary>What processes sent outside: who sees it, what failed, and that it is tried again.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class DeliveryTests(Installation installation)
{
    // A webhook never calls it: it is inside the house.
    private const string Inside = "http://127.0.0.1:9/hook";

    [Fact]
    [Requirement("W-D04")]
    public async Task A_webhook_that_failed_for_good_is_told_once_says_why_and_is_tried_again()
    {
        var admin = await installation.AsAsync("admin");
        var id = await SentAsync("DL-1");
        await FailAsync(id);

        var row = (await admin.ItemsAsync("/api/processes/deliveries?state=failed&kind=webhook")).Single(d => d.IdOf() == id);
        (row.TextOf("problem"), row.TextOf("lastError"), row.TextOf("target")).ShouldBe(("inside", "127.0.0.1:9", Inside));
        (row.TextOf("path"), row.GetProperty("stageNames").TextOf("en").Length > 0).ShouldBe(("/requests/dl", true));
        (await ToldAsync("admin", id)).ShouldBe(1);
        (await ToldAsync("agent1", id)).ShouldBe(0);

        (await admin.PostAsync($"/api/processes/deliveries/{id}/retry", null, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await admin.PostAsync($"/api/processes/deliveries/{Guid.Empty}/retry", null, Given.Stop).ShouldBeRefusedAsync("processes.delivery_unknown", HttpStatusCode.NotFound);
        await FailAsync(id);
        (await ToldAsync("admin", id)).ShouldBe(1);
        (await admin.ItemsAsync($"/api/audit?id={id}")).ShouldContain(line => line.TextOf("act") == "tried_again");
    }

    [Fact]
    public async Task What_arrived_is_not_sent_a_second_time()
    {
        var admin = await installation.AsAsync("admin");
        var id = await SentAsync("DL-5", hasArrived: true);

        await admin.PostAsync($"/api/processes/deliveries/{id}/retry", null, Given.Stop).ShouldBeRefusedAsync("processes.delivery_not_failed");

        (await admin.ItemsAsync("/api/processes/deliveries?state=done&take=200")).ShouldContain(d => d.IdOf() == id);
        (await admin.ItemsAsync($"/api/audit?id={id}")).ShouldNotContain(line => line.TextOf("act") == "tried_again");
    }

    [Fact]
    public async Task The_list_is_newest_first_page_by_page_and_filtered()
    {
        var admin = await installation.AsAsync("admin");
        List<string> sent = [await SentAsync("DL-2"), await SentAsync("DL-3"), await SentAsync("DL-4")];
        await FailAsync(sent);

        var first = await admin.GetAsync("/api/processes/deliveries?kind=webhook&take=2", Given.Stop).BodyAsync();
        var rest = await admin.ItemsAsync($"/api/processes/deliveries?kind=webhook&take=200&after={first.TextOf("next")}");
        List<string> all = [.. first.GetProperty("items").EnumerateArray().Concat(rest).Select(d => d.IdOf())];

        all.ShouldBeUnique();
        all.Where(sent.Contains).ShouldBe(Enumerable.Reverse(sent));
        (await admin.ItemsAsync("/api/processes/deliveries?kind=mail&take=200")).ShouldAllBe(d => d.TextOf("kind") == "mail");
        (await admin.ItemsAsync("/api/processes/deliveries?state=done&take=200")).ShouldAllBe(d => d.TextOf("state") == "done");
        await admin.GetAsync("/api/processes/deliveries?after=nowhere", Given.Stop).ShouldBeRefusedAsync("request.cursor_invalid", HttpStatusCode.UnprocessableEntity);
        await admin.GetAsync("/api/processes/deliveries?state=burnt", Given.Stop).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_secret_is_no_part_of_the_list_and_each_look_is_written_down()
    {
        var admin = await installation.AsAsync("admin");
        (await admin.GetStringAsync("/api/processes/deliveries", Given.Stop)).ShouldNotContain("secret");

        using var answer = await admin.GetAsync("/api/processes/deliveries/secret", Given.Stop);
        (await answer.BodyAsync()).TextOf("secret").Length.ShouldBe(64);
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();

        (await admin.ItemsAsync("/api/audit?module=processes&act=secret_read")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_keep_processes_sees_none_of_it()
    {
        var agent = await installation.AsAsync("agent1");
        foreach (var address in new[] { "/api/processes/deliveries", "/api/processes/deliveries/secret" })
        {
            (await agent.GetAsync(address, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await installation.Anonymous().GetAsync(address, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await agent.PostAsync($"/api/processes/deliveries/{Guid.Empty}/retry", null, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> SentAsync(string number, bool hasArrived = false)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<ProcessesDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var document = new StagedReference("request", "internet", Guid.CreateVersion7(now), number, "A subject", "/requests/dl");
        var delivery = Delivery.Of(Guid.CreateVersion7(now), DeliveryKind.Webhook, document, "examined", Inside, "{}", now);
        if (hasArrived)
        {
            delivery.Arrived();
        }

        db.Deliveries.Add(delivery);
        await db.SaveChangesAsync(Given.Stop);
        return delivery.Id.ToString();
    }

    /// <summary>Sends what is due; the product itself may have taken it first and be about to save.</summary>
    private async Task FailAsync(params IEnumerable<string> ids)
    {
        await installation.Services.GetRequiredService<SendWebhooks>().SendDueAsync(Given.Stop);
        List<Guid> keys = [.. ids.Select(Guid.Parse)];
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProcessesDb>();
        await MailInstallation.UntilAsync(() => db.Deliveries.CountAsync(d => keys.Contains(d.Id) && d.State == DeliveryState.Failed, Given.Stop), failed => failed == keys.Count);
        await installation.DeliverFactsAsync();
    }

    /// <summary>How often he was told that it failed.</summary>
    private async Task<int> ToldAsync(string userName, string id)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var (person, key) = (installation.PersonOf(userName), $"delivery:{id}:failed");
        return await scope.ServiceProvider.GetRequiredService<WorkplaceDb>().Notices.CountAsync(n => n.UserId == person && n.Key == key, Given.Stop);
    }
}

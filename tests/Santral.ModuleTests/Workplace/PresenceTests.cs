using System.Text.Json;
using Santral.ModuleTests.Calls;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Workplace;

/// <summary>Who looks and who types, shown live to those who may read the record.</summary>
[Collection(WorkplaceCollection.Name)]
public sealed class PresenceTests(Installation installation)
{
    [Fact]
    public async Task Two_people_on_a_request_see_each_other_look_type_and_leave()
    {
        var record = await ARecordAsync();
        await using var faruk = await installation.OpenPageAsync("agent1");
        await using var merve = await installation.OpenPageAsync("agent2");
        await faruk.AskAsync("LookAt", record, false);

        var there = await merve.AskAsync("LookAt", record, true);

        People(there).ShouldBe(["Faruk Demir", "Elif Şahin +"]);
        People(await NewsAsync(faruk, record)).ShouldBe(["Faruk Demir"]);
        People(await NewsAsync(faruk, record)).ShouldBe(["Faruk Demir", "Elif Şahin +"]);

        await merve.AskAsync("LeaveRecord", record);
        People(await NewsAsync(faruk, record)).ShouldBe(["Faruk Demir"]);
    }

    [Fact]
    public async Task A_lost_connection_takes_its_person_off_and_two_tabs_are_one_person()
    {
        var record = await ARecordAsync();
        await using var watcher = await installation.OpenPageAsync("supervisor1");
        (await watcher.AskAsync("WatchRecords", (object)new[] { record })).GetArrayLength().ShouldBe(0);
        var first = await installation.OpenPageAsync("agent1");
        var second = await installation.OpenPageAsync("agent1");
        await first.AskAsync("LookAt", record, false);
        People(await NewsAsync(watcher, record)).ShouldBe(["Faruk Demir"]);
        People(await second.AskAsync("LookAt", record, true)).ShouldBe(["Faruk Demir +"]);
        People(await NewsAsync(watcher, record)).ShouldBe(["Faruk Demir +"]);

        await second.DisposeAsync();
        People(await NewsAsync(watcher, record)).ShouldBe(["Faruk Demir"]);
        await first.DisposeAsync();

        People(await NewsAsync(watcher, record)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_does_not_exist_or_may_not_be_read_is_not_shown()
    {
        await using var agent = await installation.OpenPageAsync("agent1");

        await RefusedAsync(agent, $"request:{Guid.Empty}", "workplace.record_unknown");
        await RefusedAsync(agent, "payroll:1", "workplace.record_unknown");
        await RefusedAsync(agent, "", "workplace.record_unknown");
        (await agent.AskAsync("WatchRecords", (object)new[] { "nonsense", $"request:{Guid.Empty}" })).GetArrayLength().ShouldBe(0);
        var tooMany = Enumerable.Range(0, 501).Select(_ => $"request:{Guid.NewGuid()}").ToArray();
        (await Should.ThrowAsync<HubRefusalException>(() => agent.AskAsync("WatchRecords", (object)tooMany))).Message.ShouldContain("workplace.too_many_records");
    }

    private static async Task RefusedAsync(HubClient page, string record, string code)
        => (await Should.ThrowAsync<HubRefusalException>(() => page.AskAsync("LookAt", record, false))).Message.ShouldContain(code);

    private async Task<string> ARecordAsync() => $"request:{(await (await installation.AsAsync("agent1")).ARequestAsync()).IdOf()}";

    private static async Task<JsonElement> NewsAsync(HubClient page, string record)
        => (await page.NextAsync("News", n => n.GetProperty("topic").GetString() == "presence" && n.GetProperty("payload").GetProperty("record").GetString() == record))
            .GetProperty("payload");

    private static List<string> People(JsonElement presence)
        => [.. presence.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString() + (p.GetProperty("types").GetBoolean() ? " +" : ""))];
}

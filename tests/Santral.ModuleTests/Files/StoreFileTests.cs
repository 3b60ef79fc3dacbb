using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Files.Data;
using Santral.Files.Jobs;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Files;

/// <summary>Files come in, are kept once, given to whom they belong, and go when nothing refers to them.</summary>
public sealed class StoreFileTests(Installation installation) : IClassFixture<Installation>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sent_comes_back_and_is_never_run_by_the_browser()
    {
        var agent = await installation.AsAsync("agent1");
        var page = "<script>alert(1)</script>"u8.ToArray();
        var id = await agent.UploadAsync("not defteri.txt", page);

        using var answer = await agent.GetAsync($"/api/files/{id}", Stop);

        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(page);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("not defteri.txt");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        using var shown = await agent.GetAsync($"/api/files/{id}?show=true", Stop);
        shown.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_picture_may_be_shown_and_a_fakedone_may_not()
    {
        var agent = await installation.AsAsync("agent1");
        var (picture, faked) = (await agent.UploadAsync("kapak.png"), await agent.UploadAsync("kapak.png", "<svg onload=alert(1)>"u8.ToArray()));

        using var shown = await agent.GetAsync($"/api/files/{picture}?show=true", Stop);
        using var refused = await agent.GetAsync($"/api/files/{faked}?show=true", Stop);

        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        shown.Content.Headers.ContentDisposition.ShouldBeNull();
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        refused.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task Programs_empty_files_and_too_big_ones_are_refused_and_leave_nothing()
    {
        var agent = await installation.AsAsync("agent2");
        var before = installation.StoredFiles().Length;

        await agent.SendFileAsync("fatura.pdf.exe", [1, 2, 3]).ShouldBeRefusedAsync("files.type_refused", HttpStatusCode.UnprocessableEntity);
        await agent.SendFileAsync("fatura.pdf", "MZ program"u8.ToArray()).ShouldBeRefusedAsync("files.type_refused");
        await agent.SendFileAsync("bos.txt", []).ShouldBeRefusedAsync("files.empty", HttpStatusCode.UnprocessableEntity);
        await agent.SendFileAsync("film.bin", new byte[(25 * 1024 * 1024) + 1]).ShouldBeRefusedAsync("files.too_big", HttpStatusCode.UnprocessableEntity);
        (await installation.Anonymous().SendFileAsync("a.txt", [1])).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        installation.StoredFiles().Length.ShouldBe(before);
    }

    [Fact]
    public async Task Until_it_belongs_to_a_record_only_who_sent_it_has_it()
    {
        var (agent, colleague) = (await installation.AsAsync("agent1"), await installation.AsAsync("agent2"));
        var id = await agent.UploadAsync("ozel.txt", "özel"u8.ToArray());

        await colleague.GetAsync($"/api/files/{id}", Stop).ShouldBeRefusedAsync("files.unknown", HttpStatusCode.NotFound);
        await colleague.PostAsJsonAsync($"/api/requests/{(await colleague.ARequestAsync()).IdOf()}/files", new { fileIds = new[] { id } }, Stop)
            .ShouldBeRefusedAsync("files.unknown", HttpStatusCode.UnprocessableEntity);
        (await agent.GetAsync($"/api/files/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_a_day_what_belongs_to_nothing_is_gone_and_what_is_shared_stays()
    {
        var agent = await installation.AsAsync("agent1");
        var (same, other) = ("iki kez gönderildi"u8.ToArray(), "kimsenin değil"u8.ToArray());
        var (kept, twin, alone) = (await agent.UploadAsync("a.txt", same), await agent.UploadAsync("b.txt", same), await agent.UploadAsync("c.txt", other));
        await agent.AttachAsync((await agent.ARequestAsync()).IdOf(), kept);
        var clock = new FakeTimeProvider(installation.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        using var sweep = new SweepFiles(
            installation.Services.GetRequiredService<IServiceScopeFactory>(), installation.Services.GetRequiredService<FileFolder>(), clock, NullLogger<SweepFiles>.Instance);

        await sweep.SweepAsync(Stop);
        (await agent.GetAsync($"/api/files/{alone}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Advance(SweepFiles.Wait + TimeSpan.FromMinutes(1));
        await sweep.SweepAsync(Stop);

        await agent.GetAsync($"/api/files/{alone}", Stop).ShouldBeRefusedAsync("files.unknown", HttpStatusCode.NotFound);
        await agent.GetAsync($"/api/files/{twin}", Stop).ShouldBeRefusedAsync("files.unknown");
        (await agent.GetByteArrayAsync($"/api/files/{kept}", Stop)).ShouldBe(same);
        installation.StoredFiles().ShouldNotContain(file => File.ReadAllBytes(file).SequenceEqual(other));
    }
}

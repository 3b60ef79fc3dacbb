using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>
/// The list as a file for spreadsheets, in the reader's language. It needs a permission of its own and is written down, because
/// it takes customers' names out of the product.
/// </summary>
public static class ExportRequests
{
    public const int Most = 50_000;
    private const int Batch = 500;

    private static readonly string[] Columns =
        ["number", "unit", "kind", "subject", "category", "customer", "channel", "stage", "priority", "owner", "team", "tags", "opened_at", "changed_at"];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/export", HandleAsync)
        .RequirePermission(RequestsPermissions.Export)
        .WithName("ExportRequests")
        .WithTags("requests")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .WithSummary("The filtered list as CSV.");

    internal static async Task<PushStreamHttpResult> HandleAsync(
        [AsParameters] RequestFilter filter,
        RequestsDb db,
        RequestFilters filters,
        ReadRows rows,
        IOrganisation organisation,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop,
        string? sort = null)
    {
        var order = RequestSort.Read(sort);
        var found = order.Order(filters.Apply(filter));
        var count = await found.CountAsync(stop);
        if (count > Most)
        {
            throw new Refusal("requests.export_too_long", RefusalKind.Invalid, ("max", Most));
        }

        db.WriteAct("RequestList", Guid.CreateVersion7(clock.GetUtcNow()), "exported", new { filter, count });
        await db.SaveChangesAsync(stop);
        return TypedResults.Stream(WriteAsync, "text/csv; charset=utf-8", $"requests-{clock.GetUtcNow().ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.csv");

        async Task WriteAsync(Stream stream)
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await writer.WriteLineAsync(Csv.Line(Columns.Select(c => texts.Get(user.Language, $"requests.{c}"))));
            string? cursor = null;
            do
            {
                var page = await order.Order(order.After(filters.Apply(filter), cursor)).Take(Batch).ToListAsync(stop);
                foreach (var row in await rows.OfAsync(page, stop))
                {
                    await writer.WriteLineAsync(Csv.Line(ValuesOf(row, organisation, texts, user.Language)));
                }

                cursor = page.Count == Batch ? order.CursorAfter(page[^1]) : null;
            }
            while (cursor is not null);
        }
    }

    private static IEnumerable<string?> ValuesOf(RequestRow row, IOrganisation organisation, ITexts texts, string language)
    {
        var unit = organisation.Find(row.Unit);
        return
        [
            row.Number,
            unit?.Names.In(language) ?? row.Unit,
            row.Kind is { } kind ? texts.Get(language, $"requests.kind.{Camel(kind)}") : null,
            row.Subject,
            row.Category is null ? null : string.Join(" › ", row.Category.Path.Select(p => p.Names.In(language))),
            row.CustomerName,
            row.Channel is { } channel ? texts.Get(language, $"requests.channel.{Camel(channel)}") : null,
            row.Stage.Names.In(language),
            row.Priority?.Names.In(language),
            row.Owner?.Name,
            row.Team?.Names.In(language),
            string.Join(", ", row.Tags),
            Local(row.OpenedAt, unit),
            Local(row.ChangedAt, unit),
        ];
    }

    // Spreadsheets read this form in every language; the zone is the unit's.
    private static string Local(DateTimeOffset at, BusinessUnit? unit)
        => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(unit?.TimeZone ?? "UTC")).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Camel<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

using System.Globalization;
using System.Linq.Expressions;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// An order of the list and its way to go on after a row: a value and the number, which is unique. So pages neither repeat nor
/// leave out a row when others are added meanwhile.
/// </summary>
internal sealed record RequestSort(string Name, bool IsDescending, Expression<Func<Request, DateTimeOffset>>? Instant)
{
    public const string Default = "-opened";

    private static readonly RequestSort[] All =
    [
        new("opened", false, r => r.OpenedAt),
        new("-opened", true, r => r.OpenedAt),
        new("changed", false, r => r.ChangedAt),
        new("-changed", true, r => r.ChangedAt),
        new("due", false, r => r.Clocks.DueAt),
        new("-due", true, r => r.Clocks.DueAt),
        new("number", false, null),
        new("-number", true, null),
    ];

    public static RequestSort Read(string? name)
        => All.FirstOrDefault(s => s.Name == (name ?? Default)) ?? throw RequestFilter.Invalid("sort");

    public IOrderedQueryable<Request> Order(IQueryable<Request> requests)
    {
        if (Instant is null)
        {
            return IsDescending
                ? requests.OrderByDescending(r => r.NumberOrder).ThenByDescending(r => r.Number)
                : requests.OrderBy(r => r.NumberOrder).ThenBy(r => r.Number);
        }

        return IsDescending
            ? requests.OrderByDescending(Instant).ThenByDescending(r => r.Number)
            : requests.OrderBy(Instant).ThenBy(r => r.Number);
    }

    public IQueryable<Request> After(IQueryable<Request> requests, string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not [var value, var number])
        {
            return requests;
        }

        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position > DateTime.MaxValue.Ticks)
        {
            throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
        }

#pragma warning disable CA1309 // The database compares, in the order it sorts by.
        if (Instant is null)
        {
            return IsDescending
                ? requests.Where(r => r.NumberOrder < position || (r.NumberOrder == position && string.Compare(r.Number, number) < 0))
                : requests.Where(r => r.NumberOrder > position || (r.NumberOrder == position && string.Compare(r.Number, number) > 0));
        }

        var at = new DateTimeOffset(position, TimeSpan.Zero);
        return (Name.TrimStart('-'), IsDescending) switch
        {
            ("due", true) => requests.Where(r => r.Clocks.DueAt < at || (r.Clocks.DueAt == at && string.Compare(r.Number, number) < 0)),
            ("due", false) => requests.Where(r => r.Clocks.DueAt > at || (r.Clocks.DueAt == at && string.Compare(r.Number, number) > 0)),
            ("opened", true) => requests.Where(r => r.OpenedAt < at || (r.OpenedAt == at && string.Compare(r.Number, number) < 0)),
            ("opened", false) => requests.Where(r => r.OpenedAt > at || (r.OpenedAt == at && string.Compare(r.Number, number) > 0)),
            (_, true) => requests.Where(r => r.ChangedAt < at || (r.ChangedAt == at && string.Compare(r.Number, number) < 0)),
            (_, false) => requests.Where(r => r.ChangedAt > at || (r.ChangedAt == at && string.Compare(r.Number, number) > 0)),
        };
#pragma warning restore CA1309
    }

    public string CursorAfter(Request last)
    {
        var position = Instant is null ? last.NumberOrder
            : Name.TrimStart('-') switch
            {
                "due" => last.Clocks.DueAt.UtcTicks,
                "opened" => last.OpenedAt.UtcTicks,
                _ => last.ChangedAt.UtcTicks,
            };
        return Cursor.Write(position.ToString(CultureInfo.InvariantCulture), last.Number!);
    }
}

using Santral.Kernel;
using Santral.Workplace.Domain;

namespace Santral.Tests.Workplace;

/// <summary>Who is on which record.</summary>
public sealed class AttendanceTests
{
    private const string Record = "request:1";
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly Attendance _attendance = new();
    private readonly UserId _faruk = UserId.From(new Guid(1, 0, 0, new byte[8]));
    private readonly UserId _merve = UserId.From(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void Several_tabs_are_one_person_who_types_when_one_of_them_types()
    {
        _attendance.Enter("tab1", _faruk, Record, types: false, Start).ShouldBeTrue();
        _attendance.Enter("tab2", _faruk, Record, types: false, Start).ShouldBeFalse();

        _attendance.Enter("tab2", _faruk, Record, types: true, Start).ShouldBeTrue();

        _attendance.On(Record, Start).ShouldHaveSingleItem().Types.ShouldBeTrue();
        _attendance.Leave("tab2", Record).ShouldBeTrue();
        _attendance.On(Record, Start).ShouldHaveSingleItem().Types.ShouldBeFalse();
    }

    [Fact]
    public void Typing_ends_by_itself_and_so_does_a_page_that_fell_asleep()
    {
        _attendance.Enter("tab1", _faruk, Record, types: true, Start);
        _attendance.Enter("tab2", _merve, Record, types: false, Start);
        var later = Start + Attendance.TypingLasts;

        _attendance.Expire(later).ShouldBe([Record]);
        _attendance.On(Record, later).ShouldAllBe(v => !v.Types);
        _attendance.Enter("tab2", _merve, Record, types: false, later);

        _attendance.Expire(Start + Attendance.LookLasts).ShouldBe([Record]);
        _attendance.On(Record, Start + Attendance.LookLasts).ShouldHaveSingleItem().User.ShouldBe(_merve);
    }

    [Fact]
    public void A_gone_connection_leaves_nothing_behind()
    {
        _attendance.Enter("tab1", _faruk, Record, types: true, Start);
        _attendance.Enter("tab1", _faruk, "request:2", types: false, Start);
        _attendance.Watch("tab1", [Record], Start);

        _attendance.Gone("tab1").ShouldBe([Record, "request:2"], ignoreOrder: true);

        _attendance.On(Record, Start).ShouldBeEmpty();
        _attendance.Audience(Record, Start).ShouldBeEmpty();
    }

    [Fact]
    public void Those_who_show_the_record_alone_or_in_a_list_are_told()
    {
        _attendance.Enter("page", _faruk, Record, types: false, Start);
        _attendance.Watch("list", [Record, "request:2"], Start);
        _attendance.Watch("other", ["request:2"], Start);

        _attendance.Audience(Record, Start).ShouldBe(["page", "list"], ignoreOrder: true);
        _attendance.Audience(Record, Start + Attendance.WatchLasts).ShouldBe(["page"]);
    }

    [Fact]
    public void A_page_cannot_be_on_any_number_of_records()
    {
        for (var i = 0; i < Attendance.MostLooks; i++)
        {
            _attendance.Enter("tab1", _faruk, $"request:{i}", types: false, Start);
        }

        Should.Throw<Refusal>(() => _attendance.Enter("tab1", _faruk, "request:one-more", types: false, Start)).Code.ShouldBe("workplace.too_many_records");
        _attendance.On("request:one-more", Start).ShouldBeEmpty();
        _attendance.Enter("tab1", _faruk, "request:0", types: true, Start).ShouldBeTrue();
    }
}

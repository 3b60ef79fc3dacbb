using Santral.Contracts.Definitions;
using Santral.Definitions.Domain;
using Santral.Requests.Definitions;

namespace Santral.Tests.Definitions;

/// <summary>One table's rows under an operator's acts.</summary>
public sealed class TableRowsTests
{
    private int _last;

    [Fact]
    public void Every_starting_row_of_requests_fits()
    {
        foreach (var table in RequestTables.All)
        {
            var rows = Rows(table, []);
            foreach (var start in table.StartsWith)
            {
                var parent = start.Parent is null ? null : rows.FindByCode(start.Parent).ShouldNotBeNull($"{start.Code} stands before its parent");
                var unit = parent is null ? start.Unit : null;
                var added = rows.Add(parent?.Id, start.Code, new RowContent(start.Names, unit, start.Values ?? new Dictionary<string, string>(), start.Fields ?? []));

                RowNames.Missing(added.Names).ShouldBeEmpty(start.Code);
                RowValues.CleanOrRefuse(table, added.Values.ToDictionary(v => v.Key, v => (string?)v.Value)).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Random_acts_leave_a_tree_whose_names_and_codes_are_apart()
    {
        var chance = new Random(3);
        var rows = Rows(Tree, []);
        for (var turn = 0; turn < 1500; turn++)
        {
            var all = rows.InOrder;
            DefinitionRow? Any() => all.Count == 0 ? null : all[chance.Next(all.Count)];
            try
            {
                switch (chance.Next(4))
                {
                    case 0:
                        rows.Add(chance.Next(3) == 0 ? null : Any()?.Id, null, Named($"{"iIıİ"[chance.Next(4)]}{chance.Next(8)}"), chance.Next(2) == 0 ? Any()?.Id : null);
                        break;
                    case 1 when Any() is { } row:
                        rows.Change(row, Named($"{"iIıİ"[chance.Next(4)]}{chance.Next(8)}"));
                        break;
                    case 2 when Any() is { } row:
                        rows.Move(row, chance.Next(3) == 0 ? null : Any()?.Id, chance.Next(2) == 0 ? Any()?.Id : null);
                        break;
                    case 3 when Any() is { } row && chance.Next(3) == 0:
                        rows.Delete(row, chance.Next(2));
                        break;
                }
            }
            catch (Refusal)
            {
                // What is refused has changed nothing: the checks below say so.
            }

            var now = rows.InOrder;
            now.Count.ShouldBe(rows.Count, "every row hangs below a root");
            now.Select(rows.LevelOf).DefaultIfEmpty().Max().ShouldBeLessThanOrEqualTo(3);
            now.Select(r => r.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(now.Count);
            now.Select(r => (r.ParentId, SiblingName.Turkish(r.NameTr))).Distinct().Count().ShouldBe(now.Count);
            now.Where(r => now.Any(o => o != r && o.ParentId == r.ParentId && o.Order == r.Order)).ShouldBeEmpty("siblings have places of their own");
        }
    }

    [Fact]
    public void A_full_table_takes_no_more()
    {
        var row = Rows(Tree, []);
        var many = Enumerable.Range(0, TableRows.Most).Select(n => DefinitionRow.Create(NewId(), Tree.Code, $"r{n}", null, n, Named($"r{n}"))).ToList();
        row = Rows(Tree, many);

        Should.Throw<Refusal>(() => row.Add(null, null, Named("one more"))).Code.ShouldBe("definitions.table_full");
    }

    [Fact]
    public void A_large_file_is_taken_within_a_second_or_two()
    {
        var rows = Rows(Tree, []);
        var text = "code;tr\n" + string.Join('\n', Enumerable.Range(0, 4000).Select(n => $"r{n};Satır {n}"));

        new TableImport(rows, text).Run().ShouldAllBe(l => l.Act == ImportAct.Added);
        new TableImport(rows, text).Run().ShouldAllBe(l => l.Act == ImportAct.Unchanged);
    }

    [Fact]
    public void Answers_are_checked_by_the_kind_of_their_field()
    {
        FormField Field(string code, FormFieldKind kind, bool isRequired = false)
            => new(code, new Names(code, code, code), kind, isRequired, kind == FormFieldKind.List ? [new FieldChoice("red", new Names("Kırmızı", "Röd", "Red"))] : []);
        IReadOnlyList<FormField> fields =
        [
            Field("text", FormFieldKind.Text, isRequired: true), Field("number", FormFieldKind.Number), Field("date", FormFieldKind.Date),
            Field("list", FormFieldKind.List), Field("yes", FormFieldKind.YesNo), Field("file", FormFieldKind.File),
        ];
        IReadOnlyDictionary<string, string> Check(bool isComplete, params (string Code, string? Value)[] answers)
            => FieldAnswers.CheckOrRefuse(fields, answers.ToDictionary(a => a.Code, a => a.Value), isComplete, "tr", new Dictionary<string, string> { ["gone"] = "old" });

        Check(true, ("text", " a "), ("number", "-12.5"), ("date", "2026-02-28"), ("list", "red"), ("yes", "true"), ("gone", "old"))
            .ShouldBe(new Dictionary<string, string> { ["text"] = "a", ["number"] = "-12.5", ["date"] = "2026-02-28", ["list"] = "red", ["yes"] = "true", ["gone"] = "old" }, ignoreOrder: true);
        Check(false).ShouldBeEmpty();
        Code(() => Check(true, ("number", "1"))).ShouldBe("definitions.answer_needed");
        foreach (var (code, value) in new[] { ("number", "1,5"), ("number", "1e3"), ("number", "."), ("date", "28.02.2026"), ("date", "2026-02-30"), ("list", "blue"), ("yes", "evet"), ("file", "x"), ("text", new string('x', 501)) })
        {
            Code(() => Check(false, (code, value))).ShouldBe("definitions.answer_invalid", $"{code} {value}");
        }

        Code(() => Check(false, ("other", "x"))).ShouldBe("definitions.field_unknown");

        static string Code(Func<object> act) => Should.Throw<Refusal>(() => act()).Code;
    }

    private static DefinitionTable Tree { get; } = new("tree", "service", 1, 3, []) { CarriesFields = true };

    private static RowContent Named(string name) => new(new Names(name, "", ""), null, new Dictionary<string, string>(), []);

    private TableRows Rows(DefinitionTable table, IEnumerable<DefinitionRow> rows) => new(table, rows, _ => true, NewId);

    private DefinitionId NewId() => new(new Guid(++_last, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
}

namespace Santral.Definitions.Domain;

/// <summary>
/// All rows of one table, on which an operator acts: whatever is refused here has changed nothing yet.
/// Rows of one parent that can be offered side by side never share a name; codes are unique in the table.
/// </summary>
public sealed class TableRows
{
    public const int Most = 5000;

    private readonly Func<string, bool> _knowsUnit;
    private readonly Func<DefinitionId> _newId;
    private readonly Dictionary<DefinitionId, DefinitionRow> _rows;
    private readonly Dictionary<string, DefinitionRow> _byCode;

    public TableRows(DefinitionTable table, IEnumerable<DefinitionRow> rows, Func<string, bool> knowsUnit, Func<DefinitionId> newId)
    {
        (Table, _knowsUnit, _newId) = (table, knowsUnit, newId);
        _rows = rows.ToDictionary(r => r.Id);
        _byCode = _rows.Values.ToDictionary(r => r.Code, StringComparer.OrdinalIgnoreCase);
    }

    public DefinitionTable Table { get; }

    public List<DefinitionRow> Added { get; } = [];

    public List<DefinitionRow> Removed { get; } = [];

    public int Count => _rows.Count;

    /// <summary>Parents before their children, siblings in their order.</summary>
    public IReadOnlyList<DefinitionRow> InOrder
    {
        get
        {
            var children = _rows.Values.ToLookup(r => r.ParentId);
            var ordered = new List<DefinitionRow>(_rows.Count);
            Append(null);
            return ordered;

            void Append(DefinitionId? parent)
            {
                foreach (var row in Sorted(children[parent]))
                {
                    ordered.Add(row);
                    Append(row.Id);
                }
            }
        }
    }

    public DefinitionRow? Find(DefinitionId id) => _rows.GetValueOrDefault(id);

    public DefinitionRow? FindByCode(string code) => _byCode.GetValueOrDefault(code);

    public IEnumerable<DefinitionRow> Children(DefinitionId? parent) => _rows.Values.Where(r => r.ParentId == parent);

    public int LevelOf(DefinitionRow row) => Ancestors(row).Count() + 1;

    /// <summary>Its own unit or the nearest ancestor's.</summary>
    public string? UnitOf(DefinitionRow row) => row.Unit ?? Ancestors(row).Select(a => a.Unit).FirstOrDefault(u => u is not null);

    /// <summary>Offered: active, and so are all above it.</summary>
    public bool IsOffered(DefinitionRow row) => row.IsActive && Ancestors(row).All(a => a.IsActive);

    /// <summary>From the parent to the root.</summary>
    public IEnumerable<DefinitionRow> Ancestors(DefinitionRow row)
    {
        for (var at = row.ParentId; at is { } id; at = _rows[id].ParentId)
        {
            yield return _rows[id];
        }
    }

    public DefinitionRow Add(DefinitionId? parentId, string? code, RowContent content, DefinitionId? before = null)
    {
        if (_rows.Count >= Most)
        {
            throw new Refusal("definitions.table_full", RefusalKind.State, ("max", Most));
        }

        var parent = ParentOrRefuse(parentId);
        CheckLevel(parent, 1);
        var kept = CheckedUnit(content, parent, []);
        CheckNames(kept.Names, parent, kept.Unit ?? UnitOfParent(parent), null);
        CheckFields(kept.Fields, parent, []);
        var row = DefinitionRow.Create(_newId(), Table.Code, RowCode.Make(code, kept.Names, c => FindByCode(c) is not null), parentId, 0, kept);
        row.Place(parentId, OrderBefore(parentId, before, row));
        _rows.Add(row.Id, row);
        _byCode.Add(row.Code, row);
        Added.Add(row);
        KeepExclusive(row);
        return row;
    }

    public void Change(DefinitionRow row, RowContent content)
    {
        var parent = row.ParentId is { } id ? _rows[id] : null;
        var below = Below(row);
        var kept = CheckedUnit(content, parent, below);
        CheckNames(kept.Names, parent, kept.Unit ?? UnitOfParent(parent), row);
        CheckFields(kept.Fields, parent, below);
        row.Take(kept);
        KeepExclusive(row);
    }

    /// <summary>To another place among its siblings, or below another parent with all that is below it.</summary>
    /// <param name="before">The row it shall stand before; null for the end.</param>
    public void Move(DefinitionRow row, DefinitionId? parentId, DefinitionId? before)
    {
        var parent = ParentOrRefuse(parentId);
        var below = Below(row);
        if (parent is not null && (parent == row || below.Contains(parent)))
        {
            throw new Refusal("definitions.circle", RefusalKind.Invalid);
        }

        CheckLevel(parent, 1 + below.Select(b => Ancestors(b).TakeWhile(a => a != row).Count() + 1).DefaultIfEmpty(0).Max());
        var kept = CheckedUnit(new RowContent(row.Names, row.Unit, row.Values, row.Fields), parent, below);
        CheckNames(row.Names, parent, kept.Unit ?? UnitOfParent(parent), row);
        foreach (var moved in below.Prepend(row))
        {
            CheckFields(moved.Fields, parent, []);
        }

        row.Place(parentId, OrderBefore(parentId, before, row));
    }

    public void Offer(DefinitionRow row, bool isActive) => row.Offer(isActive);

    /// <param name="uses">Records that use it; they keep their name, so the row can only be deactivated.</param>
    public void Delete(DefinitionRow row, long uses)
    {
        if (Children(row.Id).Any())
        {
            throw new Refusal("definitions.has_children", RefusalKind.State, ("code", row.Code));
        }

        if (uses > 0)
        {
            throw new Refusal("definitions.in_use", RefusalKind.State, ("count", uses), ("code", row.Code));
        }

        _rows.Remove(row.Id);
        _byCode.Remove(row.Code);
        Removed.Add(row);
    }

    private List<DefinitionRow> Below(DefinitionRow row) => [.. Children(row.Id).SelectMany(c => Below(c).Prepend(c))];

    private static IOrderedEnumerable<DefinitionRow> Sorted(IEnumerable<DefinitionRow> rows)
        => rows.OrderBy(r => r.Order).ThenBy(r => r.Id.Value);

    private DefinitionRow? ParentOrRefuse(DefinitionId? id) => id is not { } parent ? null
        : Find(parent) ?? throw new Refusal("definitions.parent_unknown", RefusalKind.Invalid);

    private string? UnitOfParent(DefinitionRow? parent) => parent is null ? null : UnitOf(parent);

    private void CheckLevel(DefinitionRow? parent, int depth)
    {
        if ((parent is null ? 0 : LevelOf(parent)) + depth > Table.Levels)
        {
            throw new Refusal("definitions.too_deep", RefusalKind.Invalid, ("levels", Table.Levels));
        }
    }

    /// <summary>A unit that exists, and the same for all in one branch.</summary>
    private RowContent CheckedUnit(RowContent content, DefinitionRow? parent, List<DefinitionRow> below)
    {
        if (content.Unit is not { } unit)
        {
            return content;
        }

        if (!_knowsUnit(unit))
        {
            throw new Refusal("definitions.unit_unknown", RefusalKind.Invalid, ("unit", unit));
        }

        if ((UnitOfParent(parent) is { } upper && upper != unit) || below.Any(b => b.Unit is { } lower && lower != unit))
        {
            throw new Refusal("definitions.unit_of_branch", RefusalKind.Invalid);
        }

        return UnitOfParent(parent) == unit ? content with { Unit = null } : content;
    }

    private void CheckNames(Names names, DefinitionRow? parent, string? unit, DefinitionRow? itself)
    {
        var compared = ComparedNames.Of(names);
        var taken = Children(parent?.Id).FirstOrDefault(s => s != itself && compared.SharesOneWith(s.Compared)
            && (unit is null || UnitOf(s) is not { } other || other == unit));
        if (taken is not null)
        {
            var name = ComparedNames.Same(compared.Tr, taken.Compared.Tr) ? taken.NameTr
                : ComparedNames.Same(compared.Sv, taken.Compared.Sv) ? taken.NameSv : taken.NameEn;
            throw new Refusal("definitions.name_taken", RefusalKind.State, ("name", name), ("code", taken.Code));
        }
    }

    /// <summary>One field code is one question along a branch.</summary>
    private void CheckFields(IReadOnlyList<FormField> fields, DefinitionRow? parent, List<DefinitionRow> below)
    {
        if (fields.Count == 0)
        {
            return;
        }

        var taken = (parent is null ? [] : Ancestors(parent).Prepend(parent)).Concat(below).SelectMany(r => r.Fields).Select(f => f.Code).ToList();
        if (fields.FirstOrDefault(f => taken.Exists(t => RowFields.Same(t, f.Code))) is { } twice)
        {
            throw new Refusal("definitions.field_code_taken", RefusalKind.Invalid, ("code", twice.Code));
        }
    }

    private void KeepExclusive(DefinitionRow row)
    {
        foreach (var column in Table.Columns.Where(c => c.IsExclusive && row.Values.GetValueOrDefault(c.Name) == "true"))
        {
            foreach (var other in _rows.Values.Where(r => r != row && r.Values.GetValueOrDefault(column.Name) == "true"))
            {
                other.LeaveValue(column.Name);
            }
        }
    }

    private int OrderBefore(DefinitionId? parent, DefinitionId? before, DefinitionRow row)
    {
        if (before is not { } next)
        {
            return Children(parent).Where(r => r != row).Select(r => r.Order).DefaultIfEmpty(0).Max() + DefinitionRow.Gap;
        }

        var siblings = Sorted(Children(parent).Where(r => r != row)).ToList();
        var place = siblings.FindIndex(s => s.Id == next);
        if (place < 0)
        {
            throw new Refusal("definitions.place_unknown", RefusalKind.Invalid);
        }

        var lower = place == 0 ? 0 : siblings[place - 1].Order;
        var between = lower + ((siblings[place].Order - lower) / 2);
        if (between > lower && between < siblings[place].Order)
        {
            return between;
        }

        foreach (var (index, sibling) in siblings.Index())
        {
            sibling.Place(parent, (index + (index < place ? 1 : 2)) * DefinitionRow.Gap);
        }

        return (place + 1) * DefinitionRow.Gap;
    }
}

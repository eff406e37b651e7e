using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// Unification of types (CEL language definition, "Gradual Type Checking"): inference variables, what they stand
/// for, and whether a value of one type may be used as another. One instance for each expression.
/// </summary>
internal sealed class TypeInference
{
    private readonly Dictionary<string, CelType> _bindings = new(StringComparer.Ordinal);
    private readonly List<(string Name, CelType? Before)> _trail = [];
    private int _count;

    /// <summary>A new inference variable. The name cannot clash with a type parameter that someone declared.</summary>
    public CelType Fresh() => CelType.Parameter($"%{_count++}");

    /// <summary>The type with all its parameters replaced: one new variable for each name.</summary>
    public CelType Instantiate(CelType type, Dictionary<string, CelType> variables)
    {
        if (!type.HasParameters)
            return type;
        if (type.Kind != CelTypeKind.Parameter)
            return InstantiateArguments(type, variables);
        if (!variables.TryGetValue(type.Name, out var variable))
            variables.Add(type.Name, variable = Fresh());
        return variable;
    }

    /// <summary>
    /// Whether a value of one type may be used as another; what follows for the variables is kept if so.
    /// </summary>
    public bool TryAssign(CelType from, CelType to) => TryAssign([from], [to]);

    /// <summary>The same for all of several, or none.</summary>
    public bool TryAssign(IReadOnlyList<CelType> from, IReadOnlyList<CelType> to)
    {
        _trail.Clear();
        for (var i = 0; i < from.Count; i++)
        {
            if (Assign(from[i], to[i]))
                continue;
            Undo();
            return false;
        }

        return true;
    }

    /// <summary>The more general of two types that can be assigned to each other, argument by argument.</summary>
    public CelType Join(CelType left, CelType right)
    {
        left = Shallow(left);
        right = Shallow(right);
        if (IsOpen(left) || right.Kind == CelTypeKind.Error)
            return left;
        if (IsOpen(right) || left.Kind is CelTypeKind.Error or CelTypeKind.Null)
            return right;
        if (right.Kind == CelTypeKind.Null || left.Kind == CelTypeKind.Wrapper)
            return left;
        if (right.Kind == CelTypeKind.Wrapper || left.Arguments.Length != right.Arguments.Length)
            return right;

        var index = 0;
        return Rebuild(left, argument => Join(argument, right.Arguments[index++]));
    }

    /// <summary>
    /// Lets variables that stand for nothing stand for dyn: what a function gives of something dynamic is dynamic too,
    /// and not of the type of the first overload that it is passed to.
    /// </summary>
    public void Loosen(IEnumerable<CelType> variables)
    {
        foreach (var variable in variables.Select(Shallow).Where(v => v.Kind == CelTypeKind.Parameter))
            Set(variable.Name, CelType.Dyn);
    }

    /// <summary>What a variable stands for so far, on the outside; other types as they are.</summary>
    public CelType Shallow(CelType type)
    {
        while (type.Kind == CelTypeKind.Parameter && _bindings.TryGetValue(type.Name, out var bound))
            type = bound;
        return type;
    }

    /// <summary>The type with what its variables stand for so far.</summary>
    public CelType Resolve(CelType type) => type.HasParameters ? Rebuild(Shallow(type), Resolve) : type;

    /// <summary>Whether nothing in a type is dyn or open.</summary>
    public bool IsKnown(CelType type)
    {
        type = Shallow(type);
        return !IsOpen(type) && type.Arguments.All(IsKnown);
    }

    /// <summary>Whether a type is dyn or holds it.</summary>
    public bool IsDynamic(CelType type)
    {
        type = Shallow(type);
        return type.Kind == CelTypeKind.Dyn || type.Arguments.Any(IsDynamic);
    }

    /// <summary>The type in the end: a variable that stands for nothing is dyn.</summary>
    public CelType Finish(CelType type)
    {
        if (!type.HasParameters)
            return type;
        type = Shallow(type);
        return type.Kind == CelTypeKind.Parameter ? CelType.Dyn : Rebuild(type, Finish);
    }

    private CelType InstantiateArguments(CelType type, Dictionary<string, CelType> variables) =>
        Rebuild(type, argument => Instantiate(argument, variables));

    private bool Assign(CelType from, CelType to)
    {
        if (to.Kind == CelTypeKind.Parameter)
            return Bind(from, to);

        // "Any number" is no type that a variable could stand for: what it stands for already has to be one.
        if (to.Kind == CelTypeKind.Number)
            return IsNumber(Shallow(from));
        if (from.Kind == CelTypeKind.Parameter)
            return Bind(to, from);
        if (IsWild(from) || IsWild(to))
            return true;
        if (from.Kind == CelTypeKind.Null)
            return IsNullable(to);
        if (to.Kind == CelTypeKind.Null)
            return IsNullable(from);
        if (from.Kind == CelTypeKind.Wrapper || to.Kind == CelTypeKind.Wrapper)
            return Assign(Unwrapped(from), Unwrapped(to));
        if (from.Kind == CelTypeKind.Type && to.Kind == CelTypeKind.Type)
            return true;
        return from.Kind == to.Kind && from.Name == to.Name && AssignArguments(from, to);
    }

    private bool AssignArguments(CelType from, CelType to)
    {
        if (from.Arguments.Length != to.Arguments.Length)
            return false;
        for (var i = 0; i < from.Arguments.Length; i++)
        {
            if (!Assign(from.Arguments[i], to.Arguments[i]))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Lets a variable stand for a type, or for what is general enough for it and for what it stood for.
    /// </summary>
    private bool Bind(CelType type, CelType variable)
    {
        if (Shallow(type).Equals(Shallow(variable)))
            return true;

        if (_bindings.TryGetValue(variable.Name, out var bound))
        {
            if (!Assign(type, bound))
                return false;
            var joined = Join(type, bound);
            if (!Occurs(variable, joined))
                Set(variable.Name, joined);
            return true;
        }

        if (Occurs(variable, type))
            return false;
        Set(variable.Name, type);
        return true;
    }

    private static bool IsWild(CelType type) => type.Kind is CelTypeKind.Dyn or CelTypeKind.Error;

    private static bool IsOpen(CelType type) => type.Kind is CelTypeKind.Dyn or CelTypeKind.Parameter;

    private static bool IsNumber(CelType type) => IsOpen(type) || type.Kind == CelTypeKind.Error
        || Unwrapped(type).Kind is CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double;

    private static bool IsNullable(CelType type) => type.Kind is CelTypeKind.Null or CelTypeKind.Wrapper
        or CelTypeKind.Timestamp or CelTypeKind.Duration or CelTypeKind.Optional or CelTypeKind.Opaque
        or CelTypeKind.Record;

    private static CelType Unwrapped(CelType type) => type.Kind == CelTypeKind.Wrapper ? type.Arguments[0] : type;

    /// <summary>Whether a type holds a variable, itself or in what it stands for so far.</summary>
    private bool Occurs(CelType variable, CelType type) => type.Equals(variable)
        || (type.Kind == CelTypeKind.Parameter && _bindings.TryGetValue(type.Name, out var bound)
            ? Occurs(variable, bound)
            : type.Arguments.Any(a => Occurs(variable, a)));

    private void Set(string name, CelType type)
    {
        _trail.Add((name, _bindings.GetValueOrDefault(name)));
        _bindings[name] = type;
    }

    private void Undo()
    {
        foreach (var (name, before) in Enumerable.Reverse(_trail))
        {
            if (before is null)
                _bindings.Remove(name);
            else
                _bindings[name] = before;
        }
    }

    private static CelType Rebuild(CelType type, Func<CelType, CelType> argument) => type.Kind switch
    {
        CelTypeKind.List => CelType.List(argument(type.Arguments[0])),
        CelTypeKind.Map => CelType.Map(argument(type.Arguments[0]), argument(type.Arguments[1])),
        CelTypeKind.Type when !type.Arguments.IsEmpty => CelType.TypeOf(argument(type.Arguments[0])),
        CelTypeKind.Optional => CelType.Optional(argument(type.Arguments[0])),
        CelTypeKind.Wrapper => CelType.Wrapper(argument(type.Arguments[0])),
        CelTypeKind.Opaque when !type.Arguments.IsEmpty =>
            CelType.Opaque(type.Name, [.. type.Arguments.Select(argument)]),
        _ => type,
    };
}

using System.Collections.Immutable;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Symbols;

/// <summary>
/// What an expression may name: variables, records, functions, and the container in which names are looked up.
/// Immutable; every <c>With…</c> answers a new environment. Expressions of one environment run on its frames.
/// </summary>
public sealed class CelEnvironment
{
    private ImmutableDictionary<string, VariableSymbol> _variables = ByName<VariableSymbol>();
    private ImmutableDictionary<string, RecordSymbol> _records = ByName<RecordSymbol>();
    private ImmutableDictionary<string, FunctionSymbol> _functions = ByName<FunctionSymbol>();
    private ImmutableDictionary<string, CelType> _types = ByName<CelType>();

    private CelEnvironment()
    {
    }

    private CelEnvironment(CelEnvironment other)
    {
        _variables = other._variables;
        _records = other._records;
        _functions = other._functions;
        _types = other._types;
        Container = other.Container;
        Limits = other.Limits;
        HasEvidence = other.HasEvidence;
    }

    /// <summary>Nothing at all, not even the operators: add <c>StandardLibrary.Instance</c>.</summary>
    public static CelEnvironment Empty { get; } = new();

    /// <summary>The namespace of unqualified names, such as <c>com.example</c>; empty for the root.</summary>
    public string Container { get; private init; } = "";

    /// <summary>What an expression may use up.</summary>
    public CompilationLimits Limits { get; private init; } = CompilationLimits.Default;

    /// <summary>The number of slots that a frame needs.</summary>
    public int SlotCount => _variables.Count;

    /// <summary>The variables, by slot.</summary>
    public IEnumerable<VariableSymbol> Variables => _variables.Values.OrderBy(v => v.Slot);

    /// <summary>The functions, operators included, by name.</summary>
    public IEnumerable<FunctionSymbol> Functions => _functions.Values.OrderBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>The records, by name.</summary>
    public IEnumerable<RecordSymbol> Records => _records.Values.OrderBy(r => r.Name, StringComparer.Ordinal);

    /// <summary>The names of types that are values of an expression.</summary>
    public IEnumerable<string> TypeNames => _types.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether a record holds evidence, so that <c>token()</c> and <c>known()</c> exist.</summary>
    public bool HasEvidence { get; private init; }

    /// <summary>Declares a variable and gives it the next slot.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public CelEnvironment WithVariable(string name, CelType type, string documentation = "")
    {
        var symbol = new VariableSymbol(name, type, SlotCount) { Documentation = documentation };
        return new CelEnvironment(this) { _variables = _variables.Add(name, symbol) };
    }

    /// <summary>Declares record types.</summary>
    /// <exception cref="ArgumentException">A name is taken by another record.</exception>
    public CelEnvironment WithRecords(params IEnumerable<RecordSymbol> records)
    {
        var (all, evidence) = (_records, HasEvidence);
        foreach (var record in records)
        {
            all = all.Add(record.Name, record);
            evidence |= record.Fields.Any(field => field.IsEvidence);
        }

        return new CelEnvironment(this) { HasEvidence = evidence, _records = all };
    }

    /// <summary>Declares functions; overloads of a known name are added to it.</summary>
    public CelEnvironment WithFunctions(params IEnumerable<FunctionSymbol> functions)
    {
        var all = _functions.ToBuilder();
        foreach (var function in functions)
        {
            var merged = all.TryGetValue(function.Name, out var known)
                ? known with { Overloads = known.Overloads.AddRange(function.Overloads) }
                : function;
            all[function.Name] = merged;
        }

        return new CelEnvironment(this) { _functions = all.ToImmutable() };
    }

    /// <summary>Adds libraries: their functions and their type names.</summary>
    /// <exception cref="ArgumentException">A type name is taken by another type.</exception>
    public CelEnvironment WithLibraries(params IEnumerable<CelLibrary> libraries)
    {
        var environment = this;
        foreach (var library in libraries)
        {
            environment = environment.WithFunctions(library.Functions);
            environment._types = environment._types.AddRange(library.Types);
        }

        return environment;
    }

    /// <summary>Sets the container.</summary>
    public CelEnvironment WithContainer(string container) =>
        new(this) { Container = container };

    /// <summary>Sets the limits.</summary>
    public CelEnvironment WithLimits(CompilationLimits limits) => new(this) { Limits = limits };

    /// <summary>The variable of a full name, or null.</summary>
    public VariableSymbol? Variable(string name) => _variables.GetValueOrDefault(name);

    /// <summary>The record type of a full name, or null.</summary>
    public RecordSymbol? Record(string name) => _records.GetValueOrDefault(name);

    /// <summary>The type that a full name denotes as a value of <c>type</c>, or null.</summary>
    public CelType? TypeNamed(string name) => _types.GetValueOrDefault(name);

    /// <summary>The function of a full name, or null.</summary>
    public FunctionSymbol? Function(string name) => _functions.GetValueOrDefault(name);

    /// <summary>A frame for expressions of this environment.</summary>
    public CelFrame CreateFrame() => new(SlotCount);

    private static ImmutableDictionary<string, T> ByName<T>() =>
        ImmutableDictionary.Create<string, T>(StringComparer.Ordinal);
}

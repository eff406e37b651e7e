using System.Runtime.CompilerServices;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Values;

/// <summary>
/// A value of CEL: 24 bytes, no allocation for null, bool, numbers, timestamps and durations. The accessors do not
/// check the kind: look at <see cref="Kind"/> first. <c>default</c> is null.
/// </summary>
public readonly struct CelValue
{
    private readonly object? _reference;
    private readonly long _bits;
    private readonly int _nanoseconds;

    private CelValue(CelKind kind, long bits = 0, object? reference = null, int nanoseconds = 0)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
        _nanoseconds = nanoseconds;
    }

    /// <summary>What the value holds.</summary>
    public CelKind Kind { get; }

    /// <summary>null.</summary>
    public static CelValue Null => default;

    /// <summary>true.</summary>
    public static CelValue True => new(CelKind.Bool, 1);

    /// <summary>false.</summary>
    public static CelValue False => new(CelKind.Bool, 0);

    /// <summary>Whether this is a value of the language: neither an error nor an unknown.</summary>
    public bool IsValue => Kind < CelKind.Unknown;

    /// <summary>Whether this is exactly true.</summary>
    public bool IsTrue => Kind == CelKind.Bool && _bits != 0;

    /// <summary>Whether this is exactly false.</summary>
    public bool IsFalse => Kind == CelKind.Bool && _bits == 0;

    /// <summary>A bool.</summary>
    public static CelValue Of(bool value) => new(CelKind.Bool, value ? 1 : 0);

    /// <summary>An int.</summary>
    public static CelValue Of(long value) => new(CelKind.Int, value);

    /// <summary>A uint.</summary>
    public static CelValue Of(ulong value) => new(CelKind.Uint, unchecked((long)value));

    /// <summary>A double.</summary>
    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A string; well-formed UTF-16.</summary>
    public static CelValue Of(string value) => new(CelKind.String, reference: value);

    /// <summary>Bytes; not to be changed afterwards.</summary>
    public static CelValue Of(byte[] value) => new(CelKind.Bytes, reference: value);

    /// <summary>A timestamp, in range.</summary>
    public static CelValue Of(CelTimestamp value) => new(CelKind.Timestamp, value.Seconds, null, value.Nanoseconds);

    /// <summary>A duration.</summary>
    public static CelValue Of(CelDuration value) => new(CelKind.Duration, value.Nanoseconds);

    /// <summary>A list.</summary>
    public static CelValue Of(CelList value) => new(CelKind.List, reference: value);

    /// <summary>A map.</summary>
    public static CelValue Of(CelMap value) => new(CelKind.Map, reference: value);

    /// <summary>A type.</summary>
    public static CelValue Of(CelType value) => new(CelKind.Type, reference: value);

    /// <summary>An optional.</summary>
    public static CelValue Of(CelOptional value) => new(CelKind.Optional, reference: value);

    /// <summary>A value of a library's type.</summary>
    public static CelValue Of(CelOpaque value) => new(CelKind.Opaque, reference: value);

    /// <summary>A record.</summary>
    public static CelValue Of(CelRecord value) => new(CelKind.Record, reference: value);

    /// <summary>An unknown.</summary>
    public static CelValue Of(CelUnknown value) => new(CelKind.Unknown, reference: value);

    /// <summary>An error.</summary>
    public static CelValue Of(CelError value) => new(CelKind.Error, reference: value);

    /// <summary>An error with a message.</summary>
    public static CelValue Error(string message) => Of(new CelError(message));

    /// <summary>The bool.</summary>
    public bool AsBool => _bits != 0;

    /// <summary>The int.</summary>
    public long AsInt => _bits;

    /// <summary>The uint.</summary>
    public ulong AsUint => unchecked((ulong)_bits);

    /// <summary>The double.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The string.</summary>
    public string AsString => Unsafe.As<string>(_reference!);

    /// <summary>The bytes.</summary>
    public byte[] AsBytes => Unsafe.As<byte[]>(_reference!);

    /// <summary>The timestamp.</summary>
    public CelTimestamp AsTimestamp => new(_bits, _nanoseconds);

    /// <summary>The duration.</summary>
    public CelDuration AsDuration => new(_bits);

    /// <summary>The list.</summary>
    public CelList AsList => (CelList)_reference!;

    /// <summary>The map.</summary>
    public CelMap AsMap => (CelMap)_reference!;

    /// <summary>The type.</summary>
    public CelType AsType => (CelType)_reference!;

    /// <summary>The optional.</summary>
    public CelOptional AsOptional => (CelOptional)_reference!;

    /// <summary>The value of a library's type.</summary>
    public CelOpaque AsOpaque => (CelOpaque)_reference!;

    /// <summary>The record.</summary>
    public CelRecord AsRecord => Unsafe.As<CelRecord>(_reference!);

    /// <summary>The unknown.</summary>
    public CelUnknown AsUnknown => (CelUnknown)_reference!;

    /// <summary>The error.</summary>
    public CelError AsError => (CelError)_reference!;

    /// <summary>The value for debuggers and diagnostics.</summary>
    public override string ToString() => CelFormat.Display(this);
}

namespace PolicyEval.Testing.Fuzzing;

/// <summary>
/// Random CEL: mostly well typed, so that much of it compiles and runs, with functions of all libraries and arguments
/// that hurt: extreme numbers, huge widths, patterns that backtrack elsewhere, loops inside loops.
/// </summary>
/// <param name="names">Expressions of fields and variables, by their type: bool, int, string, time.</param>
public sealed class RandomExpression(IReadOnlyDictionary<string, string[]> names)
{
    private const int DepthMax = 5;

    private static readonly string[] Patterns =
    [
        "(a+)+$", "(a|aa)*b", "^[a-z]+$", "(?i)é", "a{1,1000}", "(a{1,30}){1,30}", "[^\\\\p{L}]", "(", "\\\\Qx", "(?P<n>.)", "^$", "x*", "[[:alpha:]]", "\\\\x{10FFFF}",
        "((((((((((a?)*)*)*)*)*)*)*)*)*)*", "(?s:.*)(?s:.*)(?s:.*)x",
    ];

    private static readonly string[] Formats =
    [
        "%s", "%d", "%x", "%X", "%o", "%b", "%e", "%f", "%.3f", "%.100e", "%.999999999f", "%%", "%", "%q", "%s%s",
    ];

    /// <summary>The words of the language and its libraries, for soup and for edits.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        .. """
        true false null in as break 1 0 -1 9223372036854775807 -9223372036854775808 18446744073709551615u 0x 0xFF 1e999 .5 1.0 1u
        'a' "b" '''c''' r'\d' b'\xff' rb'x' '\u00e9' '\U0010FFFF' '\ud800' 'unclosed `q f` + - * / % ! !! && || == != < <= > >= ? : . .? [? {? , ( ) [ ] { } = & | @ # $ ; ~ ^ //c
        .all( .exists( .exists_one( .map( .filter( has( cel.bind( .transformMap( .transformList( .optMap( .optFlatMap( .sortBy(
        optional.of( optional.none() .orValue( .or( .hasValue() .value() size( .size() int( uint( double( string( bytes( dyn( type( duration( timestamp( .matches(
        .format([ .split( .join( .replace( .substring( .charAt( .indexOf( .lowerAscii() .reverse() strings.quote( math.greatest( math.least( math.bitShiftLeft( base64.encode( base64.decode(
        sets.contains( sets.equivalent( lists.range( .flatten( .slice( .distinct() .sort() .first() .last() regex.extractAll( regex.replace( ip( cidr( .containsIP( .prefixLength()
        token( known( missing( days( arn( arnLike( iamPolicy( .getFullYear('Europe/Berlin') .getSeconds() e k v x root user account row asOf params variables
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Words in a row, most of them without sense.</summary>
    public string Soup(Random random) => string.Join(random.OneOf("", " ", "\n"),
        Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(4) == 0 ? Name(random) : random.OneOf([.. Tokens])));

    /// <summary>An expression, of type bool where it has one.</summary>
    public string Next(Random random) => Bool(random, DepthMax - random.Next(4));

    /// <summary>An expression that tries to be too much: too deep, too long, too many turns, too much memory.</summary>
    public string Hostile(Random random)
    {
        var (x, n) = (Bool(random, 2), random.OneOf(2, 10, 31, 33, 100, 3000));
        string Chain(string head, string link, string tail) => head + string.Concat(Enumerable.Repeat(link, n)) + tail;
        string Nest(string open, string inner, string close) =>
            string.Concat(Enumerable.Repeat(open, n)) + inner + string.Concat(Enumerable.Repeat(close, n));
        string Loops(string inner) => Enumerable.Range(0, Math.Min(n, 8)).Aggregate(inner,
            (body, i) => $"lists.range({random.OneOf(3, 10, 1000)}).{random.OneOf("all", "exists", "map", "filter")}(e{i}, {body})");
        return random.Next(16) switch
        {
            0 => Nest("(", x, ")"),
            1 => Nest("[", x, "]") + " == []",
            2 => Nest("{'a': ", x, "}") + " == {}",
            3 => Nest("!", x, ""),
            4 => Nest("-", "1", "") + " < 0",
            5 => Chain(x, " && " + x, ""),
            6 => Chain("1", random.OneOf(" + 1", " * 3", " - -9223372036854775807"), " == 0"),
            7 => Chain("'a'", " + 'aaaaaaaaaa'", " == ''"),
            8 => Nest("true ? ", x, " : false"),
            9 => Loops(x) + random.OneOf("", " == []"),
            10 => Enumerable.Range(0, Math.Min(n, 40)).Aggregate("v + v",
                (body, i) => $"cel.bind(v, {(i == Math.Min(n, 40) - 1 ? "'ab'" : "v + v")}, {body})") + ".size() > 0",
            11 => Chain("[1, 2]", ".map(e, [e, e])", ".size() == 2"),
            12 => $"{String(random, 1)}.matches('{RandomText.Repeated(random, random.OneOf("a", "(", "[a", "a*", "(a|b)", "\\\\d{9}"))}')",
            13 => $"lists.range(1000000).map(e, {String(random, 1)} + 'x').size() > 1",
            14 => Chain("{'a': 1}", random.OneOf(".?a", ".a", "[?'a']", "['a']"), " == 1"),
            _ => Chain($"{String(random, 1)}", random.OneOf(".replace('a', 'aaaaaaaa')", ".split('').join('ab')", ".reverse()"), " == ''"),
        };
    }

    private string Bool(Random random, int depth) => depth <= 0 ? Leaf(random, "bool", "true", "false") : random.Next(17) switch
    {
        0 => $"{Int(random, depth - 1)} {random.OneOf("<", "<=", ">", ">=", "==", "!=")} {Int(random, depth - 1)}",
        1 or 2 => $"({Bool(random, depth - 1)} {random.OneOf("&&", "||")} {Bool(random, depth - 1)})",
        3 => $"!({Bool(random, depth - 1)})",
        4 => $"({Bool(random, depth - 1)} ? {Bool(random, depth - 1)} : {Bool(random, depth - 1)})",
        5 => $"{List(random, depth - 1)}.{random.OneOf("all", "exists", "exists_one")}(e, {Bool(random, depth - 1)} || e == {Int(random, 0)})",
        6 => $"{String(random, depth - 1)}.matches('{random.OneOf(Patterns)}')",
        7 => $"{String(random, depth - 1)}.{random.OneOf("startsWith", "endsWith", "contains")}({String(random, depth - 1)})",
        8 => $"{Int(random, depth - 1)} in {List(random, depth - 1)}",
        9 => $"has({Name(random)})",
        10 => $"cel.bind(x, {Int(random, depth - 1)}, x == {Int(random, depth - 1)} || x > x)",
        11 => $"sets.{random.OneOf("contains", "equivalent", "intersects")}({List(random, depth - 1)}, {List(random, depth - 1)})",
        12 => $"{Time(random, depth - 1)} {random.OneOf("<", ">", "==")} {Time(random, depth - 1)}",
        13 => $"{Name(random)} == {random.OneOf("null", "''", "dyn(1)", "[]")}",
        14 => $"optional.of({Bool(random, depth - 1)}).optMap(w, !w).orValue({Bool(random, depth - 1)})",
        15 => $"{random.OneOf("isIP", "isCIDR", "ip.isCanonical")}({String(random, depth - 1)})",
        _ => Leaf(random, "bool", "true", "false"),
    };

    private string Int(Random random, int depth) => depth <= 0
        ? Leaf(random, "int", "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "62")
        : random.Next(12) switch
        {
            0 or 1 => $"({Int(random, depth - 1)} {random.OneOf("+", "-", "*", "/", "%")} {Int(random, depth - 1)})",
            2 => $"size({random.OneOf(String(random, depth - 1), List(random, depth - 1))})",
            3 => $"{List(random, depth - 1)}[{Int(random, 0)}]",
            4 => $"int({random.OneOf(String(random, depth - 1), "'7'", "1e30", "double('NaN')", "7u", Time(random, 0))})",
            5 => $"math.{random.OneOf("greatest", "least", "bitAnd", "bitXor", "bitShiftLeft", "bitShiftRight")}({Int(random, depth - 1)}, {Int(random, 0)})",
            6 => $"{String(random, depth - 1)}.{random.OneOf("indexOf", "lastIndexOf")}({String(random, 0)}, {Int(random, 0)})",
            7 => $"{Time(random, depth - 1)}.{random.OneOf("getFullYear", "getMonth", "getDayOfYear", "getHours")}({random.OneOf("", "'Europe/Berlin'", "'-23:59'", "'Mars/X'")})",
            8 => $"{{'a': {Int(random, depth - 1)}}}.?a.orValue({Int(random, 0)})",
            9 => $"[{Int(random, depth - 1)}, 2].transformMap(k, v, k > 0, v)[1]",
            10 => $"({Bool(random, depth - 1)} ? {Int(random, depth - 1)} : {Int(random, depth - 1)})",
            _ => $"-({Int(random, depth - 1)})",
        };

    private string String(Random random, int depth) => depth <= 0
        ? Leaf(random, "string", "''", "'a'", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'", "'é𝄞'", "'\\ufeff'", "'10.0.0.0/8'", "'2001:db8::1'", "'arn:aws:iam::1:user/a'")
        : random.Next(14) switch
        {
            0 or 1 => $"({String(random, depth - 1)} + {String(random, depth - 1)})",
            2 => $"string({random.OneOf(Int(random, depth - 1), Bool(random, depth - 1), Time(random, 0), "1e300", "b'\\xff'")})",
            3 => $"'{random.OneOf(Formats)}{random.OneOf(Formats)}'.format([{Int(random, depth - 1)}, {String(random, depth - 1)}])",
            4 => $"{String(random, depth - 1)}.replace({String(random, 0)}, {String(random, 0)}, {Int(random, 0)})",
            5 => $"{String(random, depth - 1)}.substring({Int(random, 0)}, {Int(random, 0)})",
            6 => $"{String(random, depth - 1)}.split({String(random, 0)}).join({String(random, 0)})",
            7 => $"{String(random, depth - 1)}.{random.OneOf("lowerAscii", "upperAscii", "trim", "reverse")}()",
            8 => $"regex.replace({String(random, depth - 1)}, '{random.OneOf(Patterns)}', {random.OneOf("'\\\\1'", "'\\\\99999999999'", "'x'", String(random, 0))})",
            9 => $"regex.extract({String(random, depth - 1)}, '{random.OneOf(Patterns)}').orValue('')",
            10 => $"string(base64.decode({random.OneOf("'aGk='", "'\\u0000'", String(random, 0))}))",
            11 => $"strings.quote({String(random, depth - 1)})",
            12 => $"{String(random, depth - 1)}.charAt({Int(random, 0)})",
            _ => $"base64.encode(bytes({String(random, depth - 1)}))",
        };

    private string List(Random random, int depth) => depth <= 0
        ? random.OneOf("[]", "[1, 2, 3]", "[1, 'a', null]", "lists.range(100)", "[[1], [[2]]]", "[0, -1]")
        : random.Next(9) switch
        {
            0 => $"[{Int(random, depth - 1)}, {Int(random, depth - 1)}]",
            1 => $"{List(random, depth - 1)}.map(e, {Int(random, depth - 1)})",
            2 => $"{List(random, depth - 1)}.filter(e, {Bool(random, depth - 1)})",
            3 => $"({List(random, depth - 1)} + {List(random, depth - 1)})",
            4 => $"{List(random, depth - 1)}.{random.OneOf("sort()", "distinct()", "reverse()", "flatten()", "flatten(9)", "slice(0, 1)", "sortBy(e, -e)")}",
            5 => $"lists.range({random.OneOf("5", "1000", Int(random, 0))})",
            6 => $"[?optional.ofNonZeroValue({Int(random, depth - 1)}), 1]",
            7 => $"{List(random, depth - 1)}.transformList(k, v, k + {Int(random, 0)})",
            _ => $"({Bool(random, depth - 1)} ? {List(random, depth - 1)} : {List(random, depth - 1)})",
        };

    private string Time(Random random, int depth) => depth <= 0
        ? Leaf(random, "time", "timestamp('2026-01-01T00:00:00Z')", "timestamp('0001-01-01T00:00:00Z')", "timestamp('9999-12-31T23:59:59.999999999Z')", "timestamp(0)")
        : random.Next(3) switch
        {
            0 => $"({Time(random, depth - 1)} {random.OneOf("+", "-")} duration('{random.OneOf("1h", "-292y", "1ns", "9223372036s", "0", "315576000000s")}'))",
            1 => $"timestamp({random.OneOf(String(random, depth - 1), Int(random, depth - 1))})",
            _ => $"({Bool(random, depth - 1)} ? {Time(random, depth - 1)} : {Time(random, depth - 1)})",
        };

    private string Leaf(Random random, string type, params ReadOnlySpan<string> literals) =>
        random.Next(2) == 0 ? random.OneOf(literals) : random.OneOf(names[type]);

    private string Name(Random random) => random.OneOf([.. names.Values.SelectMany(n => n)]);
}

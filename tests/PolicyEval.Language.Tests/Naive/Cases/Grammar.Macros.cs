namespace PolicyEval.Language.Tests.Naive.Cases;

/// <content>Macros, optional values, rows.</content>
internal static partial class Grammar
{
    private const string Macros = """
        4 A: cel.bind(#, ‹B›, ‹A | #: B›)
        2 bool: cel.bind(#, ‹bool›, (# && ‹bool | #›) || #)
        bool: cel.bind(#, ‹A›, (‹bool | #: A› && ‹bool | #: A›) || ‹bool | #: A›)
        2 bool: ‹list(A)›.all(#, ‹bool | #: A›)
        2 bool: ‹list(A)›.exists(#, ‹bool | #: A›)
        bool: ‹list(A)›.exists_one(#, ‹bool | #: A›)
        bool: ‹list(A)›.existsOne(#, ‹bool | #: A›)
        bool: ‹map(K, A)›.all(#, ‹bool | #: K›)
        bool: ‹map(K, A)›.exists(#, ‹bool | #: K›)
        bool: ‹map(K, A)›.exists_one(#, ‹bool | #: K›)
        bool: ‹list(A)›.all(#, @, ‹bool | #: int; @: A›)
        bool: ‹map(K, A)›.all(#, @, ‹bool | #: K; @: A›)
        bool: ‹list(A)›.exists(#, @, ‹bool | #: int; @: A›)
        bool: ‹map(K, A)›.exists(#, @, ‹bool | #: K; @: A›)
        bool: ‹list(A)›.exists_one(#, @, ‹bool | #: int; @: A›)
        bool: ‹map(K, A)›.existsOne(#, @, ‹bool | #: K; @: A›)
        bool: ‹list(A)›.filter(#, ‹bool | #: A›).all(#, ‹bool | #: A›)
        bool: ‹list(A)›.filter(#, ‹bool | #: A›).filter(@, ‹bool | @: A›).exists(#, ‹bool | #: A›)
        bool: ‹map(K, A)›.filter(#, ‹bool | #: K›).exists_one(@, ‹bool | @: K›)
        bool: ‹list(A)›.filter(#, ‹bool | #: A›).exists(#, @, ‹bool | #: int; @: A›)
        bool: ‹dyn›.exists(#, ‹bool | #: dyn›)
        2 bool: ‹list(int)›.all(#, ‹int | #› / # < ‹int | #›)
        2 bool: ‹list(int)›.exists(#, ‹int | #› % # == ‹small | #: int› || ‹bool | #: int›)
        2 bool: ‹map(string, int)›.exists(#, @, 100 / @ == 50 || ‹map(string, bool) | #: string; @: int›[#])
        bool: ‹list(int)›.exists_one(#, 10 / # > ‹int | #›)
        2 list(B): ‹list(A)›.map(#, ‹B | #: A›)
        list(B): ‹list(A)›.map(#, ‹bool | #: A›, ‹B | #: A›)
        list(B): ‹map(K, A)›.map(#, ‹B | #: K›)
        list(B): ‹map(K, A)›.map(#, ‹bool | #: K›, ‹B | #: K›)
        2 list(A): ‹list(A)›.filter(#, ‹bool | #: A›)
        list(K): ‹map(K, A)›.filter(#, ‹bool | #: K›)
        list(B): ‹list(A)›.transformList(#, @, ‹B | #: int; @: A›)
        list(B): ‹list(A)›.transformList(#, @, ‹bool | #: int; @: A›, ‹B | #: int; @: A›)
        list(B): ‹map(K, A)›.transformList(#, @, ‹B | #: K; @: A›)
        list(B): ‹map(K, A)›.transformList(#, @, ‹bool | #: K; @: A›, ‹B | #: K; @: A›)
        map(int, B): ‹list(A)›.transformMap(#, @, ‹B | #: int; @: A›)
        map(int, B): ‹list(A)›.transformMap(#, @, ‹bool | #: int; @: A›, ‹B | #: int; @: A›)
        map(K, B): ‹map(K, A)›.transformMap(#, @, ‹B | #: K; @: A›)
        map(K, B): ‹map(K, A)›.transformMap(#, @, ‹bool | #: K; @: A›, ‹B | #: K; @: A›)
        map(K, B): ‹list(A)›.transformMapEntry(#, @, {‹K | #: int; @: A›: ‹B | #: int; @: A›})
        map(K, B): ‹list(A)›.transformMapEntry(#, @, ‹bool | #: int; @: A›, ‹map(K, B) | #: int; @: A›)
        map(K, B): ‹map(K, A)›.transformMapEntry(#, @, {#: ‹B | #: K; @: A›, ‹K | #: K; @: A›: ‹B | #: K; @: A›})
        map(K, B): ‹map(K, A)›.transformMapEntry(#, @, ‹bool | #: K; @: A›, {#: ‹B | #: K; @: A›})
        list(A): ‹list(A)›.sortBy(#, ‹C | #: A›)
        list(K): ‹map(K, A)›.sortBy(#, ‹C | #: K›)
        optional(B): ‹optional(A)›.optMap(#, ‹B | #: A›)
        optional(B): ‹optional(A)›.optFlatMap(#, ‹optional(B) | #: A›)
        2 bool: has(‹map(string, A)›.a)
        bool: has(‹map(string, map(string, A))›.a.b)
        bool: has(‹optional(map(string, A))›.a)
        bool: has(‹map(string, map(string, A))›.?a.b)
        bool: has(‹dyn›.a)
        """;

    private const string Optionals = """
        2 optional(A): optional.of(‹A›)
        optional(A): optional.none()
        2 optional(A): optional.ofNonZeroValue(‹A›)
        2 optional(A): ‹map(string, A)›.?a
        optional(A): ‹map(string, A)›.?b
        optional(A): ‹map(K, A)›[?‹K›]
        optional(A): ‹list(A)›[?‹small›]
        optional(A): ‹list(A)›[?dyn(‹N›)]
        optional(A): ‹optional(map(string, A))›.a
        optional(A): ‹optional(map(string, A))›.?b
        optional(A): ‹optional(list(A))›[‹small›]
        optional(A): ‹optional(list(A))›[?‹small›]
        optional(A): ‹optional(map(K, A))›[‹K›]
        optional(A): ‹optional(map(K, A))›[?‹K›]
        optional(A): ‹map(string, map(string, A))›.?a.b
        optional(A): ‹optional(A)›.or(‹optional(A)›)
        optional(A): ‹list(A)›.first()
        optional(A): ‹list(A)›.last()
        optional(A): ‹dyn›.?a
        optional(A): ‹dyn›[?‹dyn›]
        4 A: ‹optional(A)›.orValue(‹A›)
        A: ‹optional(A)›.value()
        2 bool: ‹optional(A)›.hasValue()
        list(A): optional.unwrap(‹list(optional(A))›)
        list(A): ‹list(optional(A))›.unwrapOpt()
        """;

    private const string Rows = """
        row: rows[‹small›]
        2 bool: rows.all(#, #.flag && ‹bool | #: row›)
        2 bool: rows.exists(#, #.n_flag || #.enabled)
        bool: rows.exists_one(#, #.flag)
        list(int): rows.map(#, #.flag, #.count)
        bool: rows.all(#, ‹bool | #: row›)
        bool: rows.exists(#, ‹bool | #: row›)
        bool: rows.exists_one(#, ‹bool | #: row›)
        bool: rows.filter(#, ‹bool | #: row›).all(#, ‹bool | #: row›)
        bool: rows.filter(#, ‹bool | #: row›).exists(@, ‹bool | @: row›)
        list(B): rows.map(#, ‹B | #: row›)
        list(row): rows.filter(#, ‹bool | #: row›)
        """;
}

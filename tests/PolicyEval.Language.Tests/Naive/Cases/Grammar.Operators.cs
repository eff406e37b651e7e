namespace PolicyEval.Language.Tests.Naive.Cases;

/// <content>Operators and literals.</content>
internal static partial class Grammar
{
    private const string Operators = """
        9 bool: (‹bool› && ‹bool›)
        9 bool: (‹bool› || ‹bool›)
        3 bool: (‹bool› && ‹bool› || ‹bool› && ‹bool› && ‹bool›)
        5 bool: !‹bool›
        5 bool: (‹A› == ‹A›)
        4 bool: (‹A› != ‹A›)
        14 bool: (‹C› < ‹C›)
        14 bool: (‹C› <= ‹C›)
        14 bool: (‹C› > ‹C›)
        14 bool: (‹C› >= ‹C›)
        2 bool: (‹timestamp› - ‹timestamp› > ‹duration›)
        2 bool: (‹timestamp› - ‹timestamp› <= duration('2160h'))
        bool: (‹nullable(W)› == null)
        bool: (null != ‹nullable(W)›)
        bool: (‹optional(A)› == ‹optional(A)›)
        2 bool: cel.bind(#, ‹A›, # == #)
        bool: cel.bind(#, ‹double›, # != # || ‹bool | #: double›)
        bool: cel.bind(#, ‹C›, # <= # && # >= # && !(# < #) && !(# > #))
        bool: cel.bind(#, ‹A›, # in [#] && [#] == [#] && {'a': #} == {'a': #})
        bool: cel.bind(#, ‹A›, optional.of(#) == optional.of(#) && sets.equivalent([#], [#]))
        2 bool: (‹dyn› == ‹dyn›)
        bool: (‹dyn› != ‹A›)
        bool: (‹dyn› < ‹dyn›)
        bool: (‹dyn› <= ‹C›)
        bool: (‹C› > ‹dyn›)
        bool: (‹N› >= ‹dyn›)
        2 bool: (‹A› in ‹list(A)›)
        2 bool: (‹K› in ‹map(K, A)›)
        bool: (‹dyn› in ‹list(dyn)›)
        bool: (‹dyn› in ‹map(dyn, A)›)
        5 int: (‹int› + ‹int›)
        3 int: (‹int› - ‹int›)
        3 int: (‹int› * ‹int›)
        4 int: (‹int› / ‹int›)
        4 int: (‹int› % ‹int›)
        2 int: (-(‹int›))
        int: (‹edge› + ‹edge›)
        int: (‹edge› - ‹edge›)
        int: (‹edge› * ‹edge›)
        2 int: (‹edge› / ‹edge›)
        2 int: (‹edge› % ‹edge›)
        int: (-‹edge›)
        2 uint: (‹uint› + ‹uint›)
        2 uint: (‹uint› - ‹uint›)
        2 uint: (‹uint› * ‹uint›)
        2 uint: (‹uint› / ‹uint›)
        2 uint: (‹uint› % ‹uint›)
        2 double: (‹double› + ‹double›)
        2 double: (‹double› - ‹double›)
        2 double: (‹double› * ‹double›)
        2 double: (‹double› / ‹double›)
        2 double: (-(‹double›))
        2 string: (‹string› + ‹string›)
        2 bytes: (‹bytes› + ‹bytes›)
        2 list(A): (‹list(A)› + ‹list(A)›)
        3 timestamp: (‹timestamp› + ‹duration›)
        2 timestamp: (‹duration› + ‹timestamp›)
        3 timestamp: (‹timestamp› - ‹duration›)
        3 duration: (‹timestamp› - ‹timestamp›)
        2 duration: (‹duration› + ‹duration›)
        2 duration: (‹duration› - ‹duration›)
        4 A: (‹bool› ? ‹A› : ‹A›)
        A: ‹list(A)›[‹small›]
        2 A: ([‹A›] + ‹list(A)›)[0]
        A: ‹map(K, A)›[‹K›]
        A: ‹map(string, A)›.a
        2 A: {'a': ‹A›}.a
        A: [‹A›, ‹A›][dyn(‹N›)]
        dyn: dyn(‹map(dyn, A)›[‹dyn›])
        dyn: (‹dyn› + ‹dyn›)
        2 dyn: (dyn(‹N›) + dyn(‹N›))
        dyn: (dyn(‹C›) + dyn(‹C›))
        2 dyn: (dyn(‹N›) - dyn(‹N›))
        2 dyn: (dyn(‹N›) * dyn(‹N›))
        2 dyn: (dyn(‹N›) / dyn(‹N›))
        2 dyn: (dyn(‹N›) % dyn(‹N›))
        2 dyn: (-dyn(‹N›))
        dyn: (-‹dyn›)
        dyn: ‹dyn›.a
        dyn: ‹dyn›[‹dyn›]
        3 list(A): [‹A›, ‹A›]
        list(A): [‹A›]
        list(A): cel.bind(#, ‹A›, [#, ‹A | #›, #].distinct())
        list(A): [‹A›, ‹A›, ‹A›, ‹A›]
        list(A): [?‹optional(A)›, ‹A›]
        list(dyn): [‹A›, ‹B›, ‹dyn›]
        3 map(K, A): {‹K›: ‹A›}
        3 map(K, A): {‹K›: ‹A›, ‹K›: ‹A›}
        2 map(string, A): {'a': ‹A›, ‹string›: ‹A›}
        map(K, A): {‹K›: ‹A›, ?‹K›: ‹optional(A)›}
        map(string, A): {?'a': ‹optional(A)›}
        map(dyn, A): {dyn(‹N›): ‹A›, ‹K›: ‹A›}
        map(dyn, A): {dyn(‹K›): ‹A›, ‹dyn›: ‹A›}
        """;
}

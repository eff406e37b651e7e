using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>Naive values as those of the engine, for rows and variables.</summary>
internal static class EngineValues
{
    public static CelValue Of(object value) => value switch
    {
        NaiveNull => CelValue.Null,
        bool truth => CelValue.Of(truth),
        long number => CelValue.Of(number),
        ulong number => CelValue.Of(number),
        double number => CelValue.Of(number),
        NaiveText text => CelValue.Of(text.ToString()),
        byte[] bytes => CelValue.Of(bytes),
        NaiveTime time => OfTime(time.Nanoseconds),
        NaiveSpan span => CelValue.Of(new CelDuration((long)span.Nanoseconds)),
        object[] list => CelValue.Of(CelList.From([.. list.Select(Of)])),
        NaiveMap map => CelMap.From([.. map.Entries.Select(e => KeyValuePair.Create(Of(e.Key), Of(e.Value)))]),
        NaiveOptional { Content: { } content } => CelValue.Of(CelOptional.Of(Of(content))),
        NaiveOptional => CelValue.Of(CelOptional.None),
        Fault fault => CelValue.Error(fault.Reason),
        _ => throw new ArgumentException($"no value: {value}"),
    };

    private static CelValue OfTime(BigInteger nanoseconds)
    {
        var seconds = BigInteger.Divide(nanoseconds, NaiveSpan.Second);
        if (seconds * NaiveSpan.Second > nanoseconds)
            seconds--;
        return CelValue.Of(new CelTimestamp((long)seconds, (int)(nanoseconds - (seconds * NaiveSpan.Second))));
    }
}

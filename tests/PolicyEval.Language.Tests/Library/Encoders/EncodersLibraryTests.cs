using CsCheck;
using PolicyEval.Language.Library.Encoders;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.Encoders;

public sealed class EncodersLibraryTests
{
    [Theory]
    [InlineData("base64.encode(b'') == '' && base64.decode('') == b''")]
    [InlineData("base64.encode(b'hello') == 'aGVsbG8=' && base64.decode('aGVsbG8') == b'hello'")]
    [InlineData(@"base64.decode('+/+/') == b'\xfb\xff\xbf'")]
    public void Bytes_become_text_and_back(string expression) => Answers.Hold(expression);

    [Theory]
    [InlineData("a b=", 1)]
    [InlineData("aGVsbG8-", 7)]
    [InlineData("aGVsb", 4)]
    [InlineData("aGVsbG8==", 7)]
    [InlineData("aGVs====", 4)]
    [InlineData("=aaa", 0)]
    [InlineData("\n", 0)]
    public void What_is_no_base64_is_refused_at_its_place(string text, int offset)
    {
        Assert.Equal(offset, Base64.FaultOf(text)?.Offset);
        var error = Answers.ErrorOf(Evaluation.Evaluate("base64.decode(s)", ("s", CelValue.Of(text))));
        Assert.EndsWith($", at offset {offset}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Decoding_undoes_encoding_with_padding_or_without() => Gen.Byte.Array[0, 20].Sample(
        bytes =>
        {
            var text = Base64.Encode(CelValue.Of(bytes)).AsString;
            Assert.Equal(Convert.ToBase64String(bytes), text);
            Assert.Equal(bytes, Base64.Decode(CelValue.Of(text)).AsBytes);
            Assert.Equal(bytes, Base64.Decode(CelValue.Of(text.TrimEnd('='))).AsBytes);
        },
        iter: 500);
}

using static Bungo.Forum.Ledger.LedgerFault;

namespace Bungo.Forum.Ledger.Tests;

public sealed class MalformedJsonTests
{
    public static TheoryData<string, LedgerFault, int> Documents => new()
    {
        { "", UnexpectedEnd, 0 },
        { "\ufeff{}", ByteOrderMark, 0 },
        { " {}", UnexpectedByte, 0 },
        { "{} ", TrailingBytes, 2 },
        { "{}\n", TrailingBytes, 2 },
        { "{}{}", TrailingBytes, 2 },
        { """{"a": 1}""", UnexpectedByte, 5 },
        { """{"a":1,}""", UnexpectedByte, 7 },
        { """{"a":1""", UnexpectedEnd, 6 },
        { """{"a" """, UnexpectedByte, 4 },
        { "{a:1}", UnexpectedByte, 1 },
        { "{'a':1}", UnexpectedByte, 1 },
        { "[1,]", UnexpectedByte, 3 },
        { "[1 2]", UnexpectedByte, 2 },
        { "[,1]", UnexpectedByte, 1 },
        { "[", UnexpectedEnd, 1 },
        { "null", NullValue, 0 },
        { """{"a":null}""", NullValue, 5 },
        { "nul", UnexpectedByte, 0 },
        { "True", UnexpectedByte, 0 },
        { "tru", UnexpectedByte, 0 },
        { "NaN", UnexpectedByte, 0 },
        { "-", UnexpectedEnd, 1 },
        { "+1", UnexpectedByte, 0 },
        { "01", NumberForm, 0 },
        { "-0", NumberForm, 0 },
        { "[-01]", NumberForm, 1 },
        { "1.0", FractionOrExponent, 1 },
        { "10e2", FractionOrExponent, 2 },
        { "1E2", FractionOrExponent, 1 },
        { "9007199254740992", NumberRange, 0 },
        { "-9007199254740992", NumberRange, 0 },
        { "[99999999999999999999999]", NumberRange, 1 },
        { """{"A":1}""", KeyForm, 1 },
        { """{"":1}""", KeyForm, 1 },
        { """{"a b":1}""", KeyForm, 1 },
        { """{"é":1}""", KeyForm, 1 },
        { """{"abcdefghijklmnopqrstuvwxy":1}""", KeyForm, 1 },
        { """{"a":1,"a":2}""", KeyRepeated, 7 },
        { """{"a":1,"b":2,"a":3}""", KeyOrder, 13 },
        { """{"b":1,"a":2}""", KeyOrder, 7 },
        { """{"a":1,"_":2}""", KeyOrder, 7 },
        { """{"\u0061":1}""", EscapeForm, 2 },
        { "\"\\/\"", EscapeForm, 1 },
        { "\"\\x\"", EscapeForm, 1 },
        { "\"ab\\u0041\"", EscapeForm, 3 },
        { "\"\\u000A\"", EscapeForm, 1 },
        { "\"\\u000a\"", EscapeForm, 1 },
        { "\"\\u001F\"", EscapeForm, 1 },
        { "\"\\u00zz\"", EscapeForm, 1 },
        { "\"\\u+01f\"", EscapeForm, 1 },
        { "\"\\u 01f\"", EscapeForm, 1 },
        { "\"\\u001\0\"", EscapeForm, 1 },
        { "\"\\u01\0\0\"", EscapeForm, 1 },
        { "\"\\ud83d\\ude0\0\"", LoneSurrogate, 1 },
        { "\"\\ud83d\\ude", LoneSurrogate, 1 },
        { "\"\\u007f\"", EscapeForm, 1 },
        { "\"\\ud83d\\ude02\"", EscapeForm, 1 },
        { "\"\\ud83d\"", LoneSurrogate, 1 },
        { "\"\\ude02\\ud83d\"", LoneSurrogate, 1 },
        { "\"\\ud83d\\u0041\"", LoneSurrogate, 1 },
        { "\"\\u00", UnexpectedEnd, 5 },
        { "\"\\", UnexpectedEnd, 2 },
        { "\"abc", UnexpectedEnd, 4 },
        { "\"a\nb\"", ControlCharacter, 2 },
        { "\"a\0b\"", ControlCharacter, 2 },
        { "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", TooDeep, 16 },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Is_refused_at_its_byte(string document, LedgerFault fault, int offset)
    {
        var refusal = Some.Refusal(() => CanonicalJson.Read(Some.Utf8(document)));
        Assert.Equal((fault, offset), (refusal.Fault, refusal.Offset));
    }

    [Theory]
    [InlineData("22ff22", 1)]             // no UTF-8 at all
    [InlineData("226122c3", 3)]           // cut short
    [InlineData("22c0af22", 1)]           // overlong
    [InlineData("22eda08022", 1)]         // a surrogate in UTF-8
    [InlineData("22f490808022", 1)]       // beyond U+10FFFF
    [InlineData("2261e28222", 2)]
    public void Bytes_that_are_no_UTF_8_are_refused_at_the_first_wrong_one(string hex, int offset)
    {
        var refusal = Some.Refusal(() => CanonicalJson.Read(Convert.FromHexString(hex)));
        Assert.Equal((NotUtf8, offset), (refusal.Fault, refusal.Offset));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9007199254740991")]
    [InlineData("-9007199254740991")]
    [InlineData("\"\\u0000\\b\\t\\n\\f\\r\\u001f\u007f\u2028\"")]
    [InlineData("[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]")]
    [InlineData("""{"0":1,"_":2,"abcdefghijklmnopqrstuvwx":3}""")]
    public void What_stands_just_inside_the_limits_is_read(string document) =>
        Assert.Equal(document, CanonicalJson.Read(Some.Utf8(document)).ToString());

    [Fact]
    public void Ten_thousand_brackets_are_refused_without_exhausting_the_stack()
    {
        var refusal = Some.Refusal(() => CanonicalJson.Read(Some.Utf8(new string('[', 10_000))));
        Assert.Equal(TooDeep, refusal.Fault);
    }
}

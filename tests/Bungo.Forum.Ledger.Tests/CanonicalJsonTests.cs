using System.Text;
using System.Text.Json;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

public sealed class CanonicalJsonTests
{
    // RFC 8785 section 3.2.2 gives the text, 3.2.4 its canonical bytes; the members with null and fractions are
    // left out, as our grammar has neither.
    [Fact]
    public void The_text_of_RFC_8785_has_the_bytes_of_RFC_8785()
    {
        var value = new CanonicalObject([new("string", "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/"), new("literals", new CanonicalArray([true, false]))]);
        var expected = Convert.FromHexString(
            "7b226c69746572616c73223a5b747275652c66616c73655d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
        Assert.Equal(expected, CanonicalJson.Write(value));
        Assert.Equal(value, CanonicalJson.Read(expected));
    }

    [Fact]
    public void Text_is_written_as_it_is_never_normalised() =>
        Assert.Equal("\"A\u030a\"", Encoding.UTF8.GetString(CanonicalJson.Write("A\u030a")));

    // vectors/canonical.txt: 150 random documents, each in a loose spelling (escapes, blanks, shuffled keys) and
    // on the next line as npm's json-canonicalize 3.0.1 writes it.
    [Fact]
    public void Documents_are_written_as_another_implementation_writes_them()
    {
        var lines = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "canonical.txt")).Split('\n');
        Assert.Equal(301, lines.Length);
        for (var i = 0; i + 1 < lines.Length; i += 2)
        {
            using var loose = JsonDocument.Parse(lines[i]);
            Assert.NotEqual(lines[i], lines[i + 1]);
            Assert.Equal(lines[i + 1], Encoding.UTF8.GetString(CanonicalJson.Write(Value(loose.RootElement))));
        }
    }

    [Fact]
    public void Documents_of_another_implementation_are_read_and_their_loose_spellings_refused()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "vectors", "canonical.txt"));
        for (var i = 0; i < lines.Length; i += 2)
        {
            var loose = Some.Utf8(lines[i]);
            var canonical = Some.Utf8(lines[i + 1]);
            Assert.Equal(canonical, CanonicalJson.Write(CanonicalJson.Read(canonical)));
            Some.Refusal(() => CanonicalJson.Read(loose));
        }
    }

    [Fact]
    public void What_is_written_reads_back_equal() =>
        Gens.Value.Sample(value => CanonicalJson.Read(CanonicalJson.Write(value)).Equals(value));

    [Fact]
    public void Equal_values_have_equal_bytes_and_others_have_others() =>
        Gens.Value.Select(Gens.Value).Sample((a, b) =>
            a.Equals(b) == CanonicalJson.Write(a).AsSpan().SequenceEqual(CanonicalJson.Write(b)) && (!a.Equals(b) || a.GetHashCode() == b.GetHashCode()));

    [Fact]
    public void Any_change_to_canonical_bytes_is_refused_or_is_another_value()
    {
        var (refused, other) = (0, 0);
        Gens.Value.Select(Gens.Mutation).Sample(
            (value, mutate) =>
            {
                var bytes = CanonicalJson.Write(value);
                var changed = mutate(bytes);
                if (changed.AsSpan().SequenceEqual(bytes)) return true;
                try
                {
                    var read = CanonicalJson.Read(changed);
                    Interlocked.Increment(ref other);
                    return !read.Equals(value) && CanonicalJson.Write(read).AsSpan().SequenceEqual(changed);
                }
                catch (LedgerFormatException refusal)
                {
                    Interlocked.Increment(ref refused);
                    return refusal.Offset is >= 0 and var at && at <= changed.Length;
                }
            },
            iter: 20_000);
        Assert.True(refused > 1_000, "the mutations must break something for this to mean anything");
        Assert.True(other > 100, "and some must give another value");
    }

    [Fact]
    public void Bytes_at_random_are_refused_with_their_place_and_nothing_else_is_thrown() =>
        Gen.Byte.Array[0, 40].Sample(bytes =>
        {
            try
            {
                return CanonicalJson.Write(CanonicalJson.Read(bytes)).AsSpan().SequenceEqual(bytes);
            }
            catch (LedgerFormatException refusal)
            {
                return refusal.Offset is not null;
            }
        });

    [Fact]
    public void What_cannot_be_written_cannot_be_built()
    {
        Assert.Throws<ArgumentException>(() => new CanonicalText("\ud83d"));
        Assert.Throws<ArgumentException>(() => new CanonicalText("a\ude02\ud83d"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CanonicalInteger(1L << 53));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CanonicalInteger(-(1L << 53)));
        Assert.Throws<ArgumentException>(() => new CanonicalObject([new("A", 1)]));
        Assert.Throws<ArgumentException>(() => new CanonicalObject([new(new string('a', 25), 1)]));
        Assert.Throws<ArgumentException>(() => new CanonicalObject([new("a", 1), new("a", 1)]));
        Assert.Throws<ArgumentException>(() => Gens.Nested(CanonicalValue.DeepestNesting + 1));
        Assert.NotNull(Gens.Nested(CanonicalValue.DeepestNesting));
    }

    private static CanonicalValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new CanonicalArray(element.EnumerateArray().Select(Value)),
        _ => new CanonicalObject(element.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Value(m.Value)))),
    };
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Bungo.Forum.Ledger;

/// <summary>
/// A value that the ledger's canonical JSON can hold, and nothing that it cannot: there is no null, no
/// fraction, no key outside the grammar, so whatever can be built can be written. Immutable; two values are
/// equal exactly when their canonical bytes are.
/// </summary>
public abstract record CanonicalValue
{
    /// <summary>Arrays and objects within one another. Bounds the reader's recursion on hostile input.</summary>
    public const int DeepestNesting = 16;

    private protected CanonicalValue() { }

    /// <summary>0 for a scalar, one more than the deepest child for an array or object.</summary>
    internal virtual int Depth => 0;

    public sealed override string ToString() => Encoding.UTF8.GetString(CanonicalJson.Write(this));

    public static implicit operator CanonicalValue(string value) => new CanonicalText(value);

    public static implicit operator CanonicalValue(long value) => new CanonicalInteger(value);

    public static implicit operator CanonicalValue(bool value) => new CanonicalBoolean(value);

    private protected static int DepthAbove(IEnumerable<CanonicalValue> children)
    {
        var deepest = 0;
        foreach (var child in children) deepest = Math.Max(deepest, child.Depth);
        return deepest < DeepestNesting
            ? deepest + 1
            : throw new ArgumentException($"Nested more than {DeepestNesting} deep.", nameof(children));
    }
}

public sealed record CanonicalText : CanonicalValue
{
    /// <exception cref="ArgumentException">The text holds a surrogate without its partner, which UTF-8 cannot write.</exception>
    public CanonicalText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (NormalizedText.IndexOfLoneSurrogate(value) is >= 0 and var at)
            throw new ArgumentException($"Lone surrogate at character {at}.", nameof(value));
        Value = value;
    }

    public string Value { get; }
}

public sealed record CanonicalInteger : CanonicalValue
{
    /// <summary>2^53 - 1: every integer up to here survives a reader that keeps numbers as IEEE doubles, as JavaScript does.</summary>
    public const long Largest = (1L << 53) - 1;

    public CanonicalInteger(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -Largest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        Value = value;
    }

    public long Value { get; }
}

public sealed record CanonicalBoolean(bool Value) : CanonicalValue;

public sealed record CanonicalArray : CanonicalValue, IReadOnlyList<CanonicalValue>
{
    private readonly CanonicalValue[] _items;

    public CanonicalArray(IEnumerable<CanonicalValue> items)
    {
        _items = [.. items];
        Depth = DepthAbove(_items);
    }

    public int Count => _items.Length;

    internal override int Depth { get; }

    public CanonicalValue this[int index] => _items[index];

    public bool Equals(CanonicalArray? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<CanonicalValue> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Members are kept in canonical order, which is ordinal: the grammar of keys is ASCII, so bytes, UTF-16 units and code points agree.</summary>
public sealed record CanonicalObject : CanonicalValue
{
    public const int LongestKey = 24;

    public static readonly CanonicalObject Empty = new([]);

    private readonly string[] _keys;
    private readonly CanonicalValue[] _values;

    /// <exception cref="ArgumentException">A key outside the grammar, or twice the same key.</exception>
    public CanonicalObject(IEnumerable<KeyValuePair<string, CanonicalValue>> members)
    {
        var sorted = members.OrderBy(m => m.Key, StringComparer.Ordinal).ToArray();
        _keys = Array.ConvertAll(sorted, m => m.Key);
        _values = Array.ConvertAll(sorted, m => m.Value);
        for (var i = 0; i < _keys.Length; i++)
        {
            if (!IsKey(_keys[i])) throw new ArgumentException($"Not a key: {_keys[i]}", nameof(members));
            if (i > 0 && _keys[i] == _keys[i - 1]) throw new ArgumentException($"Repeated key: {_keys[i]}", nameof(members));
        }

        Depth = DepthAbove(_values);
    }

    public int Count => _keys.Length;

    public IReadOnlyList<string> Keys => _keys;

    public IEnumerable<KeyValuePair<string, CanonicalValue>> Members => _keys.Zip(_values, KeyValuePair.Create);

    internal override int Depth { get; }

    public static bool IsKey(string text) =>
        text.Length is >= 1 and <= LongestKey && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');

    public bool TryGet(string key, [NotNullWhen(true)] out CanonicalValue? value)
    {
        var at = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        value = at < 0 ? null : _values[at];
        return at >= 0;
    }

    public bool Equals(CanonicalObject? other) =>
        other is not null && _keys.AsSpan().SequenceEqual(other._keys) && _values.AsSpan().SequenceEqual(other._values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in Members) hash.Add(HashCode.Combine(key, value));
        return hash.ToHashCode();
    }
}

using System.Collections.Frozen;

namespace Bungo.Forum.Domain;

/// <summary>The published word for each member of an enum, both ways.</summary>
internal sealed class CodeTable<T>(params (T Member, string Code)[] rows) where T : struct, Enum
{
    private readonly FrozenDictionary<T, string> _codes = rows.ToFrozenDictionary(r => r.Member, r => r.Code);
    private readonly FrozenDictionary<string, T> _members = rows.ToFrozenDictionary(r => r.Code, r => r.Member);

    public string Of(T member) => _codes[member];

    public T? Find(string? code) => code is not null && _members.TryGetValue(code, out var member) ? member : null;
}

namespace Bungo.Forum.Contract.OpenData.V1;

/// <summary>A part of a list. Ask again with <paramref name="Next"/> as <c>after</c>; null means the end.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Next);
